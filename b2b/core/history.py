"""Every move of every lifecycle leaves a row: what, from where to where, by whom, when."""

from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from sqlalchemy import Index, delete, select
from sqlmodel import Field, SQLModel, col

from b2b.core import audit
from b2b.core.columns import BigId, primary_key
from b2b.core.db import Work
from b2b.core.lifecycle import Lifecycle


class Move(SQLModel, table=True):
    """One step of one thing. Append-only."""

    __tablename__ = "moves"
    __table_args__ = (Index(None, "thing", "thing_id", "id"),)

    id: int | None = primary_key()
    municipality_id: int = Field(sa_type=BigId)
    thing: str = Field(max_length=32)
    thing_id: int = Field(sa_type=BigId)
    action: str = Field(max_length=32)
    before: str | None = Field(default=None, max_length=32)
    after: str = Field(max_length=32)
    actor_id: int | None = Field(default=None, sa_type=BigId)
    at: datetime


class Living(Protocol):
    """Anything with a state."""

    id: Any
    municipality_id: Any
    state: Any


def move(work: Work, thing: Living, lifecycle: Lifecycle, action: StrEnum) -> None:
    """Bring `thing` to its next state, or raise IllegalMove; write the history row."""
    before, thing.state = thing.state, lifecycle.after(thing.state, action)
    work.add(
        Move(
            municipality_id=thing.municipality_id,
            thing=lifecycle.name,
            thing_id=thing.id,
            action=action,
            before=before,
            after=thing.state,
            actor_id=work.actor_id,
            at=work.now(),
        )
    )


def forget(work: Work, limit: int = 500) -> int:
    """Delete up to `limit` rows as old as entries of the audit trail are when they go; return how many went."""
    old = select(col(Move.id)).where(col(Move.at) < work.now() - audit.KEEP).limit(limit)
    with audit.unlocked(work) as connection:
        return connection.execute(delete(Move).where(col(Move.id).in_(old))).rowcount
