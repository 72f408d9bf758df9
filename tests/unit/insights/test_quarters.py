"""Quarters of a year, and when one can be reported."""

import pytest

from b2b.insights.rules.periods import NoSuchPeriod
from b2b.insights.rules.quarters import Quarter, quarter_of, quarters_of


def test_a_quarter_has_three_months():
    assert [month.code for month in quarter_of("2026-4").months] == ["2026-10", "2026-11", "2026-12"]


@pytest.mark.parametrize("code", ["2026-0", "2026-5", "1999-1", "2026", "2026-1-1", "٢٠٢٦-1"])
def test_anything_else_is_no_quarter(code):
    with pytest.raises(NoSuchPeriod):
        quarter_of(code)


def test_a_quarter_is_reported_when_all_its_months_are_counted():
    months = ["2026-03", "2026-04", "2026-05", "2026-06", "2026-07", "2026-08"]
    assert quarters_of(months) == [Quarter(2026, 2)]
    assert quarters_of([*months, "2026-01", "2026-02"]) == [Quarter(2026, 2), Quarter(2026, 1)]
