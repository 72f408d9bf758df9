"""Small numbers: which cells of tables that can be added up are told, so that no other can be worked out. Pure.

A cell is told from ten people or five events on. Whoever knows a total and all but one of its parts knows that part
as well, so other cells are hidden beside it. Three questions are asked until all answers are no: does a sum have one
hidden cell, or hidden cells that are together a small number? Can a hidden cell be solved from all sums together? Can
it be caught between bounds: narrower than a small number is, or exactly by who knows which cells are small? Each yes
hides one cell more.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from b2b.insights.rules.bounds import ANY, caught
from b2b.insights.rules.solving import solved

LEAST_PEOPLE = 10
"""No number of fewer people is told, and no share or median about fewer."""
LEAST_EVENTS = 5
"""No number of fewer events is told."""
LEAST_MAKERS = 3
"""Five events by one person are still about one person: at least so many different people are behind a number."""

K = TypeVar("K", bound=tuple[str, ...])


@dataclass(frozen=True)
class Cell:
    """A number, how many different people are behind it, and from how many on it is told.

    `never`: it exists, is part of sums, and is not told whatever it is. `weight` is public, like the inhabitants of a
    place: when one must be hidden beside another, the lightest goes.
    """

    number: int
    people: int
    least: int = LEAST_EVENTS
    least_people: int = LEAST_MAKERS
    never: bool = False
    weight: int = 0

    @property
    def is_small(self) -> bool:
        """Say whether this may not be told for its own sake. Zero is small: it says that nobody did."""
        return self.never or self.number < self.least or self.people < self.least_people

    @property
    def guessed(self) -> tuple[int, int]:
        """Return between which bounds it lies for who knows why it is hidden."""
        if self.number < self.least:
            return 0, self.least - 1
        return (0 if self.is_small else self.least), ANY


@dataclass(frozen=True)
class Sum(Generic[K]):
    """`whole` is the number that all `parts` are together."""

    whole: K
    parts: tuple[K, ...]

    @property
    def all(self) -> tuple[K, ...]:
        """Return every cell of it."""
        return self.whole, *self.parts


def told(cells: Mapping[K, Cell], sums: Iterable[Sum[K]]) -> set[K]:
    """Return the keys of the cells that may be told, all together and for ever.

    `sums` are all sums that hold between the cells, whether their parts are told or not.
    """
    sums = list(sums)
    hidden = {key for key, cell in cells.items() if cell.is_small}
    while True:
        found = _weakest(cells, sums, hidden)
        if found is None:
            return set(cells) - hidden
        hidden |= found


def _weakest(cells: Mapping[K, Cell], sums: list[Sum[K]], hidden: set[K]) -> set[K] | None:
    """Return what must be hidden next, or None when all that is hidden stays so."""
    more: set[K] = set()
    for one in sums:
        if _gives_away(cells, one, hidden | more):
            more |= _beside(cells, [one], hidden | more) or set(one.all)
    if more:
        return more
    numbers = {key: cell.number for key, cell in cells.items()}
    weak = (
        solved(sums, hidden)
        or caught(numbers, sums, hidden, {key: cells[key].least - 1 for key in hidden})
        # Who knows these rules guesses which were hidden because they are small.
        or caught(numbers, sums, hidden, dict.fromkeys(hidden, 1), {key: cells[key].guessed for key in hidden})
    )
    if not weak:
        return None
    about = [one for one in sums if weak & set(one.all)]
    return _beside(cells, about, hidden) or _beside(cells, sums, hidden) or None


def _gives_away(cells: Mapping[K, Cell], one: Sum[K], hidden: set[K]) -> bool:
    parts = [key for key in one.parts if key in hidden]
    if one.whole in hidden:
        return not parts
    return bool(parts) and (len(parts) == 1 or sum(cells[key].number for key in parts) < cells[one.whole].least)


def _beside(cells: Mapping[K, Cell], sums: list[Sum[K]], hidden: set[K]) -> set[K]:
    """Return the first cell of these sums, by weight, that is still told: parts go before wholes.

    Never by its number: who sees that the smallest was taken knows that it is no larger than the others.
    """
    parts = {key for one in sums for key in one.parts if key not in hidden}
    wholes = {one.whole for one in sums if one.whole not in hidden}
    choice = (parts - wholes) or parts or wholes
    return {min(choice, key=lambda key: (cells[key].weight, key))} if choice else set()
