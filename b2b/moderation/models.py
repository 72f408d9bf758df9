"""Tables of review: one open item per target, whatever the number of notices."""

from datetime import datetime

from sqlalchemy import JSON, CheckConstraint, Column, Index, text
from sqlmodel import Field, SQLModel

from b2b.core.columns import BigId, by_value, link, primary_key
from b2b.core.crypto import Sealed
from b2b.moderation.rules import (
    EXPLANATION_MAX,
    LOCATION_MAX,
    DecisionKind,
    DecisionSource,
    NoticeCategory,
    ReviewReason,
    ReviewState,
    TargetKind,
)


class ReviewItem(SQLModel, table=True):
    """Something that waits for a person's judgement.

    `level` is the circle whose turn it is (rules.Circle); `called` are the neighbourhoods whose
    moderators were asked too. `version` counts what a moderator must have seen: other words,
    another notice. `other_party_id` is who the author of a message writes with.
    """

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
        Index("ix__review_items__queue", "municipality_id", "state", "created_at", "id"),
        Index("ix__review_items__due", "state", "due_at"),
        Index("ix__review_items__target", "target_kind", "target_id"),
    )

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    neighbourhood_id: int = link("neighbourhoods.id")
    target_kind: TargetKind = Field(sa_type=by_value(TargetKind))
    target_id: int = Field(sa_type=BigId)
    author_id: int = link("members.id")
    other_party_id: int | None = link("members.id", index=False, null=True)
    reason: ReviewReason = Field(sa_type=by_value(ReviewReason))
    state: ReviewState = Field(default=ReviewState.WAITING, sa_type=by_value(ReviewState))
    version: int = 1
    notices: int = 0
    urgent: bool = False
    level: int = 0
    called: list[int] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    due_at: datetime
    late_since: datetime | None = None
    created_at: datetime
    decided_at: datetime | None = None

    @property
    def involved(self) -> tuple[int | None, ...]:
        """Return whom this is about: they never decide on it."""
        return self.author_id, self.other_party_id


class Notice(SQLModel, table=True):
    """What somebody reports, with or without an account (DSA article 16).

    The notifier's name and address are sealed and only used to answer; nobody sees them on a
    page. `snapshot_hash` is the SHA-256 of the words that were reported.
    """

    __tablename__ = "notices"

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    review_item_id: int = link("review_items.id")
    category: NoticeCategory = Field(sa_type=by_value(NoticeCategory))
    explanation: str = Field(max_length=EXPLANATION_MAX)
    location: str = Field(default="", max_length=LOCATION_MAX)
    snapshot_hash: str = Field(max_length=64)
    language: str = Field(default="nl", max_length=8)
    notifier_id: int | None = link("members.id", null=True)
    notifier_name: str | None = Field(default=None, sa_type=Sealed)
    notifier_email: str | None = Field(default=None, sa_type=Sealed)
    good_faith: bool
    once: str = Field(max_length=32, unique=True)
    created_at: datetime


class Decision(SQLModel, table=True):
    """What a person decided, and why: a statement of reasons (DSA article 17).

    `explanation` are the words that whoever it concerns reads; `rule` is a house rule (a code of
    rules.words.HOUSE_RULES) in `rules_version`. `seen_hash` is the SHA-256 of the words that were
    judged. No decision is `automated`; the column says so to who reads an export.
    """

    __tablename__ = "decisions"
    __table_args__ = (
        CheckConstraint("kind = 'place' OR explanation <> ''", name="reasoned"),
        CheckConstraint("kind NOT IN ('refuse', 'hide', 'warn') OR rule IS NOT NULL", name="ruled"),
    )

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    review_item_id: int = link("review_items.id", unique=True)
    kind: DecisionKind = Field(sa_type=by_value(DecisionKind))
    source: DecisionSource = Field(sa_type=by_value(DecisionSource))
    rule: str | None = Field(default=None, max_length=64)
    rules_version: int | None = None
    explanation: str = Field(default="", max_length=EXPLANATION_MAX)
    seen_hash: str = Field(max_length=64)
    automated: bool = False
    decided_by_id: int = link("members.id", index=False)
    at: datetime
