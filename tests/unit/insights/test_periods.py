"""Months and weeks of the Dutch calendar."""

from datetime import UTC, datetime

import pytest

from b2b.insights.rules.periods import NoSuchPeriod, before, month_at, months_between, period_of, week_at


def test_a_month_begins_at_dutch_midnight_also_when_the_clock_changes():
    month = period_of("2026-10")
    assert month.start == datetime(2026, 9, 30, 22, tzinfo=UTC)
    assert month.end == datetime(2026, 10, 31, 23, tzinfo=UTC)


def test_a_month_is_told_a_week_after_it_and_no_second_sooner():
    month = period_of("2026-11")
    assert not month.is_told(datetime(2026, 12, 7, 22, 59, 59, tzinfo=UTC))
    assert month.is_told(datetime(2026, 12, 7, 23, tzinfo=UTC))


def test_a_week_is_never_told_outside():
    assert not period_of("2026-W02").is_told(datetime(2030, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize("code", ["2026-13", "2026-W54", "2025-W53", "2026-W00", "1999-01", "2026-1", "26-01", ""])
def test_what_is_no_month_or_week_is_missing(code):
    with pytest.raises(NoSuchPeriod):
        period_of(code)


def test_a_moment_lies_in_the_dutch_month_and_week():
    late = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    assert month_at(late).code == "2027-01"
    assert week_at(late).code == "2026-W53"


def test_one_steps_back_over_a_year():
    assert [one.code for one in before(period_of("2026-02"), 3)] == ["2025-11", "2025-12", "2026-01", "2026-02"]
    assert [one.code for one in before(period_of("2027-W01"), 2)] == ["2026-W52", "2026-W53", "2027-W01"]


def test_months_between_two_are_counted_with_both():
    assert months_between("2025-12", "2026-02") == ["2025-12", "2026-01", "2026-02"]
    assert months_between("2026-02", "2025-12") == []
