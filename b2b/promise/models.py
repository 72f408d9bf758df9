"""Tables of the promise: the clock of a request, the rungs that were taken, who was invited, how helpers want it.

Why we keep them: so that nobody is asked twice, the asker sees what was done, and a helper's own limits hold. Promises
with their rungs and invitations go KEEP after the request is over; nudges and no-shows go KEEP after they were made.
"""

from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint, false
from sqlmodel import Field, SQLModel

from b2b.core.columns import by_value, link, primary_key
from b2b.promise.rules import InvitationAnswer, PromiseState
from b2b.promise.rules.ladder import Rung
from b2b.promise.rules.terms import PARTS_MAX, Reach


class Promise(SQLModel, table=True):
    """The clock of one request. `step` is the index in LADDER of the rung that comes next, at `next_at`.

    A new `round` begins when help is looked for again; `urgent` when somebody did not come.
    """

    __tablename__ = "promises"
    __table_args__ = (Index(None, "state", "next_at"),)

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    post_id: int = link("posts.id", unique=True)
    state: PromiseState = Field(default=PromiseState.RUNNING, sa_type=by_value(PromiseState))
    round: int = 1
    step: int = 0
    urgent: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    begun_at: datetime
    due_at: datetime
    next_at: datetime | None = None
    stopped_at: datetime | None = None


class PromiseStep(SQLModel, table=True):
    """A rung that was taken, once in a round: the database keeps it so."""

    __tablename__ = "promise_steps"
    __table_args__ = (UniqueConstraint("promise_id", "round", "rung"),)

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    promise_id: int = link("promises.id", index=False)
    round: int
    rung: Rung = Field(sa_type=by_value(Rung))
    invited: int = 0
    at: datetime


class HelpAsk(SQLModel, table=True):
    """A neighbour was asked to help with one request: once, whatever they say."""

    __tablename__ = "help_asks"
    __table_args__ = (UniqueConstraint("post_id", "member_id"), Index(None, "member_id", "created_at"))

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    post_id: int = link("posts.id", index=False)
    member_id: int = link("members.id", index=False)
    rung: Rung = Field(sa_type=by_value(Rung))
    answer: InvitationAnswer = Field(default=InvitationAnswer.ASKED, sa_type=by_value(InvitationAnswer))
    created_at: datetime
    answered_at: datetime | None = None


class HelperTerms(SQLModel, table=True):
    """When, how far and how often somebody helps with one offer."""

    __tablename__ = "helper_terms"

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    post_id: int = link("posts.id", unique=True)
    member_id: int = link("members.id", index=False)
    parts: str = Field(default="", max_length=PARTS_MAX)
    reach: Reach = Field(default=Reach.AROUND, sa_type=by_value(Reach))
    monthly_max: int
    updated_at: datetime


class HelperRest(SQLModel, table=True):
    """When a member is not asked: a holiday, quiet hours, or never. Only they see it."""

    __tablename__ = "helper_rests"

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    member_id: int = link("members.id", unique=True)
    away_from: date | None = None
    away_until: date | None = None
    quiet_from: int | None = None
    quiet_until: int | None = None
    never: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    updated_at: datetime


class Nudge(SQLModel, table=True):
    """Somebody was reminded, once, that the other waits for an answer in a conversation."""

    __tablename__ = "nudges"
    __table_args__ = (UniqueConstraint("conversation_id", "member_id"),)

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    conversation_id: int = link("conversations.id", index=False)
    member_id: int = link("members.id", index=False)
    since: datetime
    created_at: datetime


class NoShow(SQLModel, table=True):
    """The asker of an appointment said that nobody came; what both say about it later, in one tap.

    Read by moderators only: a note, never a score. A correction by the asker makes it count no more.
    """

    __tablename__ = "no_shows"

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    agreement_id: int = link("agreements.id", unique=True)
    asker_id: int = link("members.id", index=False)
    helper_id: int = link("members.id")
    at: datetime
    asked_at: datetime | None = None
    asker_said: str | None = Field(default=None, max_length=32)
    helper_said: str | None = Field(default=None, max_length=32)
