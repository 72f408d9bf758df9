"""Start a server, know what CPU its processes use, stop it."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Server:
    """A server under load; `process` is its parent process."""

    url: str
    port: int
    process: subprocess.Popen[bytes]

    def cpu(self) -> float:
        """Return the CPU seconds that the whole process tree has used."""
        parent = psutil.Process(self.process.pid)
        times = [one.cpu_times() for one in [parent, *parent.children(recursive=True)]]
        return sum(t.user + t.system for t in times)


@contextmanager
def granian(target: str, environment: dict[str, str]) -> Iterator[Server]:
    """Serve a WSGI `target` as behind a proxy: two workers, four threads each."""
    port = free_port()
    command = [
        *(str(Path(sys.executable).with_name("granian")), "--interface", "wsgi", "--workers", "2"),
        *("--blocking-threads", "4", "--no-ws", "--http", "1", "--port", str(port), "--log-level", "error", target),
    ]
    with _running(command, port, environment) as server:
        yield server


@contextmanager
def waitress(environment: dict[str, str]) -> Iterator[Server]:
    """Serve the site as `bin/run` does: one process that stands alone."""
    port = free_port()
    command = [sys.executable, "-m", "b2b", "serve", "--no-demo", "--port", str(port)]
    with _running(command, port, environment) as server:
        yield server


@contextmanager
def _running(command: list[str], port: int, environment: dict[str, str]) -> Iterator[Server]:
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **environment})
    server = Server(f"http://127.0.0.1:{port}", port, process)
    try:
        _wait_for(server)
        yield server
    finally:
        family = [*psutil.Process(process.pid).children(recursive=True)] if process.poll() is None else []
        process.terminate()  # it stops its workers itself
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
        for one in family:
            with suppress(psutil.NoSuchProcess):
                one.kill()


def _wait_for(server: Server, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if server.process.poll() is not None:
            raise RuntimeError(f"the server stopped with {server.process.returncode}")
        try:
            urllib.request.urlopen(server.url + "/health/live", timeout=2).close()
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the server did not answer in time")


def free_port() -> int:
    """Return a port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
