"""Table of what people decided, and why."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from b2b.core.columns import by_value, link, primary_key
from b2b.moderation.rules import EXPLANATION_MAX, DecisionKind, DecisionSource


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
