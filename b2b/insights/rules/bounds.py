"""Between which bounds hidden numbers must lie: none is below zero, and sums hold. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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
    equations = [found for one in sums if (found := _equation(numbers, one, hidden)) is not None]
    for _ in range(ROUNDS):
        moved = [_tighten(one, low, high) for one in equations]  # each of them, also when one moved
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


@dataclass(frozen=True, slots=True)
class _Equation:
    """One sum with what everybody knows of it put together: `told` is all told parts, `whole` None when that is told."""

    whole: Any | None
    number: int
    told: int
    parts: list[Any]


def _equation(numbers: Mapping[Any, int], one: SumLike, hidden: set[Any]) -> _Equation | None:
    """Return a sum in which something is hidden, or None."""
    parts = [key for key in one.parts if key in hidden]
    whole = one.whole if one.whole in hidden else None
    if whole is None and not parts:
        return None
    told = sum([numbers[key] for key in one.parts if key not in hidden])
    return _Equation(whole, numbers[one.whole], told, parts)


def _tighten(one: _Equation, low: dict[Any, int], high: dict[Any, int]) -> bool:
    """Draw the bounds of one sum closer; say whether anything moved. Asked very often: plain loops, no calls."""
    moved = False
    lows = one.told + sum([low[key] for key in one.parts])
    highs = one.told + sum([high[key] for key in one.parts])
    least = most = one.number
    if one.whole is not None:
        if lows > low[one.whole]:
            low[one.whole], moved = lows, True
        if highs < high[one.whole]:
            high[one.whole], moved = highs, True
        least, most = low[one.whole], high[one.whole]
    if least <= lows and most >= highs:
        return moved  # no part can be narrower than it is
    for key in one.parts:
        lowest, highest = low[key], high[key]
        if (closer := least - (highs - highest)) > lowest:
            low[key], moved = closer, True
        if (closer := most - (lows - lowest)) < highest:
            high[key], moved = closer, True
    return moved
