"""What is counted together: a whole, its parts, and the areas they are told for. Pure.

Measures of one tally can be subtracted from each other, so small numbers are hidden in all of them at once.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from b2b.insights.rules.measures import MEASURES
from b2b.insights.rules.shapes import Counts, Kind, Level, Measure
from b2b.insights.rules.small import LEAST_EVENTS, LEAST_MAKERS, LEAST_PEOPLE

PARTS: dict[str, tuple[str, ...]] = {
    "requests": ("quiet", "seen"),
    "answers": ("in_time", "late"),
    "handed_back": ("helped", "not_helped"),
    "outcomes": ("fulfilled", "no_show", "partly", "other"),
    "helpers": ("busy", "not_busy"),
    "worth": ("much", "some", "little"),
    "otherwise": ("municipality", "family", "nobody"),
    "objections": ("reversed", "stands"),
}
"""The parts of a whole, all of them: together they are the whole. When one is hidden beside another, the last goes."""


@dataclass(frozen=True)
class Tally:
    """One whole. `part_levels` and `category_levels` are the areas for which its parts are told."""

    code: str
    counts: Counts
    levels: tuple[Level, ...]
    parts: tuple[str, ...]
    part_levels: tuple[Level, ...]
    category_levels: tuple[Level, ...]
    is_judged: bool
    """A share or a median says something about each person in it: so it needs ten people, not five events."""

    @property
    def least(self) -> int:
        """From which number on a cell is told."""
        return LEAST_PEOPLE if self.counts is Counts.PEOPLE else LEAST_EVENTS

    @property
    def least_people(self) -> int:
        """How many different people must be behind a whole."""
        return LEAST_PEOPLE if self.is_judged or self.counts is Counts.PEOPLE else LEAST_MAKERS


def _widest(levels: Iterable[tuple[Level, ...]]) -> tuple[Level, ...]:
    return max(levels, key=len, default=())


def _tally(code: str, measures: list[Measure]) -> Tally:
    split = [measure for measure in measures if measure.part]
    return Tally(
        code,
        measures[0].counts,
        _widest(measure.levels for measure in measures),
        PARTS[code] if split else (),
        _widest(measure.levels for measure in split),
        _widest(measure.by_category for measure in measures),
        any(measure.kind in (Kind.SHARE, Kind.MEDIAN) for measure in measures),
    )


TALLIES: dict[str, Tally] = {
    code: _tally(code, [measure for measure in MEASURES.values() if measure.tally == code])
    for code in dict.fromkeys(measure.tally for measure in MEASURES.values())
}
"""Code -> tally, drawn from the measures."""
