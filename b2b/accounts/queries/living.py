"""Which signed-in devices still are."""

from collections.abc import Collection

from sqlmodel import col, select

from b2b.accounts.models import SignInSession
from b2b.core.db import Work


def living(work: Work, keys: Collection[bytes]) -> set[bytes]:
    """Return which of these sessions are signed in at this moment."""
    now = work.now()
    found = select(SignInSession.key).where(
        col(SignInSession.key).in_(list(keys)),
        col(SignInSession.revoked_at).is_(None),
        col(SignInSession.idle_expires_at) > now,
        col(SignInSession.expires_at) > now,
    )
    return set(work.exec(found)) if keys else set()
