"""Many figures at once, for a page or a report: one statement for all of them, and one for what may be told."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import col, select

from b2b.core.db import Work
from b2b.insights.models import Figure
from b2b.insights.queries.areas import area_names, code_of
from b2b.insights.queries.published import Audience, Found, Published, told_periods
from b2b.insights.rules.measures import level_of, measure_of
from b2b.insights.rules.shapes import Measure
from b2b.insights.rules.telling import Told, told


@dataclass(frozen=True)
class Line:
    """One measure of one area through time, a figure for each period that was asked for."""

    measure: Measure
    area: str
    area_name: str
    figures: tuple[Published, ...]

    @property
    def last(self) -> Published:
        """Return the newest figure."""
        return self.figures[-1]

    @property
    def words(self) -> list[Told]:
        """Return what is said of each figure."""
        return [told(self.measure.kind, one) for one in self.figures]

    @property
    def is_silent(self) -> bool:
        """Say whether no figure of it may be told."""
        return all(one.value is None for one in self.figures)


def lines(
    work: Work,
    municipality_id: int,
    measures: Sequence[str],
    periods: Sequence[str],
    *,
    areas: Sequence[str] = (),
    audience: Audience = Audience.PUBLIC,
) -> list[Line]:
    """Return each measure for each area, through `periods`; no `areas`: the whole municipality.

    A measure that is not told for areas of that size is left out. Raises NoSuchMeasure (404).
    """
    wanted = [measure_of(code) for code in measures]
    places = list(areas) or [code_of(work, municipality_id)]
    allowed = told_periods(work, municipality_id, audience)
    rows = work.exec(
        select(Figure).where(
            Figure.municipality_id == municipality_id,
            col(Figure.measure).in_([measure.code for measure in wanted]),
            col(Figure.area).in_(places),
            Figure.category == "",
            col(Figure.period).in_(list(periods)),
        )
    ).all()
    names = area_names(work, municipality_id)
    found = []
    for measure in wanted:
        own = Found(measure, allowed, (row for row in rows if row.measure == measure.code), names, audience)
        found += [
            Line(measure, area, names.get(area, area), tuple(own(period, area, "") for period in periods))
            for area in places
            if level_of(area) in measure.levels
        ]
    return found
