"""The order of a list: how well it fits, then how near, when, how fresh, and who helped much already. Pure.

Every factor stands in FACTORS with the sentence that explains it to a resident: the page "Zo ordenen
we" is drawn from that table, because people may ask why something is shown first.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

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
    """Something that moves a post up or down: what it is called, how we say it, and by how much."""

    name: str
    sentence: str
    weight: str


FACTORS = (
    Factor(
        N_("Past het?"),
        N_(
            "We lezen je woorden, ook met tikfouten, en kijken welke berichten over hetzelfde gaan. "
            "Kies je een soort hulp, dan telt die zwaar mee."
        ),
        N_("Dit telt het meest. De andere regels maken er een deel van af."),
    ),
    Factor(
        N_("Dichtbij"),
        N_(
            "Hoe dichterbij, hoe hoger. We meten van het midden van jouw buurt tot het midden van de andere buurt. "
            "Voor een rit, iets lenen, brieven, taal, computers of verhuizen mag het verder weg zijn. "
            "Voor bellen maakt het niet uit."
        ),
        N_("Heel ver weg blijft 40 procent over. Op 1,5 kilometer is dat 62 procent, bij een rit pas op 5 kilometer."),
    ),
    Factor(
        N_("Zelfde tijd"),
        N_("Kunnen jullie op dezelfde dag en hetzelfde deel van de dag? Dan staat het hoger."),
        N_("Zegt iemand niets over de tijd, dan blijft 90 procent over. Kunnen jullie niet samen, dan 60 procent."),
    ),
    Factor(
        N_("Nieuw"),
        N_("Nieuwe berichten staan iets hoger dan oude."),
        N_("Na 30 dagen blijft 85 procent over."),
    ),
    Factor(
        N_("Eerlijk verdeeld"),
        N_("Wie de laatste maand al vaak hielp, staat iets lager. Zo krijgt iedereen een kans, en raakt niemand overbelast."),
        N_("5 procent eraf voor elke afspraak, en nooit meer dan 25 procent."),
    ),
    Factor(
        N_("Gelijk?"),
        N_("Passen twee berichten even goed, dan staat het nieuwste bovenaan."),
        N_(
            "Op de zoekpagina staan berichten uit en bij jouw buurt altijd voor de rest van de gemeente. "
            "Berichten met jouw woorden staan voor berichten die er alleen op lijken."
        ),
    ),
)  # fmt: skip
NOT_USED = (
    N_("Niemand kan betalen om hoger te staan."),
    N_("Je naam, leeftijd en profiel tellen niet mee, en ook niet wat je eerder zocht of las."),
    N_("We geven mensen geen cijfer. Er is geen lijst van goede en slechte helpers."),
    N_("Berichten van wie jij hebt geblokkeerd, of wie jou heeft geblokkeerd, zie je niet. Dat geldt ook voor wie nu niet mag meedoen."),
    N_("Berichten die alleen voor buren zijn, ziet alleen wie heeft laten zien dat hij hier woont."),
)  # fmt: skip
"""What does not count, or decides whether somebody sees a post at all."""


class Candidate(NamedTuple):
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
