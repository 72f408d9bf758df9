"""What a text is probably about, learnt from our own sentences: added up in plain Python. Pure.

The weights are whole numbers, so that every machine finds the same. No library is needed here.
"""

import math
from collections.abc import Mapping
from functools import cache

from b2b.core.weights import Weights
from b2b.matching.rules.analyzer import Reading
from b2b.matching.rules.features import features
from b2b.matching.rules.files import DATA
from b2b.matching.rules.lexicon import concepts, help_types

WEIGHTS = DATA / "weights.txt"
SCALE = 100
"""Weights are kept in hundredths."""


class Model(Weights):
    """The weights, with a bias for each concept."""

    def chances(self, reading: Reading) -> dict[str, float]:
        """Return how probable each concept is; they add up to one."""
        score = self.added(features(reading), start=self.numbers)
        top = max(score)
        parts = [math.exp((each - top) / SCALE) for each in score]
        total = sum(parts)
        return {label: part / total for label, part in zip(self.labels, parts, strict=True)}


@cache
def model() -> Model:
    """Return the model of this installation."""
    return Model(WEIGHTS.read_text(encoding="utf-8"))


def type_chances(chances: Mapping[str, float]) -> dict[str, float]:
    """Return how probable each type of help is, from the chances of its concepts."""
    known = concepts()
    found = dict.fromkeys(help_types(), 0.0)
    for code, chance in chances.items():
        found[known[code].type] += chance
    return found
