"""The link of one turn, for somebody the asker trusts: until the visit is over, or the asker takes it back."""

from sqlalchemy import select
from sqlmodel import col

from b2b.accounts import queries as people
from b2b.agreements.queries import Shared
from b2b.core.crypto import keyring
from b2b.core.db import Work
from b2b.recurring.models import Series, Turn, TurnShare
from b2b.recurring.queries.things import place_of
from b2b.recurring.rules import SHARING, SeriesState, can_be_shared


def standing_share(work: Work, turn_id: int) -> TurnShare | None:
    """Return the link of a turn that was not taken back."""
    found = select(TurnShare).where(col(TurnShare.turn_id) == turn_id, col(TurnShare.ended_at).is_(None))
    return work.scalars(found).first()


def share_token(share: TurnShare) -> str:
    """Return the signed part of the link: it says which one, and opens nothing else."""
    return keyring().sign(SHARING, share.reference)


def shared(work: Work, token: str) -> Shared | None:
    """Return what is behind a link: who comes now, also after the turn was handed on. Never the address.

    None when it is no link of ours, was taken back, nobody comes, or the visit is over.
    """
    reference = keyring().verify(SHARING, token) or ""
    found = work.scalars(select(TurnShare).where(col(TurnShare.reference) == reference)).first()
    if found is None or found.ended_at is not None:
        return None
    turn = work.get_one(Turn, found.turn_id)
    series = work.get_one(Series, turn.series_id)
    if series.state is not SeriesState.RUNNING or turn.helper_id is None:
        return None
    if not can_be_shared(turn.state, turn.starts_at, work.now()):
        return None
    names = people.names(work, [series.asker_id, turn.helper_id])
    own = place_of(work, series.id or 0, turn.helper_id)
    return Shared(
        asker=names[series.asker_id],
        helper=names[turn.helper_id],
        starts_at=turn.starts_at,
        has_code_word=own is not None and bool(own.code_word),
        address=None,
        municipality_id=series.municipality_id,
    )
