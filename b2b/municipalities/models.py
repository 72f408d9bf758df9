"""Tables of places. CBS codes are attributes with a vintage: they change, our keys do not."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field, SQLModel

from b2b.core.columns import BigId, link, primary_key

OUTLINE_MAX = 20_000


class Municipality(SQLModel, table=True):
    """A municipality that takes part."""

    __tablename__ = "municipalities"

    id: int | None = primary_key()
    code: str = Field(max_length=6, unique=True)
    name: str = Field(max_length=80)
    slug: str = Field(max_length=80, unique=True)
    is_default: bool = False
    ended_on: date | None = None
    opened_at: datetime | None = None
    """Since when residents can take part; before that they can only read about it."""


class MunicipalityHost(SQLModel, table=True):
    """A host name that shows one municipality."""

    __tablename__ = "municipality_hosts"

    host: str = Field(primary_key=True, max_length=253)
    municipality_id: int = link("municipalities.id")


class District(SQLModel, table=True):
    """A wijk, in one CBS vintage."""

    __tablename__ = "districts"
    __table_args__ = (UniqueConstraint("municipality_id", "code", "vintage"),)

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    code: str = Field(max_length=8)
    vintage: int
    name: str = Field(max_length=80)
    lon: float
    lat: float
    population: int | None = None
    outline: str = Field(default="", max_length=OUTLINE_MAX)
    valid_from: date
    valid_to: date | None = None


class Neighbourhood(SQLModel, table=True):
    """A buurt, in one CBS vintage; `slug` is its name in addresses."""

    __tablename__ = "neighbourhoods"
    __table_args__ = (
        UniqueConstraint("municipality_id", "code", "vintage"),
        UniqueConstraint("municipality_id", "slug"),
    )

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    district_id: int = link("districts.id")
    code: str = Field(max_length=10)
    vintage: int
    name: str = Field(max_length=80)
    slug: str = Field(max_length=80)
    lon: float
    lat: float
    population: int | None = None
    outline: str = Field(default="", max_length=OUTLINE_MAX)
    valid_from: date
    valid_to: date | None = None


class NeighbourhoodSuccession(SQLModel, table=True):
    """A neighbourhood that ended, and one that came in its place (n:m)."""

    __tablename__ = "neighbourhood_successions"

    predecessor_id: int = Field(primary_key=True, foreign_key="neighbourhoods.id", sa_type=BigId)
    successor_id: int = Field(primary_key=True, foreign_key="neighbourhoods.id", sa_type=BigId)


class Adjacency(SQLModel, table=True):
    """Two neighbourhoods that share a border; both directions are stored."""

    __tablename__ = "adjacencies"

    neighbourhood_id: int = Field(primary_key=True, foreign_key="neighbourhoods.id", sa_type=BigId)
    adjacent_id: int = Field(primary_key=True, foreign_key="neighbourhoods.id", sa_type=BigId)
    border_m: int | None = None


class PostcodeHint(SQLModel, table=True):
    """Four digits of a postcode suggest a wijk: a suggestion, not a mapping."""

    __tablename__ = "postcode_hints"

    municipality_id: int = Field(primary_key=True, foreign_key="municipalities.id", sa_type=BigId)
    pc4: str = Field(primary_key=True, max_length=4)
    district_id: int = link("districts.id", index=False)
    share: float | None = None


class Setting(SQLModel, table=True):
    """What a municipality chose for itself."""

    __tablename__ = "settings"

    municipality_id: int = Field(primary_key=True, foreign_key="municipalities.id", sa_type=BigId)
    key: str = Field(primary_key=True, max_length=64)
    value: Any = Field(sa_column=Column(JSON, nullable=False))
