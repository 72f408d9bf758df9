"""The order of a list: how well it fits, then how near, when, how fresh, and who helped much already. Pure.

Every factor stands in FACTORS with the sentence that explains it to a resident: the page "Zo werkt
het zoeken" is drawn from that table, because people may ask why something is shown first.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from b2b.core.words import N_
from b2b.matching.rules.moments import overlap

USUAL_REACH_KM, WIDE_REACH_KM = 1.5, 5.0
WIDE = frozenset({"vervoer", "zorg", "lenen", "administratie", "taal", "computer", "verhuizen"})
"""Types for which people travel, or for which being near matters less."""
NOWHERE = frozenset({"bellen", "beeldbellen"})
"""Concepts of help that goes by telephone: distance does not matter."""
NEAR_SHARE = 0.4
"""What is left of the score of a post that fits as well, but is very far away."""
CAN, UNKNOWN, CANNOT = 1.0, 0.9, 0.6
FRESH_FOR = timedelta(days=30)
STALE_SHARE = 0.85
BUSY_STEP, BUSY_LEAST = 0.05, 0.75

LIST_LEAST = 0.12
"""A post is in a list from this share of the best hit's score on."""


@dataclass(frozen=True)
class Factor:
    """Something that moves a post up or down, and how we say it."""

    name: str
    sentence: str


FACTORS = (
    Factor("fit", N_("Past het bij wat je zoekt? Dat telt het meest. We kijken naar je woorden en naar de soort hulp.")),
    Factor("near", N_("Hoe dichterbij, hoe hoger. Voor een rit of iets lenen mag het verder weg zijn. Voor bellen maakt het niet uit.")),
    Factor("moment", N_("Kunnen jullie op dezelfde tijd? Dan staat het hoger.")),
    Factor("fresh", N_("Nieuwe berichten staan iets hoger dan oude.")),
    Factor("load", N_("Wie deze maand al vaak hielp, staat iets lager. Zo krijgt iedereen een kans.")),
)  # fmt: skip


@dataclass(frozen=True)
class Candidate:
    """A post that shares terms with a question."""

    id: int
    score: int
    neighbourhood_id: int
    author_id: int
    published_at: datetime | None
    when_words: str = ""


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return how far two places (longitude, latitude) are apart, well enough within a town."""
    width = (one[0] - other[0]) * math.cos(math.radians((one[1] + other[1]) / 2))
    return math.hypot(width, one[1] - other[1]) * 111.2


def near_share(km: float | None, types: tuple[str, ...], concept: str = "") -> float:
    """Return what is left of a score at this distance; None is a distance we do not know."""
    if concept in NOWHERE:
        return 1.0
    reach = WIDE_REACH_KM if set(types) & WIDE else USUAL_REACH_KM
    return NEAR_SHARE + (1 - NEAR_SHARE) * math.exp(-(reach if km is None else km) / reach)


def moment_share(asked: str, offered: str) -> float:
    """Return what is left of a score by when both can."""
    both = overlap(asked, offered)
    return UNKNOWN if both is None else (CAN if both else CANNOT)


def fresh_share(published_at: datetime | None, now: datetime) -> float:
    """Return what is left of a score by the age of a post."""
    age = (now - published_at) / FRESH_FOR if published_at else 1.0
    return 1.0 - (1.0 - STALE_SHARE) * min(1.0, max(0.0, age))


def load_share(times: int) -> float:
    """Return what is left of a score for who helped so many times this month."""
    return max(BUSY_LEAST, 1.0 - BUSY_STEP * times)


@dataclass(frozen=True)
class Asker:
    """Where and when help is asked, as far as we know."""

    place: tuple[float, float] | None = None
    when_words: str = ""
    types: tuple[str, ...] = ()
    concept: str = ""


@dataclass(frozen=True)
class Ranked:
    """A candidate with its final score and its distance."""

    candidate: Candidate
    score: float
    km: float | None
    moment: bool | None


def ranked(
    candidates: list[Candidate],
    asker: Asker,
    places: Mapping[int, tuple[float, float]],
    helped: Mapping[int, int],
    now: datetime,
) -> list[Ranked]:
    """Return the candidates that fit well enough for a list, the best first; ties by the newest."""
    if not candidates:
        return []
    best = max(candidate.score for candidate in candidates)
    found = []
    for candidate in candidates:
        if candidate.score < best * LIST_LEAST:
            continue
        there = places.get(candidate.neighbourhood_id)
        km = kilometres(asker.place, there) if asker.place and there else None
        share = (
            near_share(km, asker.types, asker.concept)
            * moment_share(asker.when_words, candidate.when_words)
            * fresh_share(candidate.published_at, now)
            * load_share(helped.get(candidate.author_id, 0))
        )
        moment = overlap(asker.when_words, candidate.when_words)
        found.append(Ranked(candidate, candidate.score * share, km, moment))
    return sorted(found, key=lambda each: (-round(each.score, 6), -each.candidate.id))
