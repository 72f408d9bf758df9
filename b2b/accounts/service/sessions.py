"""Signed-in devices: open, touch, confirm with a second step, end one or all."""

from hashlib import sha256

from sqlalchemy import update
from sqlmodel import col, select

from b2b.accounts.models import Member, RoleGrant, SignInSession
from b2b.accounts.rules import session_terms
from b2b.core.db import Work
from b2b.core.ids import new_reference, new_token


def session_key(token: str) -> bytes:
    """Return the key under which the session of `token` is stored (SHA-256; tokens are random)."""
    return sha256(token.encode()).digest()


def open_session(work: Work, member: Member, label: str, *, second_factor: bool = False) -> str:
    """Sign `member` in on a device named `label`; return the token for its cookie."""
    roles = frozenset(work.exec(select(RoleGrant.role).where(RoleGrant.member_id == member.id)))
    idle, absolute = session_terms(roles)
    token, now = new_token(), work.now()
    work.add(
        SignInSession(
            key=session_key(token),
            reference=new_reference("S"),
            municipality_id=member.municipality_id,
            member_id=member.id or 0,
            label=label[:80],
            created_at=now,
            last_seen_at=now,
            idle_expires_at=now + idle,
            expires_at=now + absolute,
            authenticated_at=now,
            second_factor_at=now if second_factor else None,
        )
    )
    return token


def touch(work: Work, key: bytes, roles: frozenset) -> None:
    """Note that the device was here; its idle time starts again."""
    idle, _ = session_terms(roles)
    seen = update(SignInSession).where(col(SignInSession.key) == key)
    work.connection().execute(seen.values(last_seen_at=work.now(), idle_expires_at=work.now() + idle))


def end(work: Work, key: bytes) -> None:
    """Sign one device out, at once."""
    ended = update(SignInSession).where(col(SignInSession.key) == key, col(SignInSession.revoked_at).is_(None))
    work.connection().execute(ended.values(revoked_at=work.now()))


def end_all(work: Work, member_id: int, keep: bytes | None = None) -> int:
    """Sign every device of a member out, but for the one with key `keep`; return how many."""
    ended = update(SignInSession).where(
        col(SignInSession.member_id) == member_id, col(SignInSession.revoked_at).is_(None)
    )
    if keep is not None:
        ended = ended.where(col(SignInSession.key) != keep)
    return work.connection().execute(ended.values(revoked_at=work.now())).rowcount
