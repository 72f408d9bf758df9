"""When something has to happen: in working days, Dutch holidays left out. Pure."""

from datetime import datetime, timedelta
from enum import StrEnum

from b2b.core.calendar import ORDINARY, WorkingWeek, after_working_hours
from b2b.core.clock import local
from b2b.core.words import N_
from b2b.handoff.rules.handoffs import HandoffState

PICK_UP_DAYS = "handoff.pick_up_days"
"""The setting of a municipality: in so many working days somebody picks a question up."""
PICK_UP_USUAL = 2
TERMS = {
    HandoffState.CLAIMED: timedelta(days=3),
    HandoffState.IN_CONTACT: timedelta(days=10),
}
"""Working days until the resident is spoken to, and then until the next step."""


class Lateness(StrEnum):
    """How a clock stands."""

    LATE = "late"
    TODAY = "today"
    FINE = "fine"


LATENESS_WORDS = {
    Lateness.LATE: N_("Te laat"),
    Lateness.TODAY: N_("Vandaag"),
    Lateness.FINE: N_("Op tijd"),
}


def due(
    state: HandoffState, since: datetime, pick_up_days: int = PICK_UP_USUAL, week: WorkingWeek = ORDINARY
) -> datetime | None:
    """Return until when a question may stay in this state, entered at `since`; None for one that is closed.

    A question that waits for its resident has the deadline of what was asked, which is set there.
    """
    if state is HandoffState.NEW:
        return after_working_hours(since, timedelta(days=pick_up_days), week)
    term = TERMS.get(state)
    return after_working_hours(since, term, week) if term else None


def lateness(due_at: datetime | None, now: datetime) -> Lateness:
    """Say how the clock stands at `now`."""
    if due_at is None:
        return Lateness.FINE
    if due_at <= now:
        return Lateness.LATE
    return Lateness.TODAY if local(due_at).date() == local(now).date() else Lateness.FINE


def may_take_over(due_at: datetime | None, now: datetime, *, away: bool) -> bool:
    """Say whether somebody else may take over what a colleague picked up: who is away, or let the time pass."""
    return away or lateness(due_at, now) is Lateness.LATE
