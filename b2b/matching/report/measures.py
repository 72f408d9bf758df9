"""The measures of a ranked list against judgments (offer -> grade 1 or 2). Pure."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

Judged = Mapping[str, int]


@dataclass(frozen=True)
class Quality:
    """Means over a set: nDCG@5, recall@10 of any grade, MRR and S@3 of grade 2, and how many lists were empty.

    MRR and S@3 ask for somebody who really fits, so they count questions for which the set has one.
    """

    ndcg5: float
    recall10: float
    mrr: float
    s3: float
    empty: int
    size: int


def ndcg(order: Sequence[str], judged: Judged, depth: int = 5) -> float:
    """Return the normalised discounted gain of the first `depth`: 1 is the best order possible."""
    gain = sum((2 ** judged.get(one, 0) - 1) / math.log2(at + 2) for at, one in enumerate(order[:depth]))
    best = sorted((2**grade - 1 for grade in judged.values()), reverse=True)[:depth]
    ideal = sum(value / math.log2(at + 2) for at, value in enumerate(best))
    return gain / ideal if ideal else 0.0


def recall(order: Sequence[str], judged: Judged, depth: int = 10, least: int = 1) -> float:
    """Return which share of what is relevant stands in the first `depth`."""
    relevant = {one for one, grade in judged.items() if grade >= least}
    return len(relevant & set(order[:depth])) / min(depth, len(relevant)) if relevant else 0.0


def reciprocal(order: Sequence[str], judged: Judged, least: int = 2) -> float:
    """Return one divided by the place of the first that really fits, 0 when there is none."""
    return next((1 / place for place, one in enumerate(order, 1) if judged.get(one, 0) >= least), 0.0)


def among_three(order: Sequence[str], judged: Judged) -> float:
    """Return 1 when something that really fits is among the first three."""
    return float(any(judged.get(one, 0) == 2 for one in order[:3]))


def quality(orders: Mapping[str, Sequence[str]], judgments: Mapping[str, Judged]) -> Quality:
    """Return the means over all questions that were judged."""
    asked = [one for one in orders if judgments.get(one)]
    if not asked:
        return Quality(0.0, 0.0, 0.0, 0.0, 0, 0)
    pairs = [(orders[one], judgments[one]) for one in asked]
    findable = [pair for pair in pairs if max(pair[1].values()) >= 2] or pairs
    return Quality(
        fmean(ndcg(*pair) for pair in pairs),
        fmean(recall(*pair) for pair in pairs),
        fmean(reciprocal(*pair) for pair in findable),
        fmean(among_three(*pair) for pair in findable),
        sum(not order for order, _ in pairs),
        len(asked),
    )


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which this share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0
