"""Who did or saw what, and why: an append-only trail of what staff and the system do."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field, SQLModel

from b2b.core.columns import BigId, primary_key
from b2b.core.db import Work


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
