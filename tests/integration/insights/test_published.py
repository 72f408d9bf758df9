"""What leaves the house: who sees what, and when."""

from datetime import UTC, datetime

from b2b.insights.models import Figure, FigurePeriod
from b2b.insights.queries import Audience, counted_periods, series, table
from b2b.insights.rules.shapes import Level

JANUARY = datetime(2026, 2, 8, tzinfo=UTC)


def keep(make, period, frozen_at=JANUARY, **more):
    here = make.municipality().id
    make.save(FigurePeriod(municipality_id=here, period=period, computed_at=JANUARY, frozen_at=frozen_at))
    figure = {"measure": "requests", "version": 1, "level": Level.MUNICIPALITY, "area": "GM0344", "people": 40}
    make.save(Figure(municipality_id=here, period=period, computed_at=JANUARY, **{**figure, **more}))
    return here


def test_outside_numbers_are_rounded_and_inside_they_are_exact(make, work):
    here = keep(make, "2026-01", numerator=43)
    (outside,) = series(work, here, "requests", periods=["2026-01"])
    (inside,) = series(work, here, "requests", periods=["2026-01"], audience=Audience.STAFF)
    assert (outside.value, inside.value) == (45, 43)


def test_a_month_that_still_changes_is_for_staff_only_and_rounded(make, work):
    here = keep(make, "2026-11", frozen_at=None, numerator=43)
    (outside,) = series(work, here, "requests", periods=["2026-11"])
    (inside,) = series(work, here, "requests", periods=["2026-11"], audience=Audience.STAFF)
    assert (outside.value, outside.hidden, inside.value) == (None, False, 45)
    assert counted_periods(work, here) == []
    assert counted_periods(work, here, Audience.STAFF) == ["2026-11"]


def test_a_wijk_without_a_row_is_hidden_and_a_month_without_rows_is_not_counted(make, work):
    here = keep(make, "2026-01", level=Level.DISTRICT, area="WK034403", numerator=12)
    found = table(work, here, "requests", "2026-01")
    assert {row.area: row.value for row in found if not row.hidden} == {"WK034403": 10}
    assert len(found) == 10 and found[0].area_name
    assert not any(row.hidden or row.value for row in table(work, here, "requests", "2025-12"))


def test_a_share_is_told_with_what_it_is_a_part_of(make, work):
    here = keep(make, "2026-01", measure="answered", numerator=61, denominator=71)
    (outside,) = series(work, here, "answered", periods=["2026-01"])
    assert (outside.value, outside.base) == (0.86, 70)


def test_kinds_of_help_of_one_place_are_a_table_too(make, work):
    here = keep(make, "2026-01", measure="unmet", area="BU03440333", category="boodschappen", numerator=7)
    found = table(work, here, "unmet", "2026-01", by="category", area="BU03440333")
    assert [(row.category, row.value) for row in found if not row.hidden] == [("boodschappen", 5)]
