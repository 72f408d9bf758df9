"""Table of yearly figures whose cases were forgotten."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field, SQLModel

from b2b.core.columns import link, primary_key


class FrozenYear(SQLModel, table=True):
    """The report of a year as it was counted just before its first case was forgotten.

    Numbers only, small ones of a wijk masked already; about nobody, so it stays.
    """

    __tablename__ = "frozen_years"
    __table_args__ = (UniqueConstraint("municipality_id", "year"),)

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    year: int
    lines: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False))
    places: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False))
    frozen_at: datetime
