"""Tables of what the desk should hear early.

| table | purpose | until |
|---|---|---|
| worries | a person of the municipality goes and looks | KEEP_WORRY after it was closed, KEEP_AT_MOST in any case |
| early_signals | the desk sees it once, and remembers what it decided | its reason is over, or KEEP_SIGNAL after it was closed |
"""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from b2b.concerns.rules.signals import SignalState, Why
from b2b.concerns.rules.worries import Spoken, Told, WorryKind
from b2b.core.columns import by_value, link, primary_key
from b2b.core.crypto import Sealed


class Worry(SQLModel, table=True):
    """What somebody tells the desk about somebody else. Who it is about is words, sealed, and no account.

    Shown to the desk of the neighbourhood and, without an end to how it went, to who told it (`member_id`).
    `told` is how the person heard of it; `once` makes a double click one.
    """

    __tablename__ = "worries"
    __table_args__ = (UniqueConstraint("member_id", "once"),)

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    neighbourhood_id: int = link("neighbourhoods.id", index=False)
    member_id: int = link("members.id", index=False)
    kind: WorryKind = Field(sa_type=by_value(WorryKind))
    about: str = Field(sa_type=Sealed)
    place: str = Field(sa_type=Sealed)
    words: str = Field(sa_type=Sealed)
    spoken: Spoken = Field(sa_type=by_value(Spoken))
    may_name: bool
    once: str = Field(max_length=32)
    created_at: datetime
    told: Told | None = Field(default=None, sa_type=by_value(Told), nullable=True)
    closed_at: datetime | None = Field(default=None, index=True)


class EarlySignal(SQLModel, table=True):
    """A line of the desk's list: why, where, since when, and what the desk decided.

    `subject` is the reference of the thing (or the key of a place), so that a look finds it once. `member_id` is
    whose action it was: they never handle it themselves. `reason` is why it was set aside; sealed.
    """

    __tablename__ = "early_signals"
    __table_args__ = (
        UniqueConstraint("municipality_id", "why", "subject"),
        Index("ix__early_signals__list", "municipality_id", "state", "rank", "since", "id"),
    )

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    neighbourhood_id: int = link("neighbourhoods.id", index=False)
    member_id: int | None = link("members.id", index=False, null=True)
    why: Why = Field(sa_type=by_value(Why))
    rank: int
    subject: str = Field(max_length=40)
    number: int = 1
    since: datetime
    state: SignalState = Field(default=SignalState.OPEN, sa_type=by_value(SignalState))
    taken_by_id: int | None = link("members.id", index=False, null=True)
    reason: str | None = Field(default=None, sa_type=Sealed)
    later_until: datetime | None = None
    offered_at: datetime | None = None
    created_at: datetime
    closed_at: datetime | None = None
