"""Quarters of a year, as reports know them: '2026-3'. Pure."""

import re
from dataclasses import dataclass

from b2b.insights.rules.periods import NoSuchPeriod, Period, period_of

_QUARTER = re.compile(r"([2-9]\d{3})-([1-4])")


@dataclass(frozen=True, order=True)
class Quarter:
    """Three months of the Dutch calendar."""

    year: int
    number: int

    @property
    def code(self) -> str:
        """Return what it is called in addresses."""
        return f"{self.year}-{self.number}"

    @property
    def months(self) -> tuple[Period, ...]:
        """Return its months, in order."""
        first = 3 * self.number - 2
        return tuple(period_of(f"{self.year}-{month:02}") for month in range(first, first + 3))


def quarter_of(code: str) -> Quarter:
    """Return the quarter with this code, or raise NoSuchPeriod (404)."""
    found = _QUARTER.fullmatch(code)
    if not found:
        raise NoSuchPeriod()
    return Quarter(int(found[1]), int(found[2]))


def quarters_of(months: list[str]) -> list[Quarter]:
    """Return the quarters of which all three months are there, the newest first."""
    known = set(months)
    found = {Quarter(int(code[:4]), (int(code[5:7]) + 2) // 3) for code in known}
    return sorted((one for one in found if {month.code for month in one.months} <= known), reverse=True)
