"""The way out over HTTP: to addresses that were judged, verified, and over at one moment.

Loaded only by who calls: the libraries below cost a third of a second to import.
"""

import socket
import ssl
import time
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import httpcore2
import httpx2

ANSWER_MAX = 512 * 1024


class NotAllowed(httpx2.TransportError):
    """An address that may not be called, or a name that leads where nothing of ours may go."""


class Door(httpx2.BaseTransport):
    """One conversation. Redirects are answers, not orders; nothing is read from proxies' settings.

    `may_call` judges each address, `may_connect` each number that a name leads to; `seconds` is the time that
    a whole conversation may take, so that an answer that drips in slowly ends as well.
    """

    def __init__(self, may_call: Callable[[str], bool], may_connect: Callable[[str], bool], *, seconds: float):
        self._may_call, self._may_connect, self._seconds = may_call, may_connect, seconds

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send, and read the whole answer, within the seconds there are."""
        if not self._may_call(str(request.url)):
            raise NotAllowed(f"{request.url.host} may not be called", request=request)
        lines = _Lines(time.monotonic() + self._seconds, self._may_connect)
        with httpcore2.ConnectionPool(ssl_context=_trusted(), max_connections=1, network_backend=lines) as pool:
            return self._ask(pool, request)

    def _ask(self, pool: httpcore2.ConnectionPool, request: httpx2.Request) -> httpx2.Response:
        target = httpcore2.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        asked = httpcore2.Request(request.method, target, headers=request.headers.raw, content=request.read())
        try:
            answer = pool.handle_request(asked)
            parts: list[bytes] = []
            for part in answer.stream:  # type: ignore[union-attr]
                parts.append(part)
                if sum(map(len, parts)) > ANSWER_MAX:
                    raise httpx2.ReadError("the answer is too long", request=request)
            answer.close()
        except httpcore2.TimeoutException as late:
            raise httpx2.ReadTimeout("no whole answer in time", request=request) from late
        except (httpcore2.NetworkError, httpcore2.ProtocolError) as broken:
            raise httpx2.ConnectError(str(broken), request=request) from broken
        return httpx2.Response(answer.status, headers=answer.headers, content=b"".join(parts), request=request)


@cache
def _trusted() -> ssl.SSLContext:
    """Return whom we trust; read once, because reading it costs more than a call."""
    return ssl.create_default_context()


class _Lines(httpcore2.NetworkBackend):
    """Connections that all end at one moment. A name is looked up once, judged, and called by that number."""

    def __init__(self, until: float, may_connect: Callable[[str], bool]):
        self._until, self._may_connect = until, may_connect
        self._plain = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        found = self._numbers(host, port)
        for last, number in enumerate(found, 1 - len(found)):
            try:
                stream = self._plain.connect_tcp(number, port, _left(self._until), local_address, socket_options)
                return _Line(stream, self._until)
            except httpcore2.ConnectError:
                if last == 0:
                    raise
        raise httpcore2.ConnectError(f"{host} leads nowhere we may go")

    def _numbers(self, host: str, port: int) -> list[str]:
        try:
            answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError as unknown:
            raise httpcore2.ConnectError(f"{host} is not found") from unknown
        return [str(each[4][0]) for each in answers if self._may_connect(str(each[4][0]))]


class _Line(httpcore2.NetworkStream):
    """A connection of which every step gets the time that is left, so that slow drops add up to one end."""

    def __init__(self, stream: httpcore2.NetworkStream, until: float):
        self._stream, self._until = stream, until

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(self._until))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(self._until))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        return _Line(self._stream.start_tls(ssl_context, server_hostname, _left(self._until)), self._until)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise httpcore2.ReadTimeout("the time is up")
    return left
