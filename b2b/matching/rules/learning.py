"""What a municipality learns without looking at anybody: numbers of taps, and words of many. Pure."""

from collections.abc import Mapping
from enum import StrEnum

LEARN = "matching.learn"
"""The setting: a municipality that chooses False counts nothing, and what was counted goes."""
YEARS_KEPT = 2
"""Counts of this year and the one before; older ones go."""
USUAL = 25.0
"""What the classifier says weighs as much as this many taps: a handful of taps changes little."""
MATCH_WEIGHS = 2
"""Somebody was found: that says more about the kind of help than a tap."""


class TapSource(StrEnum):
    """Where a count comes from: a tile that was tapped, or help that was found."""

    TAP = "tap"
    MATCH = "match"


def reordered(chances: Mapping[str, float], counts: Mapping[str, int]) -> dict[str, float]:
    """Return the chances of kinds of help, moved by how often people here chose each after the same first guess."""
    total = USUAL + sum(counts.values())
    return {
        code: (USUAL * chances.get(code, 0.0) + counts.get(code, 0)) / total
        for code in {**dict.fromkeys(chances), **dict.fromkeys(counts)}
    }
