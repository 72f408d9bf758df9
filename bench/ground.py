"""What every measurement stands on: a database of its own, and the settings of a site that is loaded."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from b2b.core.engines import Database, connect

SECRET = "a secret of the bench, at least 32 characters long"


@contextmanager
def ground(kind: str, name: str) -> Iterator[tuple[str, Database, Callable[[], float]]]:
    """Make an empty database ("sqlite" or "postgresql"); give its address, its engines and what CPU it took so far."""
    if kind == "sqlite":
        with tempfile.TemporaryDirectory(prefix="b2b-bench-") as folder:
            url = f"sqlite:///{Path(folder) / 'bench.sqlite3'}"
            database = connect(url)
            yield url, database, lambda: 0.0
            database.dispose()
        return
    from tests.databases import Postgres

    with Postgres.started() as server:
        server._run(f"CREATE ROLE {server.ROLE} LOGIN NOSUPERUSER NOBYPASSRLS")
        server._run(f"CREATE DATABASE {name} OWNER {server.ROLE}")
        database = connect(server.address(name))
        yield server.address(name), database, _postgres_cpu
        database.dispose()


def _postgres_cpu() -> float:
    times = [p.cpu_times() for p in psutil.process_iter() if p.name() == "postgres"]
    return sum(t.user + t.system for t in times)


def environment(url: str) -> dict[str, str]:
    """Return the environment of a site on this database: no limits, no worker."""
    return {
        **{key: value for key, value in os.environ.items() if key in ("PATH", "HOME", "LANG", "PYTHONPATH")},
        "B2B_SECRET_KEY": SECRET,
        "B2B_DATABASE_URL": url,
        "B2B_LIMITS": "0",
        "B2B_WORKER": "0",
    }
