"""Table of what people decided, and why."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from b2b.core.columns import by_value, link, primary_key
from b2b.moderation.rules import EXPLANATION_MAX, DecisionKind, DecisionSource

RESTRICTING = "'refuse', 'hide', 'warn', 'hold', 'suspend_7', 'suspend_30', 'end'"


class Decision(SQLModel, table=True):
    """What a person decided, and why. One that restricts somebody has its statement of reasons.

    `explanation` are the words that whoever it concerns reads; `rule` is a house rule (a code of
    rules.words.HOUSE_RULES) in `rules_version`, or a law (rules.statements.LAWS). `seen_hash` is the
    SHA-256 of the words that were judged. No decision is `automated`: the database refuses it.
    """

    __tablename__ = "decisions"
    __table_args__ = (
        CheckConstraint("kind = 'place' OR explanation <> ''", name="reasoned"),
        CheckConstraint(f"kind NOT IN ({RESTRICTING}) OR rule IS NOT NULL", name="ruled"),
        CheckConstraint(f"kind NOT IN ({RESTRICTING}) OR statement_id IS NOT NULL", name="stated"),
        CheckConstraint("NOT automated", name="human"),
    )

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    review_item_id: int = link("review_items.id", unique=True)
    statement_id: int | None = link("statements.id", null=True, unique=True)
    kind: DecisionKind = Field(sa_type=by_value(DecisionKind))
    source: DecisionSource = Field(sa_type=by_value(DecisionSource))
    rule: str | None = Field(default=None, max_length=64)
    rules_version: int | None = None
    explanation: str = Field(default="", max_length=EXPLANATION_MAX)
    seen_hash: str = Field(max_length=64)
    automated: bool = False
    decided_by_id: int = link("members.id", index=False)
    at: datetime
