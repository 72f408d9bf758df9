"""The Dutch working calendar: which days count for a term. Pure.

The free days are those of the Algemene termijnenwet, article 3: a term of a government never ends on one.
"""

from datetime import date, datetime, time, timedelta
from functools import cache

from b2b.core.clock import from_local, local

SATURDAY = 5


def is_working_day(day: date) -> bool:
    """Say whether `day` is no Saturday, Sunday or holiday."""
    return day.weekday() < SATURDAY and day not in holidays(day.year)


def after_working_hours(moment: datetime, term: timedelta) -> datetime:
    """Return when `term` is over, counting only hours of working days (all 24 of them), aware in UTC.

    The clock stands still in weekends and on holidays, so the answer always lies on a working day.
    """
    left = term
    while True:
        day = local(moment).date()
        midnight = from_local(datetime.combine(day + timedelta(days=1), time()))
        if is_working_day(day):
            if left < midnight - moment:
                return moment + left
            left -= midnight - moment
        moment = midnight


@cache
def holidays(year: int) -> frozenset[date]:
    """Return the days of `year` that the law calls free, weekends left aside."""
    easter = _easter(year)
    birthday = date(year, 4, 27)
    if birthday.isoweekday() == 7:
        birthday = date(year, 4, 26)
    moving = (easter + timedelta(days=days) for days in (-2, 1, 39, 50))
    return frozenset({*moving, birthday, date(year, 1, 1), date(year, 5, 5), date(year, 12, 25), date(year, 12, 26)})


def _easter(year: int) -> date:
    """Return Easter Sunday (the Gregorian reckoning of Butcher)."""
    cycle, century, rest = year % 19, year // 100, year % 100
    skipped, leap = divmod(century, 4)
    moon = (19 * cycle + century - skipped - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    quarter, odd = divmod(rest, 4)
    week = (32 + 2 * leap + 2 * quarter - moon - odd) % 7
    late = (cycle + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
