"""Table of what came from outside: orders and disputes."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, SQLModel

from b2b.core.columns import by_value, link, primary_key
from b2b.core.crypto import Sealed
from b2b.moderation.rules.notices import NoticeCategory
from b2b.moderation.rules.outside import PARTY_MAX, DisputeOutcome, OutsideKind


class OutsideMatter(SQLModel, table=True):
    """An order of an authority, or a dispute that somebody brought before an independent body.

    Kept because the yearly report counts it (DSA article 15). The words are sealed, need no names, and go two years
    after it was done, with who wrote them down; the rest is about no resident and stays. Erasing a member changes
    nothing here.
    """

    __tablename__ = "outside_matters"
    __table_args__ = (
        CheckConstraint("done_on IS NULL OR done_on >= received_on", name="in_order"),
        CheckConstraint("kind = 'dispute' OR (outcome IS NULL AND followed IS NULL)", name="outcome_of_a_dispute"),
        Index("ix__outside_matters__period", "municipality_id", "received_on"),
    )

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    once: str = Field(max_length=32, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    kind: OutsideKind = Field(sa_type=by_value(OutsideKind))
    party: str = Field(max_length=PARTY_MAX)
    category: NoticeCategory = Field(sa_type=by_value(NoticeCategory))
    received_on: date
    confirmed_on: date | None = None
    what: str | None = Field(default=None, sa_type=Sealed, repr=False)
    done: str | None = Field(default=None, sa_type=Sealed, repr=False)
    done_on: date | None = Field(default=None, index=True)
    outcome: DisputeOutcome | None = Field(default=None, sa_type=by_value(DisputeOutcome))
    followed: bool | None = None
    filed_by_id: int | None = link("members.id", index=False, null=True)
    filed_at: datetime

    @property
    def is_dispute(self) -> bool:
        """Say whether an independent body looks at a decision of ours."""
        return self.kind is OutsideKind.DISPUTE
