"""Figures for tests of pages: some months of the municipality and of Overvecht."""

from datetime import UTC, datetime

from b2b.insights.models import Figure, FigurePeriod
from b2b.insights.rules.measures import MEASURES, level_of
from b2b.insights.rules.shapes import Kind

THEN = datetime(2026, 11, 8, tzinfo=UTC)
MONTHS = ("2026-07", "2026-08", "2026-09", "2026-10")
OVERVECHT = "WK034403"
UTRECHT = "GM0344"
_NUMBERS = {
    Kind.COUNT: {"numerator": 42},
    Kind.SHARE: {"numerator": 41, "denominator": 50},
    Kind.MEDIAN: {"value": 30.0, "denominator": 50},
    Kind.RATE: {"numerator": 300, "denominator": 30_000},
}


def keep(make, periods=MONTHS, areas=(UTRECHT, OVERVECHT), measures=tuple(MEASURES), *, but=()):
    """Store a figure of every measure for every month and area; `but` are (measure, area) that are too small."""
    town = make.municipality().id
    with make.writing() as work:
        for period in periods:
            work.add(FigurePeriod(municipality_id=town, period=period, computed_at=THEN, frozen_at=THEN))
            for code in measures:
                for area in areas:
                    if (code, area) not in but and level_of(area) in MEASURES[code].levels:
                        work.add(_figure(town, period, code, area))
    return town


def a_month_that_is_told(make):
    """Return the code of a month that has a figure."""
    keep(make, periods=("2026-10",), measures=("requests",))
    return "2026-10"


def _figure(town, period, code, area):
    return Figure(
        municipality_id=town,
        period=period,
        measure=code,
        version=1,
        level=level_of(area),
        area=area,
        people=40,
        computed_at=THEN,
        **_NUMBERS[MEASURES[code].kind],
    )
