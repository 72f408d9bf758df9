"""Being away: from when until when, and who covers. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from b2b.core.clock import from_local, local
from b2b.core.errors import Conflict
from b2b.core.words import N_

LONGEST = timedelta(days=366)


class AwayAlready(Conflict):
    """Two absences of one person at once."""

    sentence = N_("Je hebt al gezegd dat je dan weg bent. Stop die periode eerst, of kies andere dagen.")


@dataclass(frozen=True)
class Leave:
    """When somebody is away, and who covers (None: the next circle)."""

    starts_at: datetime
    ends_at: datetime
    cover_id: int | None = None


def leave(first: date, last: date, cover_id: int | None, now: datetime) -> Leave:
    """Return an absence over whole days, first and last included; today begins at this moment."""
    starts = from_local(datetime.combine(first, time()))
    ends = from_local(datetime.combine(last + timedelta(days=1), time()))
    return Leave(max(starts, now), ends, cover_id)


def pause(now: datetime) -> Leave:
    """Return a break until tomorrow morning: "Neem pauze"."""
    return Leave(now, from_local(datetime.combine(local(now).date() + timedelta(days=1), time(8))))
