"""The table of signposts: public facts about organisations, nothing about people. What ended stays, to come back."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from b2b.core.columns import link, primary_key
from b2b.signposts.rules import FOR_MAX, HOURS_MAX, NAME_MAX, PHONE_MAX, SOURCE_MAX, WEB_MAX, WHAT_MAX


class Signpost(SQLModel, table=True):
    """One place to go in a municipality. `category` is a kind of help, empty for all, or "gevaar"."""

    __tablename__ = "signposts"
    __table_args__ = (UniqueConstraint("municipality_id", "category", "name"),)

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id")
    category: str = Field(default="", max_length=32)
    name: str = Field(max_length=NAME_MAX)
    what: str = Field(max_length=WHAT_MAX)
    for_whom: str = Field(default="", max_length=FOR_MAX)
    phone: str = Field(default="", max_length=PHONE_MAX)
    web: str = Field(default="", max_length=WEB_MAX)
    hours: str = Field(default="", max_length=HOURS_MAX)
    source: str = Field(default="", max_length=SOURCE_MAX)
    checked_on: date | None = None
    updated_at: datetime
    ended_at: datetime | None = None
