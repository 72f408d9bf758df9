"""Round what is told, so that it reads easily and says no more than it knows. Pure."""

from typing import Protocol

from b2b.insights.rules.shapes import Bound, Kind

STEP = 5
"""Counts are told in fives outside. The smallest number that is told is five."""
PER = 1000


class Row(Protocol):
    """A figure as it was counted."""

    numerator: int | None
    denominator: int | None
    value: float | None
    bound: Bound | None


def in_steps(number: int, step: int = STEP) -> int:
    """Return the nearest multiple of `step`; a half goes up."""
    return (2 * number + step) // (2 * step) * step


def rounded(kind: Kind, row: Row, is_rounded: bool) -> tuple[float | None, int | None]:
    """Return (value, base) of a figure. Medians are told in whole hours to everybody: an exact one may be one case."""
    base = in_steps(row.denominator) if is_rounded and row.denominator else row.denominator
    if kind is Kind.COUNT:
        return in_steps(row.numerator or 0) if is_rounded else row.numerator, None
    if kind is Kind.MEDIAN:
        return float(max(1, round(row.value or 0))), base
    if kind is Kind.RATE:
        rate = PER * (row.numerator or 0) / (row.denominator or 1)
        return round(rate, 0 if is_rounded else 1), row.denominator
    if row.bound is not None:
        return row.value, base
    share = (row.numerator or 0) / (row.denominator or 1)
    return round(share, 2) if is_rounded else round(share, 3), base
