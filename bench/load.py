"""Ask for pages over kept-alive connections, and measure what the server spends on each."""

import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException

from bench.servers import Server

CONNECTIONS = 4
WARM_UP = 60


@dataclass(frozen=True)
class Ask:
    """One request: path, cookie, extra headers, and (for a POST) a form that is already encoded."""

    path: str
    cookie: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    form: str | None = None


@dataclass(frozen=True)
class Result:
    """What a run cost. `cpu` is seconds of server CPU per request; `waits` are seconds, sorted."""

    requests: int
    statuses: Counter[int]
    cpu: float
    waits: list[float]

    def percentile(self, share: float) -> float:
        """Return the wait that `share` of the requests did not exceed, in seconds."""
        return self.waits[min(int(len(self.waits) * share), len(self.waits) - 1)]


def run(
    server: Server,
    asks: Callable[[int], Ask],
    *,
    seconds: float,
    connections: int = CONNECTIONS,
    most: int = 1_000_000,
    extra_cpu: Callable[[], float] = lambda: 0.0,
    warm_up: int = WARM_UP,
) -> Result:
    """Ask `asks(0)`, `asks(1)`, … for `seconds` (at most `most` times); `extra_cpu` counts helpers too."""
    for number in range(warm_up):
        _once(server, asks(number))
    before = server.cpu() + extra_cpu()
    numbers, lock = iter(range(warm_up, warm_up + most)), threading.Lock()
    deadline = time.monotonic() + seconds
    statuses: Counter[int] = Counter()
    waits: list[float] = []

    def client() -> None:
        connection = HTTPConnection("127.0.0.1", server.port, timeout=30)
        while time.monotonic() < deadline:
            with lock:
                number = next(numbers, None)
            if number is None:
                break
            started = time.perf_counter()
            try:
                status = _ask(connection, asks(number))
            except (OSError, HTTPException):
                status = 0
                connection.close()
            with lock:
                statuses[status] += 1
                waits.append(time.perf_counter() - started)
        connection.close()

    threads = [threading.Thread(target=client) for _ in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    spent = server.cpu() + extra_cpu() - before
    total = sum(statuses.values())
    return Result(total, statuses, spent / max(total, 1), sorted(waits) or [0.0])


def header(server: Server, ask: Ask, name: str) -> str | None:
    """Return one header of the answer to `ask`."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=30)
    connection.request("GET", ask.path, headers={"Cookie": ask.cookie, **ask.headers})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.headers.get(name)


def _once(server: Server, ask: Ask) -> None:
    connection = HTTPConnection("127.0.0.1", server.port, timeout=30)
    _ask(connection, ask)
    connection.close()


def _ask(connection: HTTPConnection, ask: Ask) -> int:
    headers = {"Cookie": ask.cookie, "Accept": "text/html", **ask.headers}
    if ask.form is None:
        connection.request("GET", ask.path, headers=headers)
    else:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request("POST", ask.path, body=ask.form, headers=headers)
    answer = connection.getresponse()
    answer.read()
    return answer.status
