"""Small numbers: who would see "1 melding" of a wijk could know whose it is. Pure."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

FLOOR = 5
"""A count from 1 up to this is not shown; 0 is, because it is about nobody."""

K = TypeVar("K", bound=Hashable)


def masked(cells: Mapping[K, int], floor: int = FLOOR) -> dict[K, int | None]:
    """Return the cells that can stand beside their shown total; None is a number that is not told.

    Small counts are left out first. Then the smallest of the others go too, until what is left out
    cannot be found again by subtraction: at least two cells, that add up to `floor` or more, and
    that are not all as small (or as large) as a small count can be. When there are not enough of
    them nothing is told but the total, not even what is zero.
    """
    hidden = {key for key, number in cells.items() if 0 < number < floor}
    rest = sorted((number, str(key), key) for key, number in cells.items() if number >= floor)
    while hidden and rest and not _is_safe([cells[key] for key in hidden], floor):
        hidden.add(rest.pop(0)[2])
    if hidden and not _is_safe([cells[key] for key in hidden], floor):
        hidden = set(cells)
    return {key: None if key in hidden else number for key, number in cells.items()}


def _is_safe(numbers: list[int], floor: int) -> bool:
    several, enough = len(numbers) > 1, sum(numbers) >= floor
    return several and enough and sum(numbers) not in (len(numbers), len(numbers) * (floor - 1))
