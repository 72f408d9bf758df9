"""Time: aware UTC inside, Europe/Amsterdam on the page, always passed in as a clock."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

Clock = Callable[[], datetime]

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def system_clock() -> datetime:
    """Return this moment, aware, in UTC."""
    return datetime.now(UTC)


def local(moment: datetime) -> datetime:
    """Return the same moment on a Dutch wall clock."""
    return moment.astimezone(AMSTERDAM)


def from_local(moment: datetime) -> datetime:
    """Read a naive Dutch wall-clock time as an aware UTC moment.

    An hour that happens twice (end of summer time) means the first of the two.
    """
    return moment.replace(tzinfo=AMSTERDAM, fold=0).astimezone(UTC)


class ManualClock:
    """A clock that stands still until told to move: for tests and simulations."""

    def __init__(self, start: datetime):
        self.moment = start

    def __call__(self) -> datetime:
        return self.moment

    def advance(self, **delta: float) -> datetime:
        """Move on by a `timedelta(**delta)` and return the new moment."""
        self.moment += timedelta(**delta)
        return self.moment
