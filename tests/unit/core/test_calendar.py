"""Working days in the Netherlands: the clock of a term stands still when nobody works."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b2b.core.calendar import after_working_hours, holidays, is_working_day
from b2b.core.clock import from_local, local


def naive(*parts):
    """What a clock on a Dutch wall shows: `from_local` gives it its zone."""
    return datetime(*parts)  # noqa: DTZ001


MOMENTS = st.datetimes(naive(2024, 1, 1), naive(2035, 1, 1)).map(lambda moment: moment.replace(tzinfo=UTC))
TERMS = st.integers(0, 200).map(lambda hours: timedelta(hours=hours))


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 1, 1), "new year"),
        (date(2026, 4, 3), "Good Friday"),
        (date(2026, 4, 6), "Easter Monday"),
        (date(2026, 4, 27), "the King's birthday"),
        (date(2026, 5, 5), "liberation"),
        (date(2026, 5, 14), "Ascension"),
        (date(2026, 5, 25), "Whit Monday"),
        (date(2026, 12, 25), "Christmas"),
        (date(2027, 3, 29), "Easter Monday of 2027"),
        (date(2038, 4, 26), "Easter Monday on the day before the birthday"),
        (date(2025, 4, 26), "the birthday when the 27th is a Sunday"),
        (date(2026, 11, 22), "a Sunday"),
    ],
)
def test_a_free_day_is_no_working_day(day, why):
    assert not is_working_day(day), why


@pytest.mark.parametrize(
    "day", [date(2026, 11, 23), date(2026, 12, 5 - 1), date(2026, 12, 24), date(2026, 11, 1 + 1)]
)
def test_an_ordinary_day_is_a_working_day(day):
    assert is_working_day(day)


def test_a_day_from_friday_afternoon_is_monday_afternoon():
    friday = from_local(naive(2026, 11, 20, 15))
    assert after_working_hours(friday, timedelta(hours=24)) == from_local(naive(2026, 11, 23, 15))


def test_a_term_passes_christmas():
    before = from_local(naive(2026, 12, 24, 12))
    assert after_working_hours(before, timedelta(hours=24)) == from_local(naive(2026, 12, 28, 12))


def test_the_hour_that_is_skipped_in_march_is_not_counted():
    thursday = from_local(naive(2026, 3, 27, 12))
    assert after_working_hours(thursday, timedelta(hours=24)) == from_local(naive(2026, 3, 30, 12))


@given(MOMENTS, TERMS)
def test_a_term_ends_on_a_working_day_and_never_sooner(moment, term):
    end = after_working_hours(moment, term)
    assert is_working_day(local(end).date())
    assert end >= moment + term


@given(MOMENTS, TERMS, TERMS)
def test_a_longer_term_ends_later(moment, one, other):
    short, long = sorted((one, other))
    assert after_working_hours(moment, short) <= after_working_hours(moment, long)


@given(st.integers(1990, 2090))
def test_every_year_has_its_holidays(year):
    days = holidays(year)
    assert 8 <= len(days) <= 9
    assert all(day.year == year for day in days)
