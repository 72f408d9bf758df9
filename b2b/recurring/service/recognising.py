"""How a helper of a series and who asked know each other at the door. What the one says, the rest of the team never reads."""

from b2b.core.db import Work, lock
from b2b.recurring import queries
from b2b.recurring.models import Series
from b2b.recurring.rules import NoSignNow, PlaceState, SeriesState


def tell_sign(work: Work, series: Series, member_id: int, sign: str) -> None:
    """Keep how this side can be recognised; an empty text takes it back. Raises NoSignNow when there is nobody to come."""
    lock(work, series)
    if series.state is not SeriesState.RUNNING:
        raise NoSignNow()
    if member_id == series.asker_id:
        series.asker_sign = sign
        return
    own = queries.place_of(work, series.id or 0, member_id)
    if own is None or own.state is not PlaceState.ACTIVE:
        raise NoSignNow()
    own.sign = sign


def forget_signs(work: Work, series: Series) -> None:
    """Erase the words and signs of the whole team: nobody comes any more."""
    for own in queries.active(work, series.id or 0):
        own.code_word, own.sign = "", ""
