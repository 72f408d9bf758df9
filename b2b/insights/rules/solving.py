"""Which hidden numbers follow from sums, whatever the other hidden numbers are. Pure.

Hidden numbers are unknowns, each sum is an equation. A number is known exactly when it is the same in every solution,
so one solution of the homogeneous equations is drawn at random, in whole numbers modulo a prime: an unknown that is
zero in it is fixed (the chance of a mistake is 1 in 2^61). The draw is seeded, so the answer is always the same.
"""

import random
from collections import defaultdict
from collections.abc import Iterable
from heapq import heapify, heappop, heappush
from typing import Any, Protocol

PRIME = 2**61 - 1


class SumLike(Protocol):
    """A whole and its parts."""

    @property
    def whole(self) -> Any:
        """Return the key of what the parts are together."""

    @property
    def parts(self) -> tuple[Any, ...]:
        """Return the keys of the parts."""


def solved(sums: Iterable[SumLike], hidden: set[Any]) -> set[Any]:
    """Return the keys of `hidden` that can be solved from `sums`, when all that is not hidden is known."""
    rows = _rows(sums, hidden)
    steps = _eliminate(rows)
    pivots = {pivot for pivot, _ in steps}
    draw = random.Random(len(hidden))
    value = {key: draw.randrange(1, PRIME) for key in sorted(hidden - pivots)}
    for pivot, row in reversed(steps):
        rest = sum(factor * value[key] for key, factor in row.items() if key != pivot)
        value[pivot] = -rest * pow(row[pivot], -1, PRIME) % PRIME
    return {key for key, drawn in value.items() if not drawn}


def _rows(sums: Iterable[SumLike], hidden: set[Any]) -> list[dict[Any, int]]:
    found = []
    for one in sums:
        row = {key: 1 for key in one.parts if key in hidden}
        if one.whole in hidden:
            row[one.whole] = PRIME - 1
        if row:
            found.append(row)
    return found


def _eliminate(rows: list[dict[Any, int]]) -> list[tuple[Any, dict[Any, int]]]:
    """Bring the rows in steps: the unknown of each step is in none of the later rows.

    The unknown that is in the fewest rows goes first, so that rows stay short: most are in one row alone.
    """
    inside: dict[Any, set[int]] = defaultdict(set)
    for number, row in enumerate(rows):
        for key in row:
            inside[key].add(number)
    queue = [(len(found), key) for key, found in inside.items()]
    heapify(queue)
    steps = []
    while queue:
        many, pivot = heappop(queue)
        found = inside[pivot]
        if not found:
            continue
        if many != len(found):
            heappush(queue, (len(found), pivot))  # it was queued before others moved
            continue
        number = min(found, key=lambda one: (len(rows[one]), one))
        row = rows[number]
        for key in row:
            inside[key].discard(number)
            if len(inside[key]) == 1:
                heappush(queue, (1, key))
        over = pow(row[pivot], -1, PRIME)
        for other in sorted(found):
            _subtract(rows[other], row, rows[other][pivot] * over % PRIME, inside, other)
        steps.append((pivot, row))
    return steps


def _subtract(
    row: dict[Any, int], other: dict[Any, int], times: int, inside: dict[Any, set[int]], number: int
) -> None:
    for key, factor in other.items():
        changed = (row.get(key, 0) - times * factor) % PRIME
        if changed:
            row[key] = changed
            inside[key].add(number)
        elif key in row:
            del row[key]
            inside[key].discard(number)
