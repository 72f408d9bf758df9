"""Which organisations a resident was referred to, and what was shared without consent."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint, false
from sqlmodel import Field, SQLModel

from b2b.core.columns import by_value, link, primary_key
from b2b.core.crypto import Sealed
from b2b.handoff.rules import ORGANISATION_MAX, ExceptionState, Ground


class Referral(SQLModel, table=True):
    """An organisation that has something open for a resident since a day. Never what it is about.

    Purpose: that the resident and the desk see who is involved. `hidden` is for sharing that would be
    dangerous to tell: only the desk sees it. Deleted KEEP_REFERRAL after it began, sooner when it ended.
    """

    __tablename__ = "referrals"
    __table_args__ = (Index("ix__referrals__member_id", "member_id", "ended_at"),)

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    handoff_id: int = link("handoffs.id")
    member_id: int = link("members.id", index=False)
    made_by_id: int = link("members.id", index=False)
    organisation: str = Field(max_length=ORGANISATION_MAX)
    hidden: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    since: datetime
    ended_at: datetime | None = None


class ConsentException(SQLModel, table=True):
    """Something of a resident was shared without a yes, because a life was at stake.

    Purpose: to account for it. The reason in words is sealed; ground, organisation, who and when stay
    as long as the handoff's own reference does. `told_at` is when the resident heard of it.
    """

    __tablename__ = "consent_exceptions"
    __table_args__ = (
        UniqueConstraint("made_by_id", "once"),
        Index("ix__consent_exceptions__due", "state", "due_at"),
    )

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    neighbourhood_id: int = link("neighbourhoods.id", index=False)
    handoff_id: int = link("handoffs.id")
    member_id: int = link("members.id", index=False)
    made_by_id: int = link("members.id", index=False)
    ground: Ground = Field(sa_type=by_value(Ground))
    organisation: str = Field(max_length=ORGANISATION_MAX)
    words: str | None = Field(default=None, sa_type=Sealed)
    secret: bool
    once: str = Field(max_length=32)
    state: ExceptionState = Field(default=ExceptionState.OPEN, sa_type=by_value(ExceptionState))
    created_at: datetime
    due_at: datetime
    decided_by_id: int | None = link("members.id", index=False, null=True)
    decided_at: datetime | None = None
    told_at: datetime | None = None
