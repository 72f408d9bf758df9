"""When things happen in the demo, told from the moment of seeding. Pure.

"25m" is 25 minutes ago, "3d 19:20" is three days ago at twenty past seven on the Dutch clock, and
"+1d 14:00" is tomorrow at two. A demo that is made at night is then still written by day.
"""

import re
from datetime import datetime, time, timedelta

from b2b.core.clock import from_local, local

_MINUTES = re.compile(r"(\d+)m")
_DAY = re.compile(r"(\+?)(\d+)d (\d\d):(\d\d)")


def moment(words: str, now: datetime) -> datetime:
    """Return the aware moment that `words` name, seen from `now`; ValueError when they name none."""
    if found := _MINUTES.fullmatch(words):
        return now - timedelta(minutes=int(found[1]))
    if found := _DAY.fullmatch(words):
        days = int(found[2]) if found[1] else -int(found[2])
        day = local(now).date() + timedelta(days=days)
        return from_local(datetime.combine(day, time(int(found[3]), int(found[4]))))
    raise ValueError(words)
