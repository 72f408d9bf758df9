"""Who lives at one address, known by the fingerprint of an address that a letter proved. The address itself is gone."""

from collections.abc import Iterable

from sqlmodel import col, select

from b2b.accounts.models import Letter
from b2b.accounts.rules.letters import LetterState
from b2b.core.db import Work


def home_keys(work: Work, member_ids: Iterable[int]) -> dict[int, bytes]:
    """Return the fingerprint of the proven address of these members; who proved none is left out."""
    wanted = sorted(set(member_ids))
    if not wanted:
        return {}
    found = select(Letter.member_id, Letter.address_key).where(
        col(Letter.member_id).in_(wanted), col(Letter.state) == LetterState.USED
    )
    return {row[0]: bytes(row[1]) for row in work.exec(found.order_by(col(Letter.id))).all()}


def housemates(work: Work, member_id: int) -> frozenset[int]:
    """Return the other members who proved the same address."""
    own = home_keys(work, [member_id]).get(member_id)
    if own is None:
        return frozenset()
    found = select(Letter.member_id).where(
        col(Letter.address_key) == own, col(Letter.state) == LetterState.USED, col(Letter.member_id) != member_id
    )
    return frozenset(work.exec(found).all())
