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
def ground(kind: str) -> Iterator[tuple[str, Database, Callable[[], float]]]:
    """Make an empty database ("sqlite" or "postgresql"); give its address, its engines and what CPU it took so far."""
    if kind == "sqlite":
        with tempfile.TemporaryDirectory(prefix="b2b-bench-") as folder:
            url = f"sqlite:///{Path(folder) / 'bench.sqlite3'}"
            database = connect(url)
            yield url, database, lambda: 0.0
            database.dispose()
        return
    from tests.databases import Postgres

    # It keeps what it says it keeps, and stands where it stood for SQLite: on the disk.
    with Postgres.started(careless=False) as server, server.empty() as url:
        database = connect(url)
        yield url, database, lambda: _postgres_cpu(server.folder)
        database.dispose()


def _postgres_cpu(folder: Path) -> float:
    """Return the CPU seconds of the PostgreSQL server with its data in `folder`: others may run beside it."""
    server = psutil.Process(int((folder / "postmaster.pid").read_text().split()[0]))
    # What a process that ended used, is counted with its parent.
    times = [server.cpu_times(), *(one.cpu_times() for one in server.children(recursive=True))]
    return sum(t.user + t.system for t in times) + times[0].children_user + times[0].children_system


def environment(url: str) -> dict[str, str]:
    """Return the environment of a site on this database: no limits, no worker."""
    return {
        **{key: value for key, value in os.environ.items() if key in ("PATH", "HOME", "LANG", "PYTHONPATH")},
        "B2B_SECRET_KEY": SECRET,
        "B2B_DATABASE_URL": url,
        "B2B_LIMITS": "0",
        "B2B_WORKER": "0",
    }
