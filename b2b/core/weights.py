"""A file of learnt weights: whole numbers, so that every machine finds the same. Pure; reading takes no library.

Its lines: a comment, the digest of what was learnt from, the labels, a number per label, and then every feature with
its weights ("column:weight").
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any


class Weights:
    """The weights as read from a file: `of` a feature, per column of `labels`; `numbers`: one for each label."""

    def __init__(self, text: str) -> None:
        _, digest, labels, numbers, *features = text.splitlines()
        self.digest, self.labels = _rest(digest), _rest(labels).split()
        self.numbers = [int(one) for one in _rest(numbers).split()]
        self.of: dict[str, list[tuple[int, int]]] = {}
        for line in features:
            name, *pairs = line.split(" ")
            places = (pair.split(":") for pair in pairs)
            self.of[name] = [(int(column), int(weight)) for column, weight in places]

    def added(self, features: Mapping[str, float], start: Iterable[float]) -> list[float]:
        """Return `start`, a number per label, with the weights of these features added."""
        total = [float(one) for one in start]
        for name, value in features.items():
            for column, weight in self.of.get(name, ()):
                total[column] += value * weight
        return total


def written(head: Sequence[str], names: Sequence[str], whole: Any, most: int) -> str:
    """Return the text of a file: its four first lines, and for each column of `whole` the `most` largest weights.

    `whole` is a numpy table of whole numbers with a row per name and a column per label.
    """
    kept: dict[str, list[str]] = {}
    for column in range(whole.shape[1]):
        order = sorted(range(len(names)), key=lambda at: (-abs(int(whole[at, column])), names[at]))
        for at in order[:most]:
            if whole[at, column]:
                kept.setdefault(names[at], []).append(f"{column}:{whole[at, column]}")
    return "\n".join([*head, *(f"{name} {' '.join(kept[name])}" for name in sorted(kept))]) + "\n"


def _rest(line: str) -> str:
    return line.partition(" ")[2]
