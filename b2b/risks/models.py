"""Tables of risks, and of what went wrong. The words of an incident are sealed, and go when they are old."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from b2b.core.columns import by_value, link, primary_key
from b2b.core.crypto import Sealed
from b2b.risks.rules import MEASURE_MAX, OWNER_MAX, TITLE_MAX, IncidentState


class Risk(SQLModel, table=True):
    """One risk of one municipality. `code` says which of ours it began as; its words may have changed since."""

    __tablename__ = "risks"
    __table_args__ = (
        UniqueConstraint("municipality_id", "code"),
        CheckConstraint("likelihood BETWEEN 1 AND 5", name="likelihood"),
        CheckConstraint("effect BETWEEN 1 AND 5", name="effect"),
    )

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    code: str | None = Field(default=None, max_length=64)
    category: str | None = Field(default=None, max_length=32)
    title: str = Field(max_length=TITLE_MAX)
    likelihood: int
    effect: int
    measure: str = Field(max_length=MEASURE_MAX)
    owner: str = Field(default="", max_length=OWNER_MAX)
    review_on: date | None = None
    version: int = 1
    updated_at: datetime


class Incident(SQLModel, table=True):
    """A risk that came true once. `once` makes a double click one row."""

    __tablename__ = "incidents"
    __table_args__ = (Index("ix__incidents__municipality_id", "municipality_id", "happened_on"),)

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    once: str = Field(max_length=64, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    neighbourhood_id: int | None = link("neighbourhoods.id", index=False, null=True)
    risk_id: int = link("risks.id")
    about: str | None = Field(default=None, max_length=11)
    happened_on: date
    what: str | None = Field(default=None, sa_type=Sealed)
    done: str | None = Field(default=None, sa_type=Sealed)
    state: IncidentState = Field(default=IncidentState.OPEN, sa_type=by_value(IncidentState))
    filed_by_id: int | None = link("members.id", index=False, null=True)
    filed_at: datetime
    closed_at: datetime | None = Field(default=None, index=True)
