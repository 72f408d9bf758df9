"""Let somebody one trusts see an appointment: by a link, until the visit is over or the asker takes it back."""

from sqlalchemy import delete
from sqlmodel import col

from b2b.agreements import queries
from b2b.agreements.models import Agreement, AgreementShare
from b2b.agreements.rules import SHARES_KEPT, NotToShare, can_be_shared
from b2b.core import audit
from b2b.core.db import Work, lock
from b2b.core.ids import new_reference


def check_can_share(work: Work, agreement: Agreement) -> None:
    """Raise NotToShare unless the appointment stands and is not over."""
    if not can_be_shared(agreement.state, agreement.starts_at, work.now()):
        raise NotToShare()


def share(work: Work, agreement: Agreement, *, with_address: bool) -> None:
    """Make the link of an appointment. A second time keeps the link, and changes whether the address is behind it."""
    lock(work, agreement)
    check_can_share(work, agreement)
    standing = queries.standing_share(work, agreement.id or 0)
    if standing is None:
        standing = AgreementShare(
            reference=new_reference("U"),
            municipality_id=agreement.municipality_id,
            agreement_id=agreement.id or 0,
            with_address=with_address,
            made_at=work.now(),
        )
        work.add(standing)
    standing.with_address = with_address
    audit.note(work, "agreement.shared", agreement, with_address=with_address)


def stop_sharing(work: Work, agreement: Agreement) -> None:
    """Take the link back. Twice changes nothing."""
    lock(work, agreement)
    standing = queries.standing_share(work, agreement.id or 0)
    if standing is not None:
        standing.ended_at = work.now()
        audit.note(work, "agreement.unshared", agreement)


def purge_shares(work: Work) -> int:
    """Forget that appointments were shared long ago; return how many rows went."""
    old = delete(AgreementShare).where(col(AgreementShare.made_at) < work.now() - SHARES_KEPT)
    return work.connection().execute(old).rowcount
