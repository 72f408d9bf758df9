"""What a measure is made of. Pure; every sentence is Dutch and translated where it is shown."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a number says."""

    COUNT = "count"
    """How many; a whole number."""
    SHARE = "share"
    """A part of `base`, from 0 to 1."""
    MEDIAN = "median"
    """The middle of all cases in hours; half of them took less. Never of fewer than ten."""
    RATE = "rate"
    """How many in 1,000 inhabitants."""


class Counts(StrEnum):
    """What is counted, and so from which number on it is told: ten people, or five events."""

    PEOPLE = "people"
    EVENTS = "events"


class Level(StrEnum):
    """How large an area is."""

    MUNICIPALITY = "municipality"
    DISTRICT = "district"
    NEIGHBOURHOOD = "neighbourhood"


class Bound(StrEnum):
    """A share that is not told exactly, because what is missing would be a small number."""

    MORE_THAN = "more_than"
    LESS_THAN = "less_than"


DISTRICTS = (Level.MUNICIPALITY, Level.DISTRICT)
EVERYWHERE = (*DISTRICTS, Level.NEIGHBOURHOOD)
WHOLE = (Level.MUNICIPALITY,)


@dataclass(frozen=True)
class Measure:
    """One number that is told, with its definition in words.

    `tally` names what is counted (a key of `rules.tallies.TALLIES`) and `part` which part of it; no part is all of
    it. `levels` are the areas it is told for, `by_category` those for which it is also told per kind of help.
    `version` goes up when the definition changes: rows keep the version that they were counted by.
    """

    code: str
    tally: str
    kind: Kind
    counts: Counts
    name: str
    definition: str
    cannot_say: str
    unit: str
    source: str
    part: str = ""
    levels: tuple[Level, ...] = DISTRICTS
    by_category: tuple[Level, ...] = ()
    version: int = 1
