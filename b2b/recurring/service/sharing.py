"""Let somebody one trusts see who comes one time: by a link, until the visit is over or the asker takes it back."""

from sqlalchemy import delete
from sqlmodel import col

from b2b.agreements.rules import SHARES_KEPT
from b2b.core import audit
from b2b.core.db import Work
from b2b.core.ids import new_reference
from b2b.recurring import queries
from b2b.recurring.models import Series, TurnShare
from b2b.recurring.rules import NotToShareTurn, SeriesState, can_be_shared
from b2b.recurring.service.holding import hold_turn


def share(work: Work, series: Series, number: int) -> None:
    """Make the link of one turn. Twice is one link. Raises NotToShareTurn."""
    turn = hold_turn(work, series, number)
    if series.state is not SeriesState.RUNNING or not can_be_shared(turn.state, turn.starts_at, work.now()):
        raise NotToShareTurn()
    if queries.standing_share(work, turn.id or 0) is None:
        work.add(
            TurnShare(
                reference=new_reference("U"),
                municipality_id=series.municipality_id,
                turn_id=turn.id or 0,
                made_at=work.now(),
            )
        )
        audit.note(work, "turn.shared", turn)


def stop_sharing(work: Work, series: Series, number: int) -> None:
    """Take the link back. Twice changes nothing."""
    turn = hold_turn(work, series, number)
    standing = queries.standing_share(work, turn.id or 0)
    if standing is not None:
        standing.ended_at = work.now()
        audit.note(work, "turn.unshared", turn)


def purge_shares(work: Work) -> int:
    """Forget that turns were shared long ago; return how many rows went. Their links ended with the visit."""
    old = delete(TurnShare).where(col(TurnShare.made_at) < work.now() - SHARES_KEPT)
    return work.connection().execute(old).rowcount
