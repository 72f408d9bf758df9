"""Two engines a database: one that reads, one that writes (ADR 0003).

SQLite: reads autocommit with `query_only`; writes are `BEGIN IMMEDIATE` behind a queue that all
processes share (a lock file), because SQLite's own busy loop is unfair: under 64 writers the
longest wait falls from seconds to tenths. `synchronous=FULL`: what was acknowledged is kept.
PostgreSQL: reads in autocommit, which saves two round trips a page; a connection that was just used
is not asked whether it is still there, which saves a third.
"""

import fcntl
import os
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import InvalidatePoolError

from b2b.core.errors import Unavailable

BUSY_SECONDS = 5.0
REST_SECONDS = 1.0
READING: dict[str, Any] = {
    "isolation_level": "AUTOCOMMIT",
    "execution_options": {"looks_only": True},
    "pool_reset_on_return": None,
}
"""What makes an engine one that reads: each statement stands alone, and there is nothing to commit or to roll back."""


@dataclass(frozen=True)
class Database:
    """The engines of one database; `write` is where a transaction starts."""

    read: Engine
    write: Engine

    @property
    def dialect(self) -> str:
        return self.write.dialect.name

    def dispose(self) -> None:
        """Close every connection."""
        self.read.dispose()
        self.write.dispose()


QUIET = {"hide_parameters": True}
"""What a statement was about stands in no error, so in no log: its values are people's words and addresses."""


def connect(url: str, *, busy_seconds: float = BUSY_SECONDS) -> Database:
    """Return the engines for `url` (sqlite:///path or postgresql+psycopg://…)."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(url, parsed.database or "", busy_seconds)
    if parsed.drivername == "postgresql":
        url = parsed.set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
    options: dict[str, Any] = QUIET | {"pool_size": 8, "max_overflow": 8, "pool_timeout": 10}
    options["connect_args"] = {"prepare_threshold": 1}
    read = create_engine(url, **READING, **options)
    write = create_engine(url, **options)
    for engine in (read, write):
        _try_after_a_rest(engine)
    return Database(read, write)


def _try_after_a_rest(engine: Engine) -> None:
    """Ask a connection that lay still whether the server is still there; of one just used it is known.

    A question before every page is a round trip in four (SQLAlchemy's `pool_pre_ping`).
    """

    @event.listens_for(engine, "checkin")
    def _rests(_connection: Any, record: Any) -> None:
        record.info["rests_since"] = time.monotonic()

    @event.listens_for(engine, "checkout")
    def _wakes(connection: Any, record: Any, _proxy: Any) -> None:
        if time.monotonic() - record.info.get("rests_since", time.monotonic()) > REST_SECONDS:
            try:
                engine.dialect.do_ping(connection)
            except engine.dialect.loaded_dbapi.Error as gone:
                raise InvalidatePoolError from gone


def _sqlite(url: str, path: str, busy_seconds: float) -> Database:
    if path in ("", ":memory:"):
        raise ValueError("SQLite needs a file: two engines cannot share a database in memory")
    arguments = {"timeout": busy_seconds}
    pool: dict[str, Any] = QUIET | {"pool_size": 16, "max_overflow": 16, "pool_timeout": 10}
    read = create_engine(url, connect_args=arguments, **READING, **pool)
    write = create_engine(url, connect_args=arguments, **pool)
    queue = _WriteQueue(Path(path + "-writers"), busy_seconds)

    @event.listens_for(read, "connect")
    def _open_for_reading(connection: Any, _record: Any) -> None:
        _pragmas(connection)
        connection.execute("PRAGMA query_only=1")

    @event.listens_for(write, "connect")
    def _open_for_writing(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves, below
        _pragmas(connection)

    @event.listens_for(write, "begin")
    def _begin(connection: Any) -> None:
        queue.enter()
        connection.info["in_queue"] = True
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    @event.listens_for(write, "checkin")
    def _leave(_connection: Any, record: Any) -> None:
        if record.info.pop("in_queue", False):
            queue.leave()

    return Database(read, write)


def _pragmas(connection: Any) -> None:
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "cache_size=-16384",
        "mmap_size=1073741824",
        "temp_store=MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")


class _WriteQueue:
    """One writer at a time over threads and processes, first come, first served, with an end."""

    def __init__(self, path: Path, seconds: float):
        self._path, self._seconds = path, seconds
        self._thread = threading.Lock()
        self._file: int | None = None

    def enter(self) -> None:
        """Wait for our turn, or raise Unavailable after `seconds`."""
        deadline = time.monotonic() + self._seconds
        if not self._thread.acquire(timeout=self._seconds):
            raise Unavailable()
        try:
            if self._file is None:
                self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            pause = 0.0005
            while True:
                try:
                    fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    return
                except BlockingIOError:
                    if time.monotonic() > deadline:
                        raise Unavailable() from None
                    time.sleep(pause)
                    pause = min(pause * 1.5, 0.01)
        except BaseException:
            self._thread.release()
            raise

    def leave(self) -> None:
        """Let the next one in."""
        if self._file is not None:
            fcntl.flock(self._file, fcntl.LOCK_UN)
        self._thread.release()
