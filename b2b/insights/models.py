"""Tables of figures: what was counted and may be told. No row is about a person, so none has to be erased."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from b2b.core.columns import by_value, link, primary_key
from b2b.insights.rules.periods import CODE_MAX
from b2b.insights.rules.shapes import Bound, Level


class FigurePeriod(SQLModel, table=True):
    """A month or a week that was counted. From `frozen_at` on its figures never change.

    Purpose: to know what was counted, and what is told outside. Months stay; weeks are for the desk and go after a
    few weeks.
    """

    __tablename__ = "figure_periods"
    __table_args__ = (UniqueConstraint("municipality_id", "period"),)

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    period: str = Field(max_length=CODE_MAX)
    computed_at: datetime
    frozen_at: datetime | None = None


class Figure(SQLModel, table=True):
    """One number that may be told: small numbers, and what would give them away, have no row at all.

    `area` is a CBS code, `category` a kind of help or "" for all. A share is `numerator` of `denominator`; a share of
    which only a `bound` is told has no numerator. `people` is how many different people are behind it, `value` a
    median in hours. `version` is that of the definition it was counted by.
    """

    __tablename__ = "figures"
    __table_args__ = (
        UniqueConstraint("municipality_id", "period", "measure", "area", "category"),
        Index("ix__figures__series", "municipality_id", "measure", "area", "category", "period"),
    )

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    period: str = Field(max_length=CODE_MAX)
    measure: str = Field(max_length=32)
    version: int
    level: Level = Field(sa_type=by_value(Level))
    area: str = Field(max_length=10)
    category: str = Field(default="", max_length=32)
    numerator: int | None = None
    denominator: int | None = None
    value: float | None = None
    bound: Bound | None = Field(default=None, nullable=True, sa_type=by_value(Bound))
    people: int
    computed_at: datetime
