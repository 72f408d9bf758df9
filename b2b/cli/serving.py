"""The open site: a socket, a mail catcher for the demo, a worker, a web server; and how they stop."""

import errno
import logging
import resource
import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

import click

from b2b.cli.installation import Installation, OnlyOne
from b2b.config import Settings

log = logging.getLogger("b2b.serve")

CATCHER_PORT = 8025
REGISTER_PORT = 8338
WORKER_SECONDS = 30

# As measured: with these 200 slow clients leave four fifths of the throughput to the others (ADR 0008).
TUNING: dict[str, Any] = {
    "threads": 8,
    "connection_limit": 2000,
    "channel_timeout": 20,
    "cleanup_interval": 10,
    "asyncore_use_poll": True,
    "max_request_header_size": 32 * 1024,
    "max_request_body_size": 1024 * 1024,
    "ident": None,
}


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens; ClickException with what to do when the port is taken."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=1024)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise click.ClickException(
                f"Poort {port} is al bezet. Draait de site al? Kies anders een andere poort met --port."
            ) from None
        if error.errno == errno.EACCES:
            raise click.ClickException(f"Poort {port} mag je niet gebruiken. Kies een poort boven 1024.") from None
        raise click.ClickException(f"Op {host} poort {port} kan de site niet luisteren: {error.strerror}.") from None


@contextmanager
def catching(settings: Settings) -> Iterator[str]:
    """Catch the mail of the demo while the block runs; give the address of that mail server."""
    from b2b.notifications.channels.catcher import Catcher, Mailbox

    catcher = Catcher(Mailbox(settings.folder / "mail"), port=CATCHER_PORT)
    try:
        yield catcher.url
    finally:
        catcher.stop()


@contextmanager
def registering(installation: Installation) -> Iterator[str]:
    """Run the stand-in for the municipality's own system in the demo; give the page where one plays its officer."""
    from b2b.demo import register
    from b2b.handoff.connectors.openklant_twin import Twin

    settings = installation.settings
    file = register_file(settings)
    try:
        twin = Twin(register.TOKEN, port=REGISTER_PORT, file=file)
    except OSError:
        twin = Twin(register.TOKEN, file=file)
    with twin:
        with installation.app.writing() as work:
            reference, secret = register.connect(work, twin.address)
        home = settings.base_url.rstrip("/")
        twin.subscribe(f"{home}/koppelingen/{reference}/notificaties", f"Bearer {secret}")
        yield twin.site


def register_file(settings: Settings) -> Path:
    """Return where the register of the demo keeps what it got."""
    return settings.folder / "openklant-twin.json"


@contextmanager
def working(installation: Installation, lock: OnlyOne) -> Iterator[None]:
    """Let one worker do jobs while the block runs; afterwards it finishes the job in hand."""
    if not installation.settings.worker or not lock.take():
        if installation.settings.worker:
            click.echo("Een ander proces doet al het werk op de achtergrond. Deze site doet dat dus niet.")
        yield
        return
    from b2b.worker import start_thread

    worker, thread = start_thread(installation.app)
    try:
        yield
    finally:
        worker.stop()
        thread.join(WORKER_SECONDS)


def worker_lock(settings: Settings) -> OnlyOne:
    """Return the lock that lets one process work on a SQLite file; on PostgreSQL any number may."""
    if settings.database_url.startswith("sqlite"):
        name = Path(settings.database_url.partition(":///")[2].partition("?")[0]).name
        return OnlyOne(settings.folder / f"{name}-worker")
    return _Free(Path())


class _Free(OnlyOne):
    """A lock that everybody can have."""

    def take(self) -> bool:
        """Say yes."""
        return True


def run(installation: Installation, listening: socket.socket) -> None:
    """Serve on `listening` until a signal comes."""
    from waitress import wasyncore
    from waitress.server import create_server

    _allow_many_connections()
    # Behind our own proxy its X-Forwarded headers must pass; nobody else's may.
    proxied = installation.settings.proxies > 0
    server = create_server(installation.app, sockets=[listening], clear_untrusted_proxy_headers=not proxied, **TUNING)
    server.run()  # returns on SystemExit and KeyboardInterrupt, once requests in hand are answered
    wasyncore.close_all(server._map, ignore_all=True)


def stop_on_signals() -> None:
    """Let SIGTERM end this process as Ctrl-C does: cleanly."""

    def stop(_number: int, _frame: FrameType | None) -> NoReturn:
        # Once is enough: a second signal while we clean up changes nothing.
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_IGN)
        raise SystemExit(0)

    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, stop)


def _allow_many_connections() -> None:
    """Ask for as many open files as we may have: each connection is one."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 8192 if hard == resource.RLIM_INFINITY else min(8192, hard)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
