"""Close what is sealed with the newest key, a few rows at a time, while the site goes on."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, LargeBinary, Table, func, select, type_coerce, update
from sqlmodel import SQLModel

from b2b.core.crypto import UNSEALED, Sealed, keyring, opened
from b2b.core.db import Work

Writing = Callable[[], AbstractContextManager[Work]]
"""Opens a unit of work that writes."""
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
    """Return how many values an older key closed, or none."""
    return work.connection().execute(select(func.count()).where(_old(drawer))).scalar_one()


def reseal(writing: Writing, drawer: Drawer, *, unsealed_only: bool = False) -> int:
    """Go through one drawer, a batch a transaction; return how many values were closed anew.

    `unsealed_only`: leave what an older key closed, and close what a migration left open.
    """
    total, after = 0, 0
    while True:
        with writing() as work:
            done, last = reseal_some(work, drawer, after, unsealed_only=unsealed_only)
        if last is None:
            return total
        total, after = total + done, last


def reseal_some(
    work: Work, drawer: Drawer, after: int, *, most: int = BATCH, unsealed_only: bool = False
) -> tuple[int, int | None]:
    """Close up to `most` values anew, of rows after the key `after`; return how many, and the last key or None.

    What somebody wrote in the meantime stays. Raises WrongKey when no secret opens a value.
    """
    key: Any = drawer.table.c.id
    which = _starts(drawer) == UNSEALED if unsealed_only else _old(drawer)
    old = select(key, drawer.closed).where(which, key > after).order_by(key).limit(most)
    rows = work.connection().execute(old).all()
    done = 0
    for row_key, sealed in rows:
        anew = update(drawer.table).where(key == row_key, drawer.closed == sealed)
        plain = opened(bytes(sealed))
        done += work.connection().execute(anew.values({drawer.column.name: plain})).rowcount
    return done, rows[-1][0] if rows else None


def _old(drawer: Drawer) -> Any:
    return drawer.column.is_not(None) & (_starts(drawer) != keyring().newest)


def _starts(drawer: Drawer) -> Any:
    return func.substr(drawer.closed, 1, len(UNSEALED))
