"""Table of what waits: one open item per target, whatever the number of notices."""

from datetime import datetime

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field, SQLModel

from b2b.core.columns import BigId, by_value, link, only_where, primary_key
from b2b.moderation.rules import NOBODY, NOTE_MAX, PEOPLE_MAX, ReviewReason, ReviewState, TargetKind, ids_in


class ReviewItem(SQLModel, table=True):
    """Something that waits for a person's judgement.

    `level` is the circle whose turn it is (rules.Circle); `called` are the neighbourhoods whose
    moderators were asked too. `version` counts what a moderator must have seen: other words,
    another notice. `other_party_id` is who the author of a message writes with.

    `priority` (rules.priority) orders the queue, `priority_reasons` are its codes. A claim is "I look at
    this" or (`held`) "I wait for an answer"; it ends by itself at `claim_until`. `covering` are members
    who were asked in somebody's place, `conflicted` those who may not judge: ids between commas.
    `precaution_at` is when the thing was hidden until a person looks.
    """

    __tablename__ = "review_items"
    __table_args__ = (
        Index(
            "uq__review_items__open",
            "target_kind",
            "target_id",
            unique=True,
            **only_where("state = 'waiting'"),
        ),
        Index("ix__review_items__queue", "municipality_id", "state", "created_at", "id"),
        Index("ix__review_items__order", "municipality_id", "state", "priority", "created_at", "id"),
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
    priority: int = 0
    priority_reasons: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    crisis: bool = False
    households: int = 0
    circles: int = 0
    claimed_by_id: int | None = Field(default=None, sa_type=BigId)
    claimed_at: datetime | None = None
    claim_until: datetime | None = None
    held: bool = False
    claim_note: str = Field(default="", max_length=NOTE_MAX)
    covering: str = Field(default=NOBODY, max_length=PEOPLE_MAX)
    conflicted: str = Field(default=NOBODY, max_length=PEOPLE_MAX)
    precaution_at: datetime | None = None
    due_at: datetime
    late_since: datetime | None = None
    created_at: datetime
    decided_at: datetime | None = None

    @property
    def involved(self) -> tuple[int | None, ...]:
        """Return whom this is about: they never decide on it."""
        return self.author_id, self.other_party_id, *ids_in(self.conflicted)

    @property
    def is_pointed_out(self) -> bool:
        """Say whether somebody, or a signal, pointed at what others see: "nothing is wrong" is an answer then."""
        return self.notices > 0 or self.reason is ReviewReason.NOTICED

    @property
    def asked(self) -> tuple[int, ...]:
        """Return who was asked by name, in the place of somebody who is away."""
        return ids_in(self.covering)

    @property
    def for_moderators(self) -> bool:
        """Say whether moderators of the neighbourhood look at this; what goes to the municipality is not theirs."""
        return self.target_kind is not TargetKind.HANDOFF
