"""Questions about passkeys, and about who was offered one."""

from sqlalchemy import union_all
from sqlmodel import col, select

from b2b.accounts.models import Passkey, PasskeyOffer
from b2b.core.db import Work


def passkeys(work: Work, member_id: int, host: str | None = None) -> list[Passkey]:
    """Return the passkeys of a member (made for `host`, when given), oldest first."""
    which = [Passkey.member_id == member_id, *([Passkey.host == host] if host is not None else [])]
    return list(work.exec(select(Passkey).where(*which).order_by(col(Passkey.created_at), col(Passkey.id))))


def has_passkey(work: Work, member_id: int) -> bool:
    """Say whether a member has any passkey."""
    return work.exec(select(Passkey.id).where(Passkey.member_id == member_id).limit(1)).first() is not None


def passkey_by_credential(work: Work, credential_id: bytes) -> Passkey | None:
    """Return the passkey that an authenticator names."""
    return work.exec(select(Passkey).where(Passkey.credential_id == credential_id)).first()


def wants_offer(work: Work, member_id: int) -> bool:
    """Say whether a member may still be offered a passkey: has none, and did not say "not now"."""
    settled = union_all(
        select(Passkey.member_id).where(Passkey.member_id == member_id),
        select(PasskeyOffer.member_id).where(PasskeyOffer.member_id == member_id),
    )
    return work.execute(settled.limit(1)).first() is None
