"""The Dutch working calendar: which days and hours count for a term. Pure.

A municipality chooses its week (`municipalities.queries.working_week`). Who chooses nothing gets the free days of the
Algemene termijnenwet, article 3, because a term of a government never ends on one of those.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cache

from b2b.core.clock import from_local, local

SATURDAY = 5


class FreeDays(StrEnum):
    """Which holidays stop the clock."""

    LAW = "law"
    """Those of the Algemene termijnenwet: with Good Friday, and 5 May every year."""
    OFFICES = "offices"
    """Those on which most offices close: not Good Friday, and 5 May once in five years (2025, 2030, …)."""


@dataclass(frozen=True)
class WorkingWeek:
    """When people of a municipality are at work: Dutch wall-clock times, on days that are not free."""

    opens: time = time(8)
    closes: time = time(18)
    free: FreeDays = FreeDays.LAW

    def is_open(self, moment: datetime) -> bool:
        """Say whether somebody is at a desk at this moment."""
        here = local(moment)
        return is_working_day(here.date(), self) and self.opens <= here.time() < self.closes


ORDINARY = WorkingWeek()


def is_working_day(day: date, week: WorkingWeek = ORDINARY) -> bool:
    """Say whether `day` is no Saturday, Sunday or holiday."""
    return day.weekday() < SATURDAY and day not in holidays(day.year, week.free)


def after_working_hours(moment: datetime, term: timedelta, week: WorkingWeek = ORDINARY) -> datetime:
    """Return when `term` is over, counting only hours of working days (all 24 of them), aware in UTC.

    The clock stands still in weekends and on holidays, so the answer always lies on a working day.
    """
    left = term
    while True:
        day = local(moment).date()
        midnight = from_local(datetime.combine(day + timedelta(days=1), time()))
        if is_working_day(day, week):
            if left < midnight - moment:
                return moment + left
            left -= midnight - moment
        moment = midnight


def read_hours(raw: str) -> tuple[time, time]:
    """Read whole hours of a day, as in 8-18; raise ValueError for anything else."""
    opens, dash, closes = raw.replace(" ", "").partition("-")
    parts = (opens, closes)
    if not dash or not all(part.isascii() and part.isdigit() and len(part) <= 2 for part in parts):
        raise ValueError("no hours")
    begin, end = time(int(opens)), time(int(closes))
    if begin >= end:
        raise ValueError("hours in the wrong order")
    return begin, end


@cache
def holidays(year: int, free: FreeDays = FreeDays.LAW) -> frozenset[date]:
    """Return the free days of `year`, weekends left aside."""
    sunday = easter(year)
    birthday = date(year, 4, 27)
    if birthday.isoweekday() == 7:
        birthday = date(year, 4, 26)
    moving = (sunday + timedelta(days=days) for days in (1, 39, 50))
    always = {*moving, birthday, date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)}
    if free is FreeDays.LAW:
        always.add(sunday - timedelta(days=2))
    if free is FreeDays.LAW or year % 5 == 0:
        always.add(date(year, 5, 5))
    return frozenset(always)


def easter(year: int) -> date:
    """Return Easter Sunday (the Gregorian reckoning of Butcher)."""
    cycle, century, rest = year % 19, year // 100, year % 100
    skipped, leap = divmod(century, 4)
    moon = (19 * cycle + century - skipped - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    quarter, odd = divmod(rest, 4)
    week = (32 + 2 * leap + 2 * quarter - moon - odd) % 7
    late = (cycle + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
