"""What comes first in the queue, and why in words: severity, danger, households, vulnerable people, time. Pure.

Crisis stands above danger and danger above all else, whatever the rest adds up to. Reporters count by household, and
by how often their notices proved right; that accuracy is never shown to anybody.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from b2b.core.words import N_
from b2b.moderation.rules.notices import AT_ONCE, NoticeCategory


class Why(StrEnum):
    """A reason for a place in the queue."""

    CRISIS = "crisis"
    DANGER = "danger"
    TRUSTED_FLAGGER = "trusted_flagger"
    FRAUD = "fraud"
    PRIVATE_DATA = "private_data"
    DISCRIMINATION = "discrimination"
    RUDE = "rude"
    VULNERABLE = "vulnerable"
    SIGNAL = "signal"
    HOUSEHOLDS = "households"
    LATE = "late"


WORDS: Mapping[Why, str] = {
    Why.CRISIS: N_("Iemand heeft misschien nu hulp nodig"),
    Why.DANGER: N_("Iemand is misschien in gevaar"),
    Why.TRUSTED_FLAGGER: N_("Gemeld door een betrouwbare melder"),
    Why.FRAUD: N_("Misschien oplichting"),
    Why.PRIVATE_DATA: N_("Privégegevens staan misschien online"),
    Why.DISCRIMINATION: N_("Misschien discriminatie"),
    Why.RUDE: N_("Misschien schelden of bedreigen"),
    Why.VULNERABLE: N_("Het gaat om iemand die kwetsbaar is"),
    Why.SIGNAL: N_("De computer zag iets bijzonders"),
    Why.HOUSEHOLDS: N_("Meer huishoudens melden dit"),
    Why.LATE: N_("Wacht langer dan afgesproken"),
}

CRISIS_POINTS, DANGER_POINTS = 10_000, 5_000
SEVERITY: Mapping[NoticeCategory, int] = {
    NoticeCategory.CHILD_ABUSE: DANGER_POINTS,
    NoticeCategory.DANGER: DANGER_POINTS,
    NoticeCategory.FRAUD: 60,
    NoticeCategory.PRIVATE_DATA: 50,
    NoticeCategory.DISCRIMINATION: 40,
    NoticeCategory.RUDE: 40,
    NoticeCategory.NOT_NEIGHBOUR_HELP: 10,
    NoticeCategory.OTHER: 10,
}
_WHY_OF = {
    NoticeCategory.FRAUD: Why.FRAUD,
    NoticeCategory.PRIVATE_DATA: Why.PRIVATE_DATA,
    NoticeCategory.DISCRIMINATION: Why.DISCRIMINATION,
    NoticeCategory.RUDE: Why.RUDE,
}
FLAGGER_POINTS, VULNERABLE_POINTS, LATE_POINTS, SIGNAL_POINTS, HOUSEHOLD_POINTS = 100, 30, 30, 30, 10
HOUSEHOLDS_MAX, CIRCLES_MAX = 8, 3
LEAST, MOST = 0.25, 1.5
"""A reporter never counts for less or more than this."""


@dataclass(frozen=True)
class Reporter:
    """Who filed a notice, as keys that say "same household" (never who), and how much it counts."""

    keys: frozenset[str]
    weight: float = 1.0


@dataclass(frozen=True)
class Facts:
    """All that decides on the place of an item. `circles` is how often it went up for being late."""

    categories: frozenset[NoticeCategory] = frozenset()
    reporters: Sequence[Reporter] = ()
    crisis: bool = False
    signalled: bool = False
    trusted_flagger: bool = False
    vulnerable: bool = False
    circles: int = 0


@dataclass(frozen=True)
class Priority:
    """The place of an item: more points first. `households` is how many different ones reported it."""

    points: int
    reasons: tuple[Why, ...]
    households: int


def accuracy(upheld: int, judged: int) -> float:
    """Return how much a notice counts of who filed `judged` before, of which `upheld` led to something.

    Who is new counts for one. It never falls to nothing: also who was wrong before can see a danger.
    """
    return max(LEAST, min(MOST, 2 * (upheld + 1) / (judged + 2)))


def households(reporters: Iterable[Reporter]) -> list[float]:
    """Return what each different household counts for: who shares a key is one, however many they are."""
    groups: list[tuple[set[str], float]] = []
    for reporter in reporters:
        keys, weight = set(reporter.keys), reporter.weight
        apart = []
        for known, counted in groups:
            if known & keys:
                keys, weight = keys | known, max(weight, counted)
            else:
                apart.append((known, counted))
        groups = [*apart, (keys, weight)]
    return [weight for _, weight in groups]


def priority(facts: Facts) -> Priority:
    """Return the place of an item in the queue, with the reasons in the order in which they weigh."""
    homes = households(facts.reporters)
    gravest = max((SEVERITY[one] for one in facts.categories), default=0)
    dangerous = bool(facts.categories & AT_ONCE)
    late = min(max(facts.circles, 0), CIRCLES_MAX)
    parts: list[tuple[int, Why | None]] = [
        (CRISIS_POINTS if facts.crisis else 0, Why.CRISIS),
        (DANGER_POINTS if dangerous else 0, Why.DANGER),
        (0 if dangerous else gravest, _kind(facts.categories)),
        (FLAGGER_POINTS if facts.trusted_flagger else 0, Why.TRUSTED_FLAGGER),
        (VULNERABLE_POINTS if facts.vulnerable else 0, Why.VULNERABLE),
        (SIGNAL_POINTS if facts.signalled else 0, Why.SIGNAL),
        (round(HOUSEHOLD_POINTS * min(sum(homes), HOUSEHOLDS_MAX)), Why.HOUSEHOLDS if len(homes) > 1 else None),
        (LATE_POINTS * late, Why.LATE),
    ]
    weighed = sorted(parts, key=lambda part: -part[0])
    reasons = tuple(why for points, why in weighed if points > 0 and why is not None)
    return Priority(sum(points for points, _ in parts), reasons, len(homes))


def _kind(categories: frozenset[NoticeCategory]) -> Why | None:
    known = [one for one in categories if one in _WHY_OF]
    return _WHY_OF[max(known, key=lambda one: (SEVERITY[one], one.value))] if known else None
