"""How a risk is weighed, what an incident is, and how long its words are kept. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from b2b.core.errors import Conflict
from b2b.core.lifecycle import Lifecycle
from b2b.core.words import N_

TITLE_MAX = 120
MEASURE_MAX = 1000
OWNER_MAX = 80
WORDS_MAX = 2000
KEEP = timedelta(days=730)
"""How long after it was closed the words of an incident are kept; the count stays."""
REVIEW_EVERY = timedelta(days=365)
"""How long a new risk may go without anybody looking at it again."""

LIKELIHOOD = {
    1: N_("Bijna nooit"),
    2: N_("Soms"),
    3: N_("Een paar keer per jaar"),
    4: N_("Elke maand"),
    5: N_("Elke week"),
}
EFFECT = {
    1: N_("Klein ongemak"),
    2: N_("Vervelend"),
    3: N_("Schade, goed te herstellen"),
    4: N_("Grote schade voor iemand"),
    5: N_("Iemand raakt zwaar beschadigd"),
}


class Level(StrEnum):
    """How heavy a risk weighs."""

    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"


LEVEL_WORDS = {
    Level.LOW: (N_("Laag"), "success"),
    Level.MIDDLE: (N_("Midden"), "warning"),
    Level.HIGH: (N_("Hoog"), "danger"),
}
"""What a level is called, and the tone of its badge."""


class IncidentState(StrEnum):
    """Where an incident stands."""

    OPEN = "open"
    CLOSED = "closed"


class IncidentAction(StrEnum):
    """What can happen to an incident."""

    CLOSE = "close"
    REOPEN = "reopen"


INCIDENT_LIFECYCLE = Lifecycle(
    "incident",
    {
        (IncidentState.OPEN, IncidentAction.CLOSE): IncidentState.CLOSED,
        (IncidentState.CLOSED, IncidentAction.REOPEN): IncidentState.OPEN,
    },
)

STATE_WORDS = {IncidentState.OPEN: (N_("Open"), "warning"), IncidentState.CLOSED: (N_("Klaar"), "success")}


class SomebodyWasFirst(Conflict):
    """Somebody else changed this risk meanwhile."""

    sentence = N_("Iemand anders heeft dit risico net veranderd. Kijk eerst wat er nu staat.")


class WordsGone(Conflict):
    """The words of this incident were kept long enough."""

    sentence = N_("Van dit incident bewaren we alleen nog dat het er was.")


@dataclass(frozen=True)
class RiskWords:
    """A risk as somebody weighs it."""

    title: str
    likelihood: int
    effect: int
    measure: str
    owner: str = ""
    review_on: date | None = None


@dataclass(frozen=True)
class Happening:
    """An incident as somebody tells it: no names are needed. `about` is a reference such as C-7K2M-9QXD."""

    what: str
    happened_on: date
    once: str
    done: str = ""
    about: str | None = None
    neighbourhood_id: int | None = None


def score(likelihood: int, effect: int) -> int:
    """Return the weight of a risk: 1 to 25."""
    return likelihood * effect


def level(likelihood: int, effect: int) -> Level:
    """Return how heavy a risk weighs. What can badly hurt somebody is never low."""
    weight = score(likelihood, effect)
    if weight >= 15 or (effect == 5 and likelihood >= 2):
        return Level.HIGH
    return Level.MIDDLE if weight >= 5 or effect >= 4 else Level.LOW


def heaviness(likelihood: int, effect: int) -> tuple[int, int, int]:
    """Return what to sort risks by, the heaviest first: the level that people read, then the weight within it."""
    order = (Level.HIGH, Level.MIDDLE, Level.LOW)
    return order.index(level(likelihood, effect)), -score(likelihood, effect), -effect


@dataclass(frozen=True)
class Period:
    """From the first day to the last, both included."""

    first: date
    last: date


def period(typed_first: str, typed_last: str, today: date) -> Period:
    """Read two days; what is no day, or the wrong way round, becomes the last year until today."""
    first, last = _day(typed_first), _day(typed_last)
    if first is None or last is None or first > last:
        return Period(today - timedelta(days=364), today)
    return Period(first, last)


@dataclass(frozen=True)
class Tally:
    """One risk over a period: how often it happened, and what was done."""

    title: str
    category: str | None
    likelihood: int
    effect: int
    measure: str
    owner: str
    filed: int
    closed: int


def most_first(tallies: Iterable[Tally]) -> list[Tally]:
    """Return risks by how often they happened, then by weight."""
    return sorted(tallies, key=lambda one: (-one.filed, heaviness(one.likelihood, one.effect), one.title))


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None
