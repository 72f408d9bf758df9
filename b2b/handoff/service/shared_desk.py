"""Verbs of a shared desk: say yes, and end it for both. Ending takes effect at once."""

from collections.abc import Iterable

from sqlmodel import col, select

from b2b.accounts import queries as people
from b2b.core import audit
from b2b.core.db import Work, lock
from b2b.core.history import move
from b2b.handoff import queries
from b2b.handoff.events import HandoffCameBack
from b2b.handoff.models import Handoff
from b2b.handoff.rules import DESK_WITH, HANDOFF_LIFECYCLE, HandoffAction, NotAlone
from b2b.handoff.service.handing import start_clock
from b2b.municipalities import service as areas

IN_HAND = [state for state, action in HANDOFF_LIFECYCLE.moves if action is HandoffAction.CAME_BACK]


def agree_to_share(work: Work, municipality_id: int, other_id: int) -> None:
    """Say for one municipality that it shares its desk with another. It begins when the other says so too."""
    if municipality_id == other_id:
        raise NotAlone()
    chosen = queries.chosen_now(work, municipality_id)
    if str(other_id) in chosen:
        return  # the second click of a double click
    areas.choose(work, municipality_id, DESK_WITH, chosen | {str(other_id): work.now().isoformat()})
    audit.note(work, "desk.agreed", municipality_id=municipality_id, other=other_id)


def end_sharing(work: Work, municipality_id: int, other_id: int) -> int:
    """End it for both, whoever asks: to begin again both have to say yes again. Return how many questions came back."""
    back = 0
    for here, there in ((municipality_id, other_id), (other_id, municipality_id)):
        with work.within(here):
            chosen = queries.chosen_now(work, here)
            if str(there) in chosen:
                left = {key: at for key, at in chosen.items() if key != str(there)}
                areas.choose(work, here, DESK_WITH, left)
                audit.note(work, "desk.ended", municipality_id=here, other=there, by=municipality_id)
            back += _bring_back(work, here, people.guests_from(work, here, there))
    return back


def _bring_back(work: Work, municipality_id: int, guests: Iterable[int]) -> int:
    """Put what these guests have back in the own list. What they asked the resident can still be answered."""
    held = (
        select(Handoff)
        .where(
            Handoff.municipality_id == municipality_id,
            col(Handoff.claimed_by_id).in_(guests),
            col(Handoff.state).in_(IN_HAND),
        )
        .order_by(col(Handoff.id))
    )
    found = list(work.exec(held))
    for handoff in found:
        lock(work, handoff)
        move(work, handoff, HANDOFF_LIFECYCLE, HandoffAction.CAME_BACK)
        handoff.claimed_by_id = handoff.claimed_at = None
        start_clock(work, handoff, since=handoff.created_at)
        work.record(HandoffCameBack(handoff.id or 0))
    return len(found)
