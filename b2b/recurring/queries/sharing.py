"""The link of one turn, for somebody the asker trusts. It is signed and kept nowhere, and is over with the visit."""

from b2b.accounts import queries as people
from b2b.agreements.queries import Shared
from b2b.core.crypto import keyring
from b2b.core.db import Work
from b2b.recurring.models import Series
from b2b.recurring.queries.things import by_reference, turn_at
from b2b.recurring.rules import SHARING, SeriesState, can_be_shared


def share_token(series: Series, number: int) -> str:
    """Return the signed part of the link: it says which turn, and opens nothing else."""
    return keyring().sign(SHARING, f"{series.reference}.{number}")


def shared(work: Work, token: str) -> Shared | None:
    """Return what is behind a link: who comes now, also after the turn was handed on. Never the address.

    None when it is no link of ours, nobody comes, or the visit is over.
    """
    reference, _, number = (keyring().verify(SHARING, token) or "").rpartition(".")
    series = by_reference(work, reference)
    turn = turn_at(work, series.id or 0, int(number)) if series else None
    if series is None or turn is None or series.state is not SeriesState.RUNNING or turn.helper_id is None:
        return None
    if not can_be_shared(turn.state, turn.starts_at, work.now()):
        return None
    names = people.names(work, [series.asker_id, turn.helper_id])
    return Shared(
        asker=names[series.asker_id],
        helper=names[turn.helper_id],
        starts_at=turn.starts_at,
        has_code_word=bool(series.code_word),
        address=None,
        municipality_id=series.municipality_id,
    )
