"""What the desk writes beside a question."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from b2b.core.columns import by_value, link, primary_key
from b2b.core.crypto import Sealed
from b2b.handoff.rules import NoteKind, Outcome


class HandoffNote(SQLModel, table=True):
    """A note, a call, an outcome, or why a question was passed on. `for_resident`: the resident may read it.

    Purpose: that a colleague can go on, and that the resident can see what was done. The words are
    sealed. Withdrawing a question deletes its notes at once, and closing it after KEEP_CLOSED.
    `once` makes a double click one.
    """

    __tablename__ = "handoff_notes"
    __table_args__ = (UniqueConstraint("author_id", "once"),)

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    handoff_id: int = link("handoffs.id")
    author_id: int = link("members.id", index=False)
    kind: NoteKind = Field(sa_type=by_value(NoteKind))
    outcome: Outcome | None = Field(default=None, sa_type=by_value(Outcome), nullable=True)
    words: str = Field(sa_type=Sealed)
    for_resident: bool = True
    once: str = Field(max_length=32)
    created_at: datetime
