"""Every move of every lifecycle leaves a row: what, from where to where, by whom, when."""

from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

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
