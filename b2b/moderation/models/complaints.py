"""Table of objections: to a statement of reasons, or to what was decided about a notice (DSA article 20)."""

from datetime import datetime

from sqlalchemy import JSON, CheckConstraint, Column, Index
from sqlmodel import Field, SQLModel

from b2b.core.columns import by_value, link, primary_key
from b2b.moderation.rules.complaints import GROUNDS_MAX, REASONS_MAX, ComplaintState, Outcome


class Complaint(SQLModel, table=True):
    """Somebody does not agree. A person who had no part in the first decision looks again.

    Exactly one of `statement_id` and `notice_id` says what it is about. `kept_out` are the members
    who may not open it: who decided first, whom it is about, who reported it.
    """

    __tablename__ = "complaints"
    __table_args__ = (
        CheckConstraint("(statement_id IS NULL) <> (notice_id IS NULL)", name="about_one"),
        CheckConstraint("grounds <> ''", name="grounded"),
        CheckConstraint(
            "state = 'waiting' OR (handled_by_id IS NOT NULL AND outcome IS NOT NULL "
            "AND reasons <> '' AND decided_at IS NOT NULL)",
            name="reasoned",
        ),
        CheckConstraint("handled_by_id IS NULL OR handled_by_id <> first_decider_id", name="somebody_else"),
        CheckConstraint("human", name="human"),
        Index("ix__complaints__queue", "municipality_id", "state", "due_at"),
    )

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    neighbourhood_id: int = link("neighbourhoods.id", index=False)
    decision_id: int = link("decisions.id")
    statement_id: int | None = link("statements.id", null=True, unique=True)
    notice_id: int | None = link("notices.id", null=True, unique=True)
    complainant_id: int | None = link("members.id", null=True)
    grounds: str = Field(max_length=GROUNDS_MAX)
    language: str = Field(default="nl", max_length=8)
    once: str = Field(max_length=32, unique=True)
    state: ComplaintState = Field(default=ComplaintState.WAITING, sa_type=by_value(ComplaintState))
    version: int = 1
    first_decider_id: int = link("members.id", index=False)
    kept_out: list[int] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    filed_at: datetime
    due_at: datetime
    late_since: datetime | None = None
    handled_by_id: int | None = link("members.id", index=False, null=True)
    human: bool = True
    outcome: Outcome | None = Field(default=None, nullable=True, sa_type=by_value(Outcome))
    reasons: str = Field(default="", max_length=REASONS_MAX)
    decided_at: datetime | None = None
    restored_at: datetime | None = None

    @property
    def involved(self) -> tuple[int, ...]:
        """Return who may not open it."""
        return tuple(self.kept_out)
