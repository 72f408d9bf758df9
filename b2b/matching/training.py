"""Learn from our own sentences which concept of help a text is about: a logistic regression, the same file every time.

Only `b2b match train` and a test come here. numpy is at hand (shapely brings it); at run time the
weights are read from `data/weights.txt` and added up in plain Python, see `rules/classifier.py`.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from b2b.core.weights import written
from b2b.matching.rules.analyzer import read
from b2b.matching.rules.classifier import SCALE, WEIGHTS
from b2b.matching.rules.features import features
from b2b.matching.rules.files import DATA, sentences

ROUNDS = 150
STEP = 6.0
MOMENTUM = 0.9
DECAY = 0.0002
LEAST_SEEN = 2
"""A piece of a word that stands in fewer sentences than this is left out."""
KEPT = 330
"""Weights kept for each concept: the largest. The rest is rounded away."""
BLOCK = 4000
"""Features held in full at once while learning."""


def digest() -> str:
    """Return what the weights depend on: sentences, lexicon and the rules that read them."""
    found = hashlib.sha256()
    paths = [*sorted(DATA.rglob("*.toml")), *sorted(DATA.rglob("*.txt"))]
    for path in [path for path in paths if path.name != WEIGHTS.name]:
        found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()[:16]


def train(texts: list[tuple[str, str]] | None = None) -> str:
    """Return the text of the weights file, learnt from (concept, sentence) pairs; ours when none are given."""
    import numpy as np

    pairs = texts if texts is not None else list(sentences())
    rows = [features(read("", sentence)) for _, sentence in pairs]
    labels = sorted({concept for concept, _ in pairs})
    seen = Counter(name for row in rows for name in row)
    names = sorted(name for name, count in seen.items() if count >= (LEAST_SEEN if name[0] == "c" else 1))
    rarity = np.array([np.log(len(rows) / seen[name]) for name in names], dtype=np.float64) / 4
    blocks = _Blocks(np, rows, names, rarity)
    y = np.zeros((len(rows), len(labels)), dtype=np.float32)
    for at, (concept, _) in enumerate(pairs):
        y[at, labels.index(concept)] = 1
    shares, bias = _descend(np, blocks.alike(), y)
    return _written(np, names, labels, blocks.summed(shares) * rarity[:, None], bias)


def write(path: Path = WEIGHTS) -> int:
    """Learn and write the weights; return the size of the file in bytes."""
    path.write_text(train(), encoding="utf-8")
    return path.stat().st_size


class _Blocks:
    """The features of all sentences, some thousands at a time: the whole table would be a gigabyte of zeros."""

    def __init__(self, np: Any, rows: list[dict[str, float]], names: list[str], rarity: Any) -> None:
        self.np, self.size, self.names = np, len(rows), names
        place = {name: at for at, name in enumerate(names)}
        self.filled: list[list[tuple[int, int, float]]] = [[] for _ in range(0, len(names), BLOCK)]
        for at, row in enumerate(rows):
            for name, value in row.items():
                if name in place:
                    column = place[name]
                    self.filled[column // BLOCK].append((at, column % BLOCK, value * rarity[column]))

    def __iter__(self) -> Iterator[Any]:
        for number, entries in enumerate(self.filled):
            width = min(BLOCK, len(self.names) - number * BLOCK)
            block = self.np.zeros((self.size, width), dtype=self.np.float32)
            at, column, value = zip(*entries, strict=True)
            block[at, column] = value
            yield block

    def alike(self) -> Any:
        """Return how much every sentence shares with every other."""
        found = self.np.zeros((self.size, self.size), dtype=self.np.float32)
        for block in self:
            found += block @ block.T
        return found

    def summed(self, shares: Any) -> Any:
        """Return the weight of every feature: what its sentences contribute."""
        return self.np.vstack([block.T @ shares for block in self])


def _descend(np: Any, alike: Any, y: Any) -> tuple[Any, Any]:
    """Return shares of sentences and biases. The weights are sums of sentences, so only the shares are learnt.

    That is the same descent at a tenth of the work: sentences are fewer than pieces of words.
    """
    shares = np.zeros_like(y)
    bias = np.zeros(y.shape[1], dtype=np.float32)
    speed, bias_speed = np.zeros_like(shares), np.zeros_like(bias)
    for _ in range(ROUNDS):
        logits = alike @ shares + bias
        logits -= logits.max(axis=1, keepdims=True)
        chance = np.exp(logits)
        chance /= chance.sum(axis=1, keepdims=True)
        wrong = (chance - y) / len(y)
        speed = MOMENTUM * speed - STEP * 10 * (wrong + DECAY / 10 * shares)
        bias_speed = MOMENTUM * bias_speed - STEP * wrong.sum(axis=0)
        shares += speed
        bias += bias_speed
    return shares, bias


def _written(np: Any, names: list[str], labels: list[str], w: Any, bias: Any) -> str:
    head = [
        "# Weights of the classifier, learnt by `b2b match train`. Never edited by hand.",
        f"digest {digest()}",
        "labels " + " ".join(labels),
        "bias " + " ".join(str(round(float(value) * SCALE)) for value in bias),
    ]
    return written(head, names, np.rint(w * SCALE).astype(int), KEPT)
