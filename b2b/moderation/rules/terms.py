"""Terms that are counted in calendar months, on the Dutch calendar. Pure."""

import calendar
from datetime import datetime, time, timedelta

from b2b.core.clock import from_local, local

COMPLAINT_MONTHS = 6
"""Somebody may object for so long after a decision was sent (DSA article 20, 1)."""
COMPLAINT_DUE = timedelta(days=14)
"""Within this time somebody else has looked."""
KEEP_AFTER_TERM_MONTHS = 12
"""So long after nobody can object any more, the words of a decision and of an objection are kept."""


def months_later(moment: datetime, months: int) -> datetime:
    """Return the same wall-clock time `months` later; a day that is not there is the last of its month.

    31 August and six months is 28 February, or 29 in a leap year.
    """
    here = local(moment)
    year, month = divmod(here.month - 1 + months, 12)
    year, month = here.year + year, month + 1
    last = calendar.monthrange(year, month)[1]
    return from_local(here.replace(year=year, month=month, day=min(here.day, last), tzinfo=None))


def complaint_until(sent_at: datetime) -> datetime:
    """Return the moment from which an objection is too late: the end of the last day of the term."""
    last = local(months_later(sent_at, COMPLAINT_MONTHS)).date()
    return from_local(datetime.combine(last + timedelta(days=1), time()))
