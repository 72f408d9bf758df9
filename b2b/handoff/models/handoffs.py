"""Tables of handoffs. The resident's words and contact are sealed: a reference, not a dossier."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from b2b.core.columns import by_value, link, primary_key
from b2b.core.crypto import Sealed
from b2b.handoff.rules import ContactWay, HandoffState, Helped


class Handoff(SQLModel, table=True):
    """One question for the coordinator of one neighbourhood. `once` makes a double click one.

    `due_at` is until when it may stay in its state: what the queue is sorted by. It says nothing
    of a person and stays with the reference. So does `helped`, what the resident said at the end.
    """

    __tablename__ = "handoffs"
    __table_args__ = (
        Index("ix__handoffs__queue", "municipality_id", "state", "due_at", "id"),
        Index("ix__handoffs__member_id", "member_id", "created_at"),
        UniqueConstraint("member_id", "once"),
    )

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    neighbourhood_id: int = link("neighbourhoods.id")
    member_id: int = link("members.id", index=False)
    post_id: int | None = link("posts.id", null=True)
    once: str = Field(max_length=32)
    question: str | None = Field(default=None, sa_type=Sealed)
    contact_way: ContactWay = Field(sa_type=by_value(ContactWay))
    contact: str | None = Field(default=None, sa_type=Sealed)
    consented_at: datetime
    consent_hash: str = Field(max_length=64)
    state: HandoffState = Field(default=HandoffState.NEW, sa_type=by_value(HandoffState))
    claimed_by_id: int | None = link("members.id", index=False, null=True)
    claimed_at: datetime | None = None
    due_at: datetime | None = None
    helped: Helped | None = Field(default=None, sa_type=by_value(Helped), nullable=True)
    contacted_at: datetime | None = None
    closed_at: datetime | None = None
    closing_note: str | None = Field(default=None, sa_type=Sealed)
    created_at: datetime
