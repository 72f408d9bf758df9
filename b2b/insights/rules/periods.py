"""Months and weeks as figures know them: '2026-11' and, for the desk, '2026-W47'. Pure."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from b2b.core.clock import from_local, local
from b2b.core.errors import Missing

LAG = timedelta(days=7)
"""So long after a month it is told outside, and does not change any more."""
CODE_MAX = 8
_MONTH = re.compile(r"([2-9]\d{3})-(0[1-9]|1[0-2])")
_WEEK = re.compile(r"([2-9]\d{3})-W([0-5]\d)")


class NoSuchPeriod(Missing):
    """No month or week is called so."""


@dataclass(frozen=True, order=True)
class Period:
    """A month or a week of the Dutch calendar. Two of one kind are ordered by `first`."""

    first: date
    code: str

    @property
    def is_week(self) -> bool:
        """Say whether this is a week: for the desk only."""
        return "W" in self.code

    @cached_property
    def after(self) -> date:
        """Return the day after its last."""
        return self.first + timedelta(days=7) if self.is_week else (self.first + timedelta(days=31)).replace(day=1)

    @cached_property
    def start(self) -> datetime:
        """Return the moment it begins: aware, UTC."""
        return from_local(datetime.combine(self.first, time()))

    @cached_property
    def end(self) -> datetime:
        """Return the moment it is over: aware, UTC. Not part of it."""
        return from_local(datetime.combine(self.after, time()))

    @property
    def told_from(self) -> datetime:
        """Return from when on it is told outside."""
        return self.end + LAG

    def is_told(self, now: datetime) -> bool:
        """Say whether the public may know it."""
        return not self.is_week and now >= self.told_from


def period_of(code: str) -> Period:
    """Return the period with this code, or raise NoSuchPeriod (404)."""
    month, week = _MONTH.fullmatch(code), _WEEK.fullmatch(code)
    try:
        if month:
            return Period(date(int(month[1]), int(month[2]), 1), code)
        if week:
            return Period(date.fromisocalendar(int(week[1]), int(week[2]), 1), code)
    except ValueError:
        pass  # week 53 of a year that has 52
    raise NoSuchPeriod()


def month_at(moment: datetime) -> Period:
    """Return the Dutch month that an aware moment falls in."""
    return month_of(local(moment).date())


def month_of(day: date) -> Period:
    """Return the month of a day."""
    return Period(day.replace(day=1), f"{day:%Y-%m}")


def week_at(moment: datetime) -> Period:
    """Return the Dutch week that an aware moment falls in."""
    year, week, _ = local(moment).isocalendar()
    return period_of(f"{year}-W{week:02}")


def before(period: Period, many: int) -> list[Period]:
    """Return this period and the `many` before it, oldest first."""
    found = [period]
    while len(found) <= many:
        last = found[-1].first - timedelta(days=1)
        found.append(week_at(from_local(datetime.combine(last, time(12)))) if period.is_week else month_of(last))
    return found[::-1]


def months_between(first: str, last: str) -> list[str]:
    """Return the codes of all months from `first` to `last`, both included; none when they are the wrong way round."""
    month, end, found = period_of(first), period_of(last), list[str]()
    while month.first <= end.first:
        found.append(month.code)
        month = month_of(month.after)
    return found
