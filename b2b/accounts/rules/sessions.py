"""How long a signed-in device stays signed in. Pure."""

from datetime import timedelta

from b2b.authz.predicates import Role

SEEN_EVERY = timedelta(minutes=15)
"""How often a session notes that it was used: else each page would be a write."""
FRESH_FOR = timedelta(minutes=15)
"""How long after signing in somebody may change what an account hangs on (the e-mail address)."""
STAFF = frozenset(Role)
"""The roles that need a second step of signing in: all of them."""


def session_terms(roles: frozenset[Role]) -> tuple[timedelta, timedelta]:
    """Return (idle, absolute) lifetime of a session: shorter for who can do more harm."""
    if roles & {Role.COORDINATOR, Role.ADMINISTRATOR}:
        return timedelta(minutes=30), timedelta(hours=12)
    if Role.MODERATOR in roles:
        return timedelta(hours=8), timedelta(days=7)
    return timedelta(days=30), timedelta(days=180)
