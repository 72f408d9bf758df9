"""Between which bounds hidden numbers must lie: none is below zero, and sums hold. Pure."""

from collections.abc import Iterable, Mapping
from typing import Any

from b2b.insights.rules.solving import SumLike

ROUNDS = 12
"""Bounds that still move after so many rounds move too little to matter."""
ANY = 10**12
"""No bound."""


def bounds(
    numbers: Mapping[Any, int],
    sums: Iterable[SumLike],
    hidden: set[Any],
    known: Mapping[Any, tuple[int, int]] | None = None,
) -> dict[Any, tuple[int, int]]:
    """Return the lowest and highest number that each hidden cell can have for who knows all others.

    `known` are bounds that were told beside.
    """
    low = dict.fromkeys(hidden, 0)
    high = dict.fromkeys(hidden, ANY)
    for key, (least, most) in (known or {}).items():
        low[key], high[key] = least, most
    equations = [one for one in sums if one.whole in hidden or any(key in hidden for key in one.parts)]
    for _ in range(ROUNDS):
        moved = [_tighten(numbers, one, low, high) for one in equations]  # each of them, also when one moved
        if not any(moved):
            break
    return {key: (low[key], high[key]) for key in hidden}


def caught(
    numbers: Mapping[Any, int],
    sums: Iterable[SumLike],
    hidden: set[Any],
    width: Mapping[Any, int],
    known: Mapping[Any, tuple[int, int]] | None = None,
) -> set[Any]:
    """Return the hidden cells whose bounds are less than `width` apart."""
    found = bounds(numbers, sums, hidden, known)
    return {key for key, (least, most) in found.items() if most - least < width[key]}


def _tighten(numbers: Mapping[Any, int], one: SumLike, low: dict[Any, int], high: dict[Any, int]) -> bool:
    """Draw the bounds of one sum closer; say whether anything moved."""
    moved = False
    lows = sum(low.get(key, numbers[key]) for key in one.parts)
    highs = sum(high.get(key, numbers[key]) for key in one.parts)
    if one.whole in low:
        moved |= _narrow(one.whole, lows, highs, low, high)
    least, most = low.get(one.whole, numbers[one.whole]), high.get(one.whole, numbers[one.whole])
    for key in one.parts:
        if key in low:
            moved |= _narrow(key, least - (highs - high[key]), most - (lows - low[key]), low, high)
    return moved


def _narrow(key: Any, least: int, most: int, low: dict[Any, int], high: dict[Any, int]) -> bool:
    moved = least > low[key] or most < high[key]
    low[key], high[key] = max(low[key], least), min(high[key], most)
    return moved
