"""What the desk asks of the resident."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from b2b.core.columns import link, primary_key
from b2b.core.crypto import Sealed


class HandoffQuestion(SQLModel, table=True):
    """One question to the resident with a deadline, and the answer. Both are sealed.

    Deleted with the notes: at once when the resident withdraws, else KEEP_CLOSED after the end.
    """

    __tablename__ = "handoff_questions"
    __table_args__ = (UniqueConstraint("asked_by_id", "once"), Index("ix__handoff_questions__due", "due_at"))

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    handoff_id: int = link("handoffs.id")
    asked_by_id: int = link("members.id", index=False)
    words: str = Field(sa_type=Sealed)
    once: str = Field(max_length=32)
    asked_at: datetime
    due_at: datetime
    answer: str | None = Field(default=None, sa_type=Sealed)
    answered_at: datetime | None = None
    lapsed_at: datetime | None = None


class HandoffProposal(SQLModel, table=True):
    """A post that the desk would place for the resident, who says yes or no. The words are sealed.

    `post_id` is what came of it: by that the desk follows it. Deleted as a question is. Nobody asked when a system
    of the municipality did.
    """

    __tablename__ = "handoff_proposals"
    __table_args__ = (UniqueConstraint("asked_by_id", "once"), Index("ix__handoff_proposals__due", "due_at"))

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    handoff_id: int = link("handoffs.id")
    asked_by_id: int | None = link("members.id", index=False, null=True)
    category: str = Field(max_length=32)
    title: str = Field(sa_type=Sealed)
    body: str = Field(sa_type=Sealed)
    once: str = Field(max_length=32)
    asked_at: datetime
    due_at: datetime
    agreed: bool | None = None
    answered_at: datetime | None = None
    lapsed_at: datetime | None = None
    post_id: int | None = link("posts.id", null=True, index=False)
