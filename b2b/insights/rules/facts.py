"""From single facts to cells, sums and the figures that may be told. Pure: the same on every database."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from math import ceil, floor
from statistics import median

from b2b.insights.rules.bounds import caught
from b2b.insights.rules.measures import MEASURES, level_of
from b2b.insights.rules.shapes import Bound, Kind, Level, Measure
from b2b.insights.rules.small import LEAST_MAKERS, LEAST_PEOPLE, Cell, Sum, told
from b2b.insights.rules.tallies import TALLIES, Tally

Key = tuple[str, str, str]
"""Area (a CBS code), axis ("", "part" or "category"), and which one of that axis."""
ELSEWHERE = "?"
"""Where an area is no longer on the map: it is in the total and has no line of its own."""

LIST_MAX = 100
"""More than any list of parts or kinds of help is long."""


@dataclass(frozen=True)
class Fact:
    """One thing that happened, or one person: in which neighbourhood (CBS code), who is behind it, which part of its
    tally it is, which kind of help, and (for a median) how many hours it took."""

    hood: str
    person: str
    part: str = ""
    category: str = ""
    hours: float = 0.0


@dataclass(frozen=True)
class Row:
    """One figure that may be told."""

    measure: str
    version: int
    level: Level
    area: str
    category: str
    numerator: int | None
    denominator: int | None
    value: float | None
    bound: Bound | None
    people: int


@dataclass(frozen=True)
class Map:
    """The areas of one municipality: its code, the wijken with their buurten, and how many people live where."""

    code: str
    districts: Mapping[str, tuple[str, ...]]
    populations: Mapping[str, int] = field(default_factory=dict)

    def children(self, area: str) -> tuple[str, ...]:
        """Return the areas that this one is made of; what is not on the map belongs to the whole."""
        return (*self.districts, ELSEWHERE) if area == self.code else self.districts.get(area, ())

    def areas(self, levels: Iterable[Level]) -> list[str]:
        """Return the codes of all areas of these sizes."""
        wanted = set(levels)
        return [area for level, areas in self._by_level.items() if level in wanted for area in areas]

    @cached_property
    def _by_level(self) -> dict[Level, list[str]]:
        hoods = [hood for hoods in self.districts.values() for hood in hoods]
        return {Level.MUNICIPALITY: [self.code], Level.DISTRICT: list(self.districts), Level.NEIGHBOURHOOD: hoods}


def figures(code: str, facts: Sequence[Fact], here: Map, categories: Sequence[str]) -> list[Row]:
    """Return what may be told of one tally in one period, small numbers and what gives them away left out."""
    tally = TALLIES[code]
    if len(facts) < tally.least:
        return []
    heap = _Heap(tally, facts, here, categories)
    cells, sums = heap.cells(), heap.sums()
    shown = told(cells, sums)
    known = _bounds_that_may_be_told(tally, cells, sums, shown, here)
    return [
        row
        for measure in MEASURES.values()
        if measure.tally == code
        for area, category in heap.places(measure)
        for row in _rows(measure, area, category, cells, shown, known, heap)
    ]


class _Heap:
    """The facts of one tally, put together by area and axis."""

    def __init__(self, tally: Tally, facts: Sequence[Fact], here: Map, categories: Sequence[str]):
        self.tally, self.here = tally, here
        self.axes = {
            "part": (tally.part_levels, tally.parts),
            "category": (tally.category_levels, tuple(categories) if tally.category_levels else ()),
        }
        self.hours: dict[Key, list[float]] = defaultdict(list)
        self.people: dict[Key, set[str]] = defaultdict(set)
        above = {hood: district for district, hoods in here.districts.items() for hood in hoods}
        for fact in facts:
            district = above.get(fact.hood, ELSEWHERE)
            areas = (here.code, district) if district == ELSEWHERE else (here.code, district, fact.hood)
            values = [("", "")]
            if tally.parts:
                values.append(("part", fact.part))
            if tally.category_levels:
                values.append(("category", fact.category))
            for area, (axis, value) in product(areas, values):
                self.hours[area, axis, value].append(fact.hours)
                self.people[area, axis, value].add(fact.person)

    def places(self, measure: Measure) -> list[tuple[str, str]]:
        """Return the areas and kinds of help that a measure is told for."""
        by_category = product(self.here.areas(measure.by_category), self.axes["category"][1])
        return [*((area, "") for area in self.here.areas(measure.levels)), *by_category]

    def cells(self) -> dict[Key, Cell]:
        """Return every cell that could be told, zeros too, and those on which sums lean."""
        return {key: self._cell(key) for key in self._keys()}

    def _keys(self) -> list[Key]:
        keys = [(area, "", "") for area in self._with_elsewhere(self.tally.levels)]
        for axis, (levels, values) in self.axes.items():
            keys += [(area, axis, value) for area in self._with_elsewhere(levels) for value in values]
        return keys

    def _with_elsewhere(self, levels: tuple[Level, ...]) -> list[str]:
        return self.here.areas(levels) + ([ELSEWHERE] if Level.DISTRICT in levels else [])

    def _cell(self, key: Key) -> Cell:
        whole = key[1] == ""
        makers = LEAST_PEOPLE if self.tally.least == LEAST_PEOPLE else LEAST_MAKERS
        return Cell(
            len(self.hours.get(key, ())),
            len(self.people.get(key, ())),
            self.tally.least,
            self.tally.least_people if whole else makers,
            never=key[0] == ELSEWHERE,
            weight=self._weight(key),
        )

    def _weight(self, key: Key) -> int:
        """Return what decides which cell is hidden beside a small one: a small place first, then the last of a list."""
        area, axis, value = key
        last_first = -self.axes[axis][1].index(value) if axis else 0
        return LIST_MAX * self.here.populations.get(area, 0) + last_first

    def sums(self) -> list[Sum[Key]]:
        """Return what adds up: areas to the area around them, and parts to their whole."""
        found = self._tree(self.tally.levels, "", "")
        for axis, (levels, values) in self.axes.items():
            for value in values:
                found += self._tree(levels, axis, value)
            for area in self._with_elsewhere(levels) if values else ():
                found.append(Sum((area, "", ""), tuple((area, axis, value) for value in values)))
        return found

    def _tree(self, levels: tuple[Level, ...], axis: str, value: str) -> list[Sum[Key]]:
        found = []
        for area in self.here.areas(levels):
            below = [child for child in self.here.children(area) if child == ELSEWHERE or level_of(child) in levels]
            if below and below != [ELSEWHERE]:
                found.append(Sum((area, axis, value), tuple((child, axis, value) for child in below)))
        return found


Known = Mapping[Key, Bound]


def _bounds_that_may_be_told(
    tally: Tally, cells: Mapping[Key, Cell], sums: list[Sum[Key]], shown: set[Key], here: Map
) -> Known:
    """Return the hidden parts of which "more than" or "less than" can be said and no number is caught by it.

    When it would catch one, only the whole municipality is tried, and else nothing is said.
    """
    hidden = set(cells) - shown
    found = _near_an_edge(tally, cells, shown)
    numbers = {key: cell.number for key, cell in cells.items()}
    width = dict.fromkeys(hidden, tally.least - 1)
    for levels in ((Level.MUNICIPALITY, Level.DISTRICT), (Level.MUNICIPALITY,)):
        tried = {key: bound for key, bound in found.items() if level_of(key[0]) in levels}
        known = {key: _span(bound, tally, cells, key) for key, bound in tried.items()}
        if not caught(numbers, sums, hidden, width, known):
            return tried
    return {}


def _near_an_edge(tally: Tally, cells: Mapping[Key, Cell], shown: set[Key]) -> dict[Key, Bound]:
    found = {}
    for key, cell in cells.items():
        whole = (key[0], "", "")
        if key[1] != "part" or key in shown or whole not in shown:
            continue
        if cell.number < tally.least:
            found[key] = Bound.LESS_THAN
        elif cells[whole].number - cell.number < tally.least:
            found[key] = Bound.MORE_THAN
    return found


def _span(bound: Bound, tally: Tally, cells: Mapping[Key, Cell], key: Key) -> tuple[int, int]:
    """Return between which numbers somebody knows a part to lie, once its bound is told."""
    whole = cells[key[0], "", ""].number
    return (0, tally.least - 1) if bound is Bound.LESS_THAN else (whole - tally.least + 1, whole)


def _rows(
    measure: Measure,
    area: str,
    category: str,
    cells: Mapping[Key, Cell],
    shown: set[Key],
    known: Known,
    heap: _Heap,
) -> Iterable[Row]:
    whole, key = (area, "", ""), (area, "part" if measure.part else "", measure.part)
    if category:
        key = (area, "category", category)
    cell, base = cells[key], cells[whole]
    numerator: int | None = cell.number
    denominator: int | None = None
    value: float | None = None
    bound: Bound | None = None
    is_told = key in shown
    if measure.kind is Kind.SHARE:
        denominator, bound = base.number, known.get(key)
        is_told = whole in shown and (is_told or bound is not None)
        if bound is not None:
            numerator, value = None, _edge(bound, heap.tally.least, base.number)
    elif measure.kind is Kind.MEDIAN:
        numerator, denominator = None, cell.number
        value = float(median(heap.hours[key])) if is_told else None
    elif measure.kind is Kind.RATE:
        denominator = heap.here.populations.get(area)
        is_told = is_told and denominator is not None
    if is_told:
        people = base.people if measure.kind is Kind.SHARE else cell.people
        level = level_of(area)
        yield Row(measure.code, measure.version, level, area, category, numerator, denominator, value, bound, people)


def _edge(bound: Bound, least: int, whole: int) -> float:
    """Return the share that is said with a bound, in whole per cents, on the careful side."""
    if bound is Bound.LESS_THAN:
        return ceil(100 * least / whole) / 100
    return floor(100 * (whole - least) / whole) / 100
