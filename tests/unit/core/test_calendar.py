"""Working days in the Netherlands: the clock of a term stands still when nobody works."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b2b.core.calendar import (
    FreeDays,
    WorkingWeek,
    after_working_hours,
    holidays,
    is_working_day,
    read_hours,
)
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


OFFICES = WorkingWeek(free=FreeDays.OFFICES)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 4, 3), True),
        (date(2026, 5, 5), True),
        (date(2030, 5, 6), True),
        (date(2025, 5, 5), False),
        (date(2026, 4, 6), False),
        (date(2026, 4, 27), False),
        (date(2026, 12, 25), False),
    ],
)
def test_most_offices_work_on_good_friday_and_on_most_fifths_of_may(day, works):
    assert is_working_day(day, OFFICES) is works


def test_a_term_follows_the_free_days_of_the_municipality():
    thursday = from_local(naive(2026, 4, 2, 12))
    assert after_working_hours(thursday, timedelta(hours=24)) == from_local(naive(2026, 4, 7, 12))
    assert after_working_hours(thursday, timedelta(hours=24), OFFICES) == from_local(naive(2026, 4, 3, 12))


@pytest.mark.parametrize(
    ("moment", "there"),
    [
        (naive(2026, 11, 23, 7, 59, 59), False),
        (naive(2026, 11, 23, 8), True),
        (naive(2026, 11, 23, 17, 59, 59), True),
        (naive(2026, 11, 23, 18), False),
        (naive(2026, 11, 22, 12), False),
        (naive(2026, 12, 25, 12), False),
    ],
)
def test_somebody_is_there_in_office_hours_on_working_days(moment, there):
    assert WorkingWeek().is_open(from_local(moment)) is there


@pytest.mark.parametrize(("raw", "hours"), [("8-18", (8, 18)), (" 09 - 17", (9, 17)), ("0-23", (0, 23))])
def test_office_hours_are_read(raw, hours):
    assert read_hours(raw) == (time(hours[0]), time(hours[1]))


@pytest.mark.parametrize("raw", ["", "8", "18-8", "8-8", "8-24", "8:00-18:00", "-8-18", "acht-negen", "²-18"])
def test_what_are_no_office_hours_is_refused(raw):
    with pytest.raises(ValueError, match=r"hours|hour"):
        read_hours(raw)
