"""Close what is sealed with the newest key, a few rows at a time, while the site goes on."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, LargeBinary, Table, func, select, type_coerce, update
from sqlmodel import SQLModel

from b2b.core.crypto import Sealed, keyring
from b2b.core.db import Work

BATCH = 50
"""Rows a transaction: on SQLite everybody who writes waits for it."""


@dataclass(frozen=True)
class Drawer:
    """One column of one table that is sealed."""

    table: Table
    column: Column[Any]

    def __str__(self) -> str:
        return f"{self.table.name}.{self.column.name}"

    @property
    def closed(self) -> Any:
        """The column as the database holds it."""
        return type_coerce(self.column, LargeBinary)


def drawers() -> list[Drawer]:
    """Return every sealed column, by name of its table."""
    tables = sorted(SQLModel.metadata.tables.values(), key=lambda table: table.name)
    return [Drawer(table, column) for table in tables for column in table.columns if isinstance(column.type, Sealed)]


def left(work: Work, drawer: Drawer) -> int:
    """Return how many values an older key closed."""
    return work.connection().execute(select(func.count()).where(_old(drawer))).scalar_one()


def reseal_some(work: Work, drawer: Drawer, after: int, most: int = BATCH) -> tuple[int, int | None]:
    """Close up to `most` values anew, of rows after the key `after`; return how many, and the last key or None.

    What somebody wrote in the meantime stays. Raises WrongKey when no secret opens a value.
    """
    key: Any = drawer.table.c.id
    old = select(key, drawer.closed).where(_old(drawer), key > after).order_by(key).limit(most)
    rows = work.connection().execute(old).all()
    done = 0
    for row_key, sealed in rows:
        anew = update(drawer.table).where(key == row_key, drawer.closed == sealed)
        plain = keyring().open(bytes(sealed))
        done += work.connection().execute(anew.values({drawer.column.name: plain})).rowcount
    return done, rows[-1][0] if rows else None


def _old(drawer: Drawer) -> Any:
    newest = keyring().newest
    return drawer.column.is_not(None) & (func.substr(drawer.closed, 1, len(newest)) != newest)
