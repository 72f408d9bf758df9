"""Tables of review: one open item per target, whatever the number of notices."""

from datetime import datetime

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from b2b.core.columns import BigId, by_value, link, primary_key
from b2b.core.crypto import Sealed
from b2b.moderation.rules import (
    EXPLANATION_MAX,
    DecisionKind,
    NoticeCategory,
    ReviewReason,
    ReviewState,
    TargetKind,
)


class ReviewItem(SQLModel, table=True):
    """Something that waits for a person's judgement. `level` counts the steps it went up."""

    __tablename__ = "review_items"
    __table_args__ = (
        Index(
            "uq__review_items__open",
            "target_kind",
            "target_id",
            unique=True,
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
        Index("ix__review_items__queue", "municipality_id", "state", "created_at"),
    )

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    neighbourhood_id: int = link("neighbourhoods.id")
    target_kind: TargetKind = Field(sa_type=by_value(TargetKind))
    target_id: int = Field(sa_type=BigId)
    author_id: int = link("members.id", index=False)
    reason: ReviewReason = Field(sa_type=by_value(ReviewReason))
    state: ReviewState = Field(default=ReviewState.WAITING, sa_type=by_value(ReviewState))
    version: int = 1
    level: int = 0
    due_at: datetime = Field(index=True)
    claimed_by_id: int | None = link("members.id", index=False, null=True)
    claimed_at: datetime | None = None
    created_at: datetime
    decided_at: datetime | None = None


class Notice(SQLModel, table=True):
    """What somebody reports, with or without an account (DSA article 16)."""

    __tablename__ = "notices"

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    review_item_id: int = link("review_items.id")
    category: NoticeCategory = Field(sa_type=by_value(NoticeCategory))
    explanation: str = Field(max_length=EXPLANATION_MAX)
    notifier_id: int | None = link("members.id", null=True)
    notifier_name: str | None = Field(default=None, sa_type=Sealed)
    notifier_email: str | None = Field(default=None, sa_type=Sealed)
    good_faith: bool
    created_at: datetime


class Decision(SQLModel, table=True):
    """What a person decided, and why: the words that the author reads."""

    __tablename__ = "decisions"

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    review_item_id: int = link("review_items.id")
    kind: DecisionKind = Field(sa_type=by_value(DecisionKind))
    rule: str | None = Field(default=None, max_length=64)
    explanation: str = Field(default="", max_length=EXPLANATION_MAX)
    decided_by_id: int = link("members.id", index=False)
    at: datetime
