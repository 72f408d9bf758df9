"""Learn from our own labelled texts what each group is like: ridge regression, the same file every time.

Only `b2b signals learn` and a test come here. numpy is at hand (shapely brings it); at run time the weights are read
from `learnt.txt` and added up in plain Python, see `alike.py`. Ordinary texts are ours too: those with the label "-",
many of which were written to come close to a danger, and the requests and offers that matching learns from.
"""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from b2b.core.weights import written
from b2b.matching.rules.files import sentences
from b2b.moderation.signals.alike import DETECTORS, KIND, SCALE, WEIGHTS, certainty, features, kinds_of
from b2b.moderation.signals.measuring import SETS, Labelled, read_texts
from b2b.moderation.signals.registry import concepts, lexicon
from b2b.moderation.signals.shapes import Action, Detector, Severity
from b2b.moderation.signals.text import understand

DECAY = 0.5
"""How strongly weights are kept small."""
LEAST_SEEN = 2
"""A feature that stands in fewer texts is left out."""
FOLDS = 5
"""The bar of a group is found on texts that its weights did not see, a fifth at a time."""
ROUNDS = 5
"""So many times the texts are dealt anew over the folds, and all rounds count together: a bar that rests on one round
moves with every text that is added."""


@dataclass(frozen=True)
class Room:
    """Which part of the ordinary texts may pass the bar of a group; the higher bar of the two is taken.

    `close`: of our own, many of which come close on purpose. `plain`: of requests and offers as they are.
    """

    close: float
    plain: float


ROOM = Room(close=0.003, plain=0.0005)
ROOM_ACUTE = Room(close=0.015, plain=0.0005)
"""More where missing it is worst: a child, somebody who is not free."""
ROOM_CARD = Room(close=0.03, plain=0.002)
"""And more where what follows is a card with telephone numbers, and nothing is held."""
KEPT = 1500
"""Weights kept for each group: the largest."""


def told() -> list[Labelled]:
    """Return all texts with labels."""
    return [one for file in SETS for one in read_texts(file)]


def plain() -> list[Labelled]:
    """Return the requests and offers that matching learns from, none of which is a danger."""
    return [Labelled(frozenset(), said) for _, said in sentences()]


def digest() -> str:
    """Return what the weights depend on: the texts, and the kinds of words."""
    found = hashlib.sha256()
    for one in (*told(), *plain()):
        found.update(f"{','.join(sorted(one.groups))}\t{one.text}\n".encode())
    for name, phrases in concepts().items():
        if name.startswith(KIND):
            found.update(f"{name}\t{phrases}\n".encode())
    return found.hexdigest()[:16]


def learn(labelled: Sequence[Labelled] | None = None, ordinary: Sequence[Labelled] | None = None) -> str:
    """Return the text of the file of weights, learnt from labelled and ordinary texts; ours when none are given."""
    import numpy as np

    labelled = told() if labelled is None else labelled
    texts = [*labelled, *(plain() if ordinary is None else ordinary)]
    seen = [lexicon().see(understand(one.text)) for one in texts]
    rows = [features([token.word for token in one.text.tokens], kinds_of(one)) for one in seen]
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
    inverse = np.linalg.inv((x @ x.T).astype(np.float64) + DECAY * np.eye(len(texts)))
    shares = inverse @ y
    sure = np.array([certainty(len(one.text.tokens)) for one in seen])
    unseen = [_unseen(np, inverse, shares, y, _folds(np, texts, number)) * sure[:, None] for number in range(ROUNDS)]
    own = np.arange(len(texts)) < len(labelled)
    bars = _bars(np, np.array(unseen), own & ~y.any(axis=1), ~own)
    return _written(np, names, [str(group) for group in groups], x.T @ shares, bars)


def write(path: Path = WEIGHTS) -> int:
    """Learn and write the weights; return the size of the file in bytes."""
    path.write_text(learn(), encoding="utf-8")
    return path.stat().st_size


def _folds(np: Any, texts: Sequence[Labelled], number: int) -> Any:
    """Return the fold of every text in this round.

    By its words, so that others stay where they are when one is added. An ordinary text goes with the danger that
    stands above it: it was written with the same words, and of new texts neither is known.
    """
    above = ""
    dealt = []
    for one in texts:
        with_whom = above if above and not one.groups else one.text
        above = one.text if one.groups else ""
        dealt.append(hashlib.sha256(f"{number} {with_whom}".encode()).digest())
    return np.array([int.from_bytes(one[:4], "big") % FOLDS for one in dealt])


def _unseen(np: Any, inverse: Any, shares: Any, y: Any, fold: Any) -> Any:
    """Return what every text would get from weights that did not see its fold.

    Of ridge regression that is known without learning again: what a text got in the whole, less what its own fold
    gave to it, follows from the block of the inverse that belongs to the fold.
    """
    sums = np.zeros_like(y)
    for one in range(FOLDS):
        asked = np.flatnonzero(fold == one)
        if len(asked):
            sums[asked] = y[asked] - np.linalg.solve(inverse[np.ix_(asked, asked)], shares[asked])
    return sums


def _bars(np: Any, unseen: Any, close: Any, plainly: Any) -> list[float]:
    """Return the bar of each group: what the allowed part of ordinary texts passes, over all rounds together.

    `unseen`: rounds by texts by groups. `close` and `plainly` say which texts are ordinary, of which kind.
    """
    bars = []
    for column, one in enumerate(DETECTORS):
        room = _room(one)
        pools = ((unseen[:, close, column], room.close), (unseen[:, plainly, column], room.plain))
        bars.append(max(float(np.quantile(pool, 1 - part)) for pool, part in pools if pool.size))
    return bars


def _room(one: Detector) -> Room:
    if one.in_message is Action.CRISIS:
        return ROOM_CARD
    return ROOM_ACUTE if one.severity is Severity.ACUTE else ROOM


def _written(np: Any, names: list[str], groups: list[str], w: Any, bars: list[float]) -> str:
    head = [
        "# What each group is like, learnt by `b2b signals learn`. Never edited by hand.",
        f"digest {digest()}",
        "groups " + " ".join(groups),
        "bars " + " ".join(str(round(bar * SCALE)) for bar in bars),
    ]
    return written(head, names, np.rint(w * SCALE).astype(int), KEPT)
