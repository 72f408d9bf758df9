"""A whole month as everybody may have it, in two statements."""

from sqlmodel import col, select

from b2b.core.db import Work
from b2b.insights.models import Figure
from b2b.insights.queries.areas import area_names
from b2b.insights.queries.published import Audience, Found, Published, told_periods
from b2b.insights.rules.measures import MEASURES
from b2b.insights.rules.periods import NoSuchPeriod
from b2b.posts.categories import CATEGORIES


def whole_month(work: Work, municipality_id: int, period: str) -> list[Published]:
    """Return every figure of a month that is told outside, in the order of measures, areas and kinds of help.

    What is hidden is left out. The answer for a month never changes. Raises NoSuchPeriod (404) before it is told.
    """
    told = told_periods(work, municipality_id, Audience.PUBLIC)
    if period not in told:
        raise NoSuchPeriod()
    found = select(Figure).where(Figure.municipality_id == municipality_id, col(Figure.period) == period)
    rows = [row for row in work.exec(found) if row.measure in MEASURES]
    order = {code: place for place, code in enumerate((*MEASURES, "", *CATEGORIES))}
    rows.sort(key=lambda row: (order[row.measure], row.category != "", row.area, order.get(row.category, len(order))))
    names = area_names(work, municipality_id)
    tell = {
        code: Found(measure, told, rows_of(rows, code), names, Audience.PUBLIC) for code, measure in MEASURES.items()
    }
    return [tell[row.measure](period, row.area, row.category) for row in rows]


def rows_of(rows: list[Figure], code: str) -> list[Figure]:
    """Return the rows of one measure."""
    return [row for row in rows if row.measure == code]
