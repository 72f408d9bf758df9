"""Who hears what about a series: one place, so that nobody is told twice and nobody is forgotten."""

from b2b.core.db import Work
from b2b.notifications.service import notify
from b2b.recurring import queries
from b2b.recurring.models import Series, Turn


def tell(work: Work, series: Series, member_id: int, mail: str, **ids: int | None) -> None:
    """Tell one member about a series; of which conversation with the asker it speaks."""
    own = queries.place_of(work, series.id or 0, member_id)
    talk = own.conversation_id if own else series.conversation_id
    about = {"series_id": series.id, "conversation_id": talk, **ids}
    notify(work, member_id, mail, municipality_id=series.municipality_id, **about)


def tell_everybody(work: Work, series: Series, mail: str, *, but: int | None = None, **ids: int | None) -> None:
    """Tell who asked and everybody who helps, except one."""
    for member_id in (series.asker_id, *(one.member_id for one in queries.active(work, series.id or 0))):
        if member_id != but:
            tell(work, series, member_id, mail, **ids)


def tell_turn(work: Work, series: Series, turn: Turn, member_id: int, mail: str, by_id: int | None = None) -> None:
    """Tell one member about one turn."""
    tell(work, series, member_id, mail, turn_id=turn.id, by_id=by_id)
