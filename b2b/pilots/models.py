"""Tables of pilots. Nothing here is about a resident; the words of the team are sealed, and go when they are old."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from b2b.core.columns import by_value, link, primary_key
from b2b.core.crypto import Sealed
from b2b.pilots.rules import NAME_MAX, WORDS_MAX, Direction, PilotState


class Pilot(SQLModel, table=True):
    """A try-out of one municipality, kept: what was assumed and found is worth more when it is old.

    `only_here`: outside its open neighbourhoods nobody places posts. `once` makes a double click one row.
    """

    __tablename__ = "pilots"

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    once: str = Field(max_length=64, unique=True)
    municipality_id: int = link("municipalities.id")
    name: str = Field(max_length=NAME_MAX)
    state: PilotState = Field(default=PilotState.PLANNED, sa_type=by_value(PilotState))
    only_here: bool = True
    starts_on: date
    ends_on: date
    baseline_from: date
    baseline_until: date
    created_at: datetime
    ended_at: datetime | None = None


class PilotNeighbourhood(SQLModel, table=True):
    """A neighbourhood of a pilot; residents can place posts there since `opened_at`."""

    __tablename__ = "pilot_neighbourhoods"
    __table_args__ = (UniqueConstraint("pilot_id", "neighbourhood_id"),)

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    pilot_id: int = link("pilots.id", index=False)
    neighbourhood_id: int = link("neighbourhoods.id", index=False)
    opened_at: datetime | None = None


class PilotHypothesis(SQLModel, table=True):
    """What was assumed before the pilot began, bound to a measure; `target` is in the unit of that measure."""

    __tablename__ = "pilot_hypotheses"

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    once: str = Field(max_length=64, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    pilot_id: int = link("pilots.id")
    words: str = Field(max_length=WORDS_MAX)
    measure: str = Field(max_length=64)
    direction: Direction = Field(sa_type=by_value(Direction))
    target: float


class PilotNote(SQLModel, table=True):
    """What the team saw, in its own words without names. Goes KEEP_NOTES after the pilot ended."""

    __tablename__ = "pilot_notes"

    id: int | None = primary_key()
    once: str = Field(max_length=64, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    pilot_id: int = link("pilots.id")
    words: str = Field(sa_type=Sealed)
    written_by_id: int | None = link("members.id", index=False, null=True)
    written_at: datetime
