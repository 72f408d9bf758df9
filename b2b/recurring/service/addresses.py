"""The address of a series: given by who asked, seen by whose turn is near, logged, gone with the series."""

from b2b.core import audit
from b2b.core.db import Work, lock
from b2b.recurring import queries
from b2b.recurring.models import Series
from b2b.recurring.rules import AddressHidden, NoSeriesNow, SeriesState


def give_address(work: Work, series: Series, address: str) -> None:
    """Keep the address, sealed, for whose turn it is; a new one has been seen by nobody."""
    lock(work, series)
    if series.state is not SeriesState.RUNNING:
        raise NoSeriesNow()
    if series.address != address:
        series.address = address
        _unseen(work, series)
        audit.note(work, "address.shared", series)


def forget_address(work: Work, series: Series) -> None:
    """Erase the address because the asker wants it."""
    lock(work, series)
    if series.address is not None:
        series.address = None
        _unseen(work, series)
        audit.note(work, "address.taken-back", series)


def see_address(work: Work, series: Series, member_id: int) -> str:
    """Return the address to a helper whose turn is near; who asked sees that, and when. Raises AddressHidden."""
    lock(work, series)
    address = queries.address_for(work, series, member_id)
    own = queries.place_of(work, series.id or 0, member_id)
    if address is None or own is None:
        raise AddressHidden()
    own.address_seen_at = work.now()
    audit.note(work, "address.shown", series, to=member_id)
    return address


def _unseen(work: Work, series: Series) -> None:
    for one in queries.active(work, series.id or 0):
        one.address_seen_at = None
