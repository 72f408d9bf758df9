"""Slow clients: sockets that send half a form and wait. Honest visitors must not notice."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager

from bench.load import Ask, run
from bench.servers import Server

HALF = (
    b"POST /melding HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5000\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\n\r\nexplanation=half"
)


@contextmanager
def slow_clients(server: Server, count: int) -> Iterator[None]:
    """Hold `count` connections open with a body that never ends."""
    sockets = []
    for _ in range(count):
        one = socket.create_connection(("127.0.0.1", server.port), timeout=10)
        one.sendall(HALF)
        sockets.append(one)
    try:
        yield
    finally:
        for one in sockets:
            one.close()


def honest_share(server: Server, path: str, *, attackers: int, seconds: float) -> float:
    """Return the throughput of honest visitors beside `attackers` slow ones, as a share of that without."""
    alone = run(server, lambda n: Ask(path), seconds=seconds, warm_up=10)
    with slow_clients(server, attackers):
        beside = run(server, lambda n: Ask(path), seconds=seconds, warm_up=10)
    return beside.statuses[200] / max(alone.statuses[200], 1)
