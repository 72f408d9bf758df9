"""Who did or saw what, and why: an append-only trail of what staff and the system do.

The database refuses to change or delete an entry (and a row of history). Only `forget` (and that of
the history) may delete, and only what is older than KEEP: it opens the lock for its own transaction and closes it again.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import JSON, Column, Connection, Index, delete, insert, select
from sqlmodel import Field, SQLModel, col

from b2b.core.columns import BigId, primary_key
from b2b.core.db import Work

KEEP = timedelta(days=3 * 365)
"""What staff did can be looked up for so long: longer than a measure counts and an objection lasts."""


class RetentionPermit(SQLModel, table=True):
    """While a row of this table stands, entries may be deleted. It never outlives its transaction."""

    __tablename__ = "retention_permits"

    id: int = Field(primary_key=True, sa_type=BigId, sa_column_kwargs={"autoincrement": False})


class AuditEntry(SQLModel, table=True):
    """One act. `detail` holds ids and codes, never words of residents."""

    __tablename__ = "audit_entries"
    __table_args__ = (Index(None, "thing", "thing_id", "at"), Index(None, "actor_id", "at"))

    id: int | None = primary_key()
    municipality_id: int | None = Field(default=None, sa_type=BigId)
    actor_id: int | None = Field(default=None, sa_type=BigId)
    action: str = Field(max_length=64)
    thing: str | None = Field(default=None, max_length=32)
    thing_id: int | None = Field(default=None, sa_type=BigId)
    at: datetime
    detail: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))


def note(work: Work, action: str, thing: Any = None, *, municipality_id: int | None = None, **detail: Any) -> None:
    """Add an entry: `note(work, "address.shown", agreement, to=helper.id)`."""
    work.add(
        AuditEntry(
            municipality_id=municipality_id or getattr(thing, "municipality_id", None),
            actor_id=work.actor_id,
            action=action,
            thing=type(thing).__name__.lower() if thing is not None else None,
            thing_id=getattr(thing, "id", None),
            at=work.now(),
            detail=detail,
        )
    )


def forget(work: Work, limit: int = 500) -> int:
    """Delete up to `limit` entries older than KEEP; return how many went."""
    old = select(col(AuditEntry.id)).where(col(AuditEntry.at) < work.now() - KEEP).limit(limit)
    with unlocked(work) as connection:
        return connection.execute(delete(AuditEntry).where(col(AuditEntry.id).in_(old))).rowcount


@contextmanager
def unlocked(work: Work) -> Iterator[Connection]:
    """Open the lock on what is append-only, for deleting what is older than KEEP and nothing else."""
    work.flush()  # the permit is for this alone
    connection = work.connection()
    connection.execute(insert(RetentionPermit).values(id=1))
    yield connection
    connection.execute(delete(RetentionPermit))
