"""Learn from our own labelled texts what each group is like: ridge regression, the same file every time.

Only `b2b signals learn` and a test come here. numpy is at hand (shapely brings it); at run time the weights are read
from `learnt.txt` and added up in plain Python, see `alike.py`. Ordinary texts are ours too: those with the label "-",
and the requests and offers that matching learns from.
"""

import hashlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from b2b.core.weights import written
from b2b.matching.rules.files import sentences
from b2b.moderation.signals.alike import DETECTORS, SCALE, WEIGHTS, certainty, features
from b2b.moderation.signals.measuring import SETS, Labelled, read_texts
from b2b.moderation.signals.shapes import Severity
from b2b.moderation.signals.text import understand

DECAY = 0.7
"""How strongly weights are kept small."""
LEAST_SEEN = 2
"""A feature that stands in fewer texts is left out."""
FOLDS = 4
"""The bar of a group is found on texts that its weights did not see, a quarter at a time."""
ALLOWED = 0.0005
"""So many of the ordinary texts may pass the bar of a group: one in two thousand."""
ALLOWED_ACUTE = 0.001
"""Twice as many where missing it is worst: a child, somebody who is not free, somebody in danger."""
KEPT = 1500
"""Weights kept for each group: the largest."""


def own_texts() -> list[Labelled]:
    """Return all texts to learn from."""
    ordinary = [Labelled(frozenset(), said) for _, said in sentences()]
    return [*(one for file in SETS for one in read_texts(file)), *ordinary]


def digest() -> str:
    """Return what the weights depend on: the texts."""
    found = hashlib.sha256()
    for one in own_texts():
        found.update(f"{','.join(sorted(one.groups))}\t{one.text}\n".encode())
    return found.hexdigest()[:16]


def learn(texts: Sequence[Labelled] | None = None) -> str:
    """Return the text of the file of weights, learnt from labelled texts; from ours when none are given."""
    import numpy as np

    texts = own_texts() if texts is None else texts
    rows = [features([token.word for token in understand(one.text).tokens]) for one in texts]
    count = Counter(name for row in rows for name in row)
    names = sorted(name for name, times in count.items() if times >= LEAST_SEEN)
    place = {name: at for at, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)), dtype=np.float32)
    for at, row in enumerate(rows):
        for name, value in row.items():
            if name in place:
                x[at, place[name]] = value
    groups = [one.group for one in DETECTORS]
    y = np.array([[group in one.groups for group in groups] for one in texts], dtype=np.float64)
    near = (x @ x.T).astype(np.float64)
    sure = np.array([certainty(len(understand(one.text).tokens)) for one in texts])
    allowed = [ALLOWED_ACUTE if one.severity is Severity.ACUTE else ALLOWED for one in DETECTORS]
    bars = _bars(np, near, y, sure * [not one.groups for one in texts], allowed)
    return _written(np, names, [str(group) for group in groups], x.T @ _shares(np, near, y), bars)


def write(path: Path = WEIGHTS) -> int:
    """Learn and write the weights; return the size of the file in bytes."""
    path.write_text(learn(), encoding="utf-8")
    return path.stat().st_size


def _shares(np: Any, near: Any, y: Any) -> Any:
    """Return how much each text counts for each group; the weights are sums of texts."""
    return np.linalg.solve(near + DECAY * np.eye(len(near)), y)


def _bars(np: Any, near: Any, y: Any, sure: Any, allowed: list[float]) -> list[float]:
    """Return for each group the sum above which the allowed part of ordinary texts lies that were not learnt from.

    `sure`: how much an ordinary text counts for by its length; 0 for all others.
    """
    sums = np.zeros_like(y)
    fold = np.arange(len(y)) % FOLDS
    for one in range(FOLDS):
        known, asked = fold != one, fold == one
        sums[asked] = near[np.ix_(asked, known)] @ _shares(np, near[np.ix_(known, known)], y[known])
    sums = (sums * sure[:, None])[sure > 0]
    return [float(np.quantile(sums[:, column], 1 - part)) for column, part in enumerate(allowed)]


def _written(np: Any, names: list[str], groups: list[str], w: Any, bars: list[float]) -> str:
    head = [
        "# What each group is like, learnt by `b2b signals learn`. Never edited by hand.",
        f"digest {digest()}",
        "groups " + " ".join(groups),
        "bars " + " ".join(str(round(bar * SCALE)) for bar in bars),
    ]
    return written(head, names, np.rint(w * SCALE).astype(int), KEPT)
