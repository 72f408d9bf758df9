"""How often who reports was right before: only to weigh a notice, on no page and in no mail."""

from collections.abc import Iterable
from datetime import timedelta

from sqlalchemy import case, func, select
from sqlmodel import col

from b2b.accounts import queries as people
from b2b.core.crypto import keyring
from b2b.core.db import Work
from b2b.moderation.models import Decision, Notice, TrustedFlagger
from b2b.moderation.rules import BURST, REMEMBER, DecisionKind

_UNFOUNDED = (DecisionKind.PLACE, DecisionKind.NO_ACTION)


def notifier_key(member_id: int | None, email: str) -> bytes | None:
    """Return the fingerprint by which a reporter is known again; None for who leaves nothing."""
    if member_id is not None:
        return keyring().fingerprint("notifier", f"member:{member_id}")
    return keyring().fingerprint("notifier", f"email:{people.email_key(email).hex()}") if email else None


def accuracies(work: Work, keys: Iterable[bytes]) -> dict[bytes, tuple[int, int]]:
    """Return of these reporters how many notices led to something, and how many were judged."""
    wanted = sorted(set(keys))
    if not wanted:
        return {}
    upheld = func.sum(case((col(Decision.kind).in_(_UNFOUNDED), 0), else_=1))
    found = (
        select(col(Notice.notifier_key), upheld, func.count())
        .join_from(Notice, Decision, col(Decision.review_item_id) == col(Notice.review_item_id))
        .where(col(Notice.notifier_key).in_(wanted), col(Notice.created_at) > work.now() - REMEMBER)
        .group_by(col(Notice.notifier_key))
    )
    return {bytes(row[0]): (int(row[1]), int(row[2])) for row in work.execute(found)}


def first_of_burst(work: Work, item_id: int, keys: tuple[bytes | None, bytes | None]) -> int | None:
    """Return the notice that the same reporter, or the same house, filed about this shortly before."""
    who, source = keys
    same = [col(Notice.notifier_key) == who] if who else []
    same += [col(Notice.source_key) == source] if source else []
    if not same:
        return None
    condition = same[0] if len(same) == 1 else same[0] | same[1]
    found = (
        select(col(Notice.id))
        .where(col(Notice.review_item_id) == item_id, col(Notice.created_at) > work.now() - BURST, condition)
        .order_by(col(Notice.id))
    )
    return work.scalars(found.limit(1)).first()


def is_trusted_flagger(work: Work, municipality_id: int, email: str | None) -> bool:
    """Say whether this address is of a trusted flagger of the municipality."""
    if not email:
        return False
    found = select(col(TrustedFlagger.id)).where(
        col(TrustedFlagger.municipality_id) == municipality_id,
        col(TrustedFlagger.email_key) == people.email_key(email),
        col(TrustedFlagger.ended_at).is_(None),
    )
    return work.scalars(found.limit(1)).first() is not None


def flaggers(work: Work, municipality_id: int) -> list[TrustedFlagger]:
    """Return the trusted flaggers of a municipality, by name."""
    found = select(TrustedFlagger).where(
        col(TrustedFlagger.municipality_id) == municipality_id, col(TrustedFlagger.ended_at).is_(None)
    )
    return list(work.scalars(found.order_by(col(TrustedFlagger.name), col(TrustedFlagger.id))))


def long_ago(work: Work, term: timedelta) -> list[int]:
    """Return the notices whose source is known longer than `term`, at most 500."""
    found = select(col(Notice.id)).where(
        col(Notice.source_key).is_not(None), col(Notice.created_at) < work.now() - term
    )
    return list(work.scalars(found.limit(500)))
