"""A copy of a SQLite file: through SQLite's own backup, which sees one moment and holds nobody up."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import IO

from b2b.core.backups.sealing import BROKEN, PIECE, BadBackup

BESIDE = ("-wal", "-shm", "-journal")
"""Files that SQLite keeps beside a database; a new database must not find those of an old one."""


def pieces(path: Path) -> Iterator[bytes]:
    """Return the file of the database at `path` as it is now, piece by piece; it needs that much room beside it."""
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".backup-") as folder:
        copy = Path(folder) / "copy.sqlite3"
        with closing(sqlite3.connect(path)) as there, closing(sqlite3.connect(copy)) as here:
            there.backup(here)
            here.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it
        with copy.open("rb") as file:
            while piece := file.read(PIECE):
                yield piece


def revision_of(path: Path) -> str | None:
    """Return the revision of the schema in the file at `path`; None when there is no file, or nothing in it."""
    if not path.exists():
        return None
    with closing(sqlite3.connect(path)) as there:
        if not there.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
            return None
        known = there.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
        found = there.execute("SELECT version_num FROM alembic_version").fetchone() if known else None
        return found[0] if found else "?"


def put_back(plain: IO[bytes], path: Path, revision: str) -> None:
    """Make the file at `path` of a copy; raises BadBackup, and leaves `path` alone, when that is no sound database."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".restore-") as folder:
        copy = Path(folder) / "copy.sqlite3"
        copy.touch(0o600)
        with copy.open("wb") as file:
            shutil.copyfileobj(plain, file, PIECE)
            file.flush()
            os.fsync(file.fileno())
        if not _sound(copy) or revision_of(copy) != revision:
            raise BadBackup(BROKEN)
        for ending in BESIDE:
            path.with_name(path.name + ending).unlink(missing_ok=True)
        os.replace(copy, path)


def _sound(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path)) as there:
            return bool(there.execute("PRAGMA quick_check").fetchone() == ("ok",))
    except sqlite3.DatabaseError:
        return False
