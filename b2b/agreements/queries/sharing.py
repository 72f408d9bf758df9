"""The link of an appointment, and what somebody sees who has it."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from b2b.accounts import queries as people
from b2b.agreements.models import Agreement, AgreementShare
from b2b.agreements.queries.things import address_of
from b2b.agreements.rules import SHARING, can_be_shared
from b2b.core.crypto import keyring
from b2b.core.db import Work


@dataclass(frozen=True)
class Shared:
    """What a trusted person reads. `address` is None when it was not ticked, not given or erased."""

    asker: str
    helper: str
    starts_at: datetime
    has_code_word: bool
    address: str | None
    municipality_id: int


def standing_share(work: Work, agreement_id: int) -> AgreementShare | None:
    """Return the link of an appointment that still works."""
    found = select(AgreementShare).where(
        AgreementShare.agreement_id == agreement_id, col(AgreementShare.ended_at).is_(None)
    )
    return work.exec(found).first()


def share_token(share: AgreementShare) -> str:
    """Return the signed part of the link: it says which one, and opens nothing else."""
    return keyring().sign(SHARING, share.reference)


def shared(work: Work, token: str) -> Shared | None:
    """Return what is behind a link; None when it is not ours, was taken back, or the visit is over."""
    reference = keyring().verify(SHARING, token)
    found = work.exec(select(AgreementShare).where(AgreementShare.reference == (reference or ""))).first()
    if found is None or found.ended_at is not None:
        return None
    agreement = work.get_one(Agreement, found.agreement_id)
    if not can_be_shared(agreement.state, agreement.starts_at, work.now()):
        return None
    names = people.names(work, agreement.participants)
    return Shared(
        asker=names[agreement.asker_id],
        helper=names[agreement.helper_id],
        starts_at=agreement.starts_at,
        has_code_word=bool(agreement.code_word),
        address=address_of(agreement, work.now()) if found.with_address else None,
        municipality_id=found.municipality_id,
    )
