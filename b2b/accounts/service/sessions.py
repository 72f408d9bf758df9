"""Signed-in devices: open, touch, confirm with a second step, end one or all."""

from hashlib import sha256

from sqlalchemy import update
from sqlmodel import col, select

from b2b.accounts.models import Member, ProviderSession, RoleGrant, SignInSession
from b2b.accounts.rules import STEP_IDLE, session_terms
from b2b.authz.predicates import Role
from b2b.core.db import Work
from b2b.core.ids import new_reference, new_token


def session_key(token: str) -> bytes:
    """Return the key under which the session of `token` is stored (SHA-256; tokens are random)."""
    return sha256(token.encode()).digest()


def open_session(work: Work, member: Member, label: str, *, second_factor: bool = False) -> str:
    """Sign `member` in on a device named `label`; return the token for its cookie."""
    idle, absolute = session_terms(_roles(work, member.id or 0))
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


def reference(work: Work, token: str) -> str:
    """Return what the session of `token` is called in a list of devices."""
    return work.exec(select(SignInSession.reference).where(SignInSession.key == session_key(token))).one()


def step_up(work: Work, key: bytes) -> str | None:
    """Replace a session by one with the second step done; return its token, None when it ended.

    A new token, because whoever saw the old one must not rise with it.
    """
    before = work.get(SignInSession, key)
    if before is None or not end(work, key):
        return None
    token, now = new_token(), work.now()
    idle, _ = session_terms(_roles(work, before.member_id))
    work.add(
        SignInSession(
            key=session_key(token),
            reference=new_reference("S"),
            municipality_id=before.municipality_id,
            member_id=before.member_id,
            label=before.label,
            created_at=before.created_at,
            last_seen_at=now,
            idle_expires_at=now + idle,
            expires_at=before.expires_at,
            authenticated_at=before.authenticated_at,
            second_factor_at=now,
        )
    )
    work.flush()  # what came of the provider points at the session
    follow = update(ProviderSession).where(col(ProviderSession.session_key) == key)
    work.connection().execute(follow.values(session_key=session_key(token)))
    return token


def end_everywhere(work: Work) -> int:
    """Sign everybody out on every device; return on how many. For a database that was put back from a copy."""
    standing = update(SignInSession).where(col(SignInSession.revoked_at).is_(None))
    return work.connection().execute(standing.values(revoked_at=work.now())).rowcount


def touch(work: Work, key: bytes, roles: frozenset[Role]) -> None:
    """Note that the device was here; its idle time starts again, but not that of a second step that ran out."""
    idle, _ = session_terms(roles)
    unused = col(SignInSession.last_seen_at) <= work.now() - STEP_IDLE
    _change(work, col(SignInSession.key) == key, unused, second_factor_at=None)
    _change(work, col(SignInSession.key) == key, last_seen_at=work.now(), idle_expires_at=work.now() + idle)


def tighten(work: Work, member_id: int) -> None:
    """Shorten the sessions of a member who got a role, to what that role allows."""
    idle, absolute = session_terms(_roles(work, member_id))
    now = work.now()
    mine = col(SignInSession.member_id) == member_id
    _change(work, mine, col(SignInSession.idle_expires_at) > now + idle, idle_expires_at=now + idle)
    _change(work, mine, col(SignInSession.expires_at) > now + absolute, expires_at=now + absolute)


def end(work: Work, key: bytes) -> bool:
    """Sign one device out, at once; False when it was signed out already."""
    return _change(work, col(SignInSession.key) == key, revoked_at=work.now()) == 1


def end_all(work: Work, member_id: int, keep: bytes | None = None) -> int:
    """Sign every device of a member out, but for the one with key `keep`; return how many."""
    which = [col(SignInSession.member_id) == member_id]
    if keep is not None:
        which.append(col(SignInSession.key) != keep)
    return _change(work, *which, revoked_at=work.now())


def end_second_steps(work: Work, member_id: int) -> int:
    """Sign out every device on which a member did the second step; return how many."""
    return _change(
        work,
        col(SignInSession.member_id) == member_id,
        col(SignInSession.second_factor_at).is_not(None),
        revoked_at=work.now(),
    )


def _change(work: Work, *which: object, **values: object) -> int:
    work.flush()  # a session opened in this same work is changed too
    changed = update(SignInSession).where(*which, col(SignInSession.revoked_at).is_(None)).values(**values)  # type: ignore[arg-type]
    return work.connection().execute(changed).rowcount


def _roles(work: Work, member_id: int) -> frozenset[Role]:
    held = work.exec(select(RoleGrant.role).where(RoleGrant.member_id == member_id))
    return frozenset(Role(role) for role in held)
