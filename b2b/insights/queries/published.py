"""What leaves the house: figures as an audience may see them. Nobody reads the tables of figures but through here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import col, select

from b2b.core.db import Work
from b2b.insights.models import Figure, FigurePeriod
from b2b.insights.queries.areas import area_names, code_of, codes_of
from b2b.insights.rules.measures import measure_of
from b2b.insights.rules.periods import period_of
from b2b.insights.rules.rounding import rounded
from b2b.insights.rules.shapes import Bound, Level, Measure
from b2b.posts.categories import CATEGORIES

Edition = tuple[tuple[str, datetime], ...]
"""The months that everybody may read ('2026-10', …), each with when it was counted."""


class Audience(StrEnum):
    """Who reads: small numbers are hidden from both."""

    PUBLIC = "public"
    """Residents, council, open data: rounded, from a week after the month, no weeks."""
    STAFF = "staff"
    """The desk and the administrator: months that will not change are exact; the current month and weeks rounded."""


@dataclass(frozen=True)
class Published:
    """One number as it may be told.

    `value` is a whole number (COUNT), 0 to 1 (SHARE), hours (MEDIAN) or per 1,000 inhabitants (RATE). With None and
    `hidden` the number is too small, or would give a small one away; with None and not `hidden` nobody counted it (yet).
    `bound`: the share is more or less than `value`, by how much is not told. `base` is what a share is a part of, or
    of how many cases a median is the middle.
    """

    measure: str
    area: str
    area_name: str
    category: str
    period: str
    value: float | None
    hidden: bool
    base: int | None = None
    bound: Bound | None = None
    version: int = 1


def series(
    work: Work,
    municipality_id: int,
    measure: str,
    *,
    periods: Sequence[str],
    area: str | None = None,
    category: str = "",
    audience: Audience = Audience.PUBLIC,
) -> list[Published]:
    """Return one measure through time: one row for each of `periods` ('2026-11', …), in that order.

    `area` is a CBS code (WK…, BU…), or None for the whole municipality. Two statements, whatever the length. Raises
    NoSuchMeasure or NoSuchPeriod (404).
    """
    code = area or code_of(work, municipality_id)
    found = _rows(work, municipality_id, measure, periods, audience, areas=[code], categories=[category])
    return [found(period, code, category) for period in periods]


def table(
    work: Work,
    municipality_id: int,
    measure: str,
    period: str,
    by: str = "district",
    *,
    area: str | None = None,
    category: str = "",
    audience: Audience = Audience.PUBLIC,
) -> list[Published]:
    """Return one measure in one period, one row per "district", "neighbourhood" or "category", hidden ones included.

    `area` (a CBS code) narrows to the neighbourhoods of one district, or to the kinds of help in one area; `category`
    narrows districts or neighbourhoods to one kind of help. Places come in the order of their code, kinds of help in
    their own. Raises NoSuchMeasure or NoSuchPeriod (404).
    """
    if by == "category":
        areas, categories = [area or code_of(work, municipality_id)], list(CATEGORIES)
    else:
        areas, categories = codes_of(work, municipality_id, Level(by), inside=area), [category]
    found = _rows(work, municipality_id, measure, [period], audience, areas=areas, categories=categories)
    return [found(period, code, one) for code in areas for one in categories]


def counted_periods(
    work: Work, municipality_id: int, audience: Audience = Audience.PUBLIC, *, weeks: bool = False
) -> list[str]:
    """Return the months (or the weeks, to STAFF only) of which there are figures for this audience, oldest first."""
    told = told_periods(work, municipality_id, audience)
    return sorted(code for code in told if period_of(code).is_week is weeks)


def told_periods(work: Work, municipality_id: int, audience: Audience) -> dict[str, bool]:
    """Return the periods that this audience may read: code -> whether they still change."""
    return {one.period: one.frozen_at is None for one in _told(work, municipality_id, audience)}


def edition(work: Work, municipality_id: int) -> Edition:
    """Return the months that everybody may read with when they were counted, oldest first.

    One statement. As long as the edition is the same, so is every figure that everybody may read.
    """
    told = _told(work, municipality_id, Audience.PUBLIC)
    return tuple(sorted((one.period, one.computed_at) for one in told))


def _told(work: Work, municipality_id: int, audience: Audience) -> list[FigurePeriod]:
    counted = work.exec(select(FigurePeriod).where(FigurePeriod.municipality_id == municipality_id))
    return [one for one in counted if audience is Audience.STAFF or _is_told(one, work.now())]


def _is_told(one: FigurePeriod, now: datetime) -> bool:
    return one.frozen_at is not None and period_of(one.period).is_told(now)


class Found:
    """The rows of one question; called with a place in the table it gives what may be told there."""

    def __init__(
        self,
        measure: Measure,
        told: dict[str, bool],
        rows: Iterable[Figure],
        names: dict[str, str],
        audience: Audience,
    ):
        self.measure, self.told, self.names, self.is_public = measure, told, names, audience is Audience.PUBLIC
        self.rows = {(row.period, row.area, row.category): row for row in rows}

    def __call__(self, period: str, area: str, category: str) -> Published:
        """Return what may be told of this place in the table."""
        row = self.rows.get((period, area, category)) if period in self.told else None
        name = self.names.get(area, area)
        if row is None:
            hidden = period in self.told
            return Published(
                self.measure.code, area, name, category, period, None, hidden, version=self.measure.version
            )
        is_rounded = self.is_public or self.told[period]
        value, base = rounded(self.measure.kind, row, is_rounded)
        return Published(self.measure.code, area, name, category, period, value, False, base, row.bound, row.version)


def _rows(
    work: Work,
    municipality_id: int,
    code: str,
    periods: Sequence[str],
    audience: Audience,
    *,
    areas: list[str],
    categories: list[str],
) -> Found:
    measure = measure_of(code)
    for period in periods:
        period_of(period)
    found = select(Figure).where(
        Figure.municipality_id == municipality_id,
        Figure.measure == code,
        col(Figure.area).in_(areas),
        col(Figure.category).in_(categories),
        col(Figure.period).in_(list(periods)),
    )
    told = told_periods(work, municipality_id, audience)
    names = area_names(work, municipality_id)
    return Found(measure, told, work.exec(found), names, audience)
