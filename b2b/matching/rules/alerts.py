"""When a helper is told of a request at once, and in which order: stricter than a list. Pure.

A list may be generous, because somebody is looking. An alert disturbs, so it asks for evidence
beyond the same type of help, and for a helper who is within reach for that type.
"""

from collections.abc import Iterable, Mapping

from b2b.matching.rules.ranking import (
    NOWHERE,
    USUAL_REACH_KM,
    WIDE,
    WIDE_REACH_KM,
    Ranked,
)
from b2b.matching.rules.terms import Question

ALERT_LEAST = 0.45
"""A helper is told of a request from this share of a full fit on."""
ALERT_REACHES = 2.0
"""How far a helper may be, in reaches of the type: 3 km, and 10 km for a ride or something to lend."""
FIT_SHARE = 0.5
"""Among those worth telling, the fit moves somebody at most this share: near and fair come first."""


def fit_beyond_type(question: Question, stored: Mapping[str, int]) -> float:
    """Return how much of the best concept a post holds besides its type, about 0 to 2.

    The same type alone is 0: that is enough for a list, and too little to disturb somebody for. So is
    another type than was asked. It is measured against the question itself, so it does not depend on
    how many posts there are. `stored` are terms of the post with their weights.
    """
    if question.types and not any(f"t:{code}" in stored for code in question.types):
        return 0.0
    asked = {term: weight for term, weight in question.terms.items() if not term.startswith("t:")}
    heaviest = max((weight for term, weight in asked.items() if term.startswith("c:")), default=0)
    return sum(weight * stored.get(term, 0) for term, weight in asked.items()) / (heaviest * 100) if heaviest else 0.0


def is_within_reach(km: float | None, types: tuple[str, ...], concept: str = "", *, reaches: float = 1.0) -> bool:
    """Say whether somebody at this distance is told; a distance that we do not know, and a call, always are.

    `reaches` widens it for a later wave: 2.0 is twice as far.
    """
    if km is None or concept in NOWHERE:
        return True
    usual = WIDE_REACH_KM if set(types) & WIDE else USUAL_REACH_KM
    return km <= usual * ALERT_REACHES * reaches


def told_first(worth: Iterable[tuple[Ranked, float]]) -> list[tuple[Ranked, float]]:
    """Return (candidate, fit) pairs in the order in which helpers are told.

    Near, can at that time and helped little count fully; how well it fits counts half, because all
    of them fit. Ties go to the newest post.
    """

    def key(pair: tuple[Ranked, float]) -> tuple[float, int]:
        each, fit = pair
        share = each.score / each.candidate.score if each.candidate.score else 0.0
        return -round(share * (1 - FIT_SHARE + FIT_SHARE * min(1.0, fit)), 6), -each.candidate.id

    return sorted(worth, key=key)
