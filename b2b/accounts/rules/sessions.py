"""How long a signed-in device stays signed in. Pure."""

from datetime import datetime, timedelta

from b2b.authz.predicates import Role

SEEN_EVERY = timedelta(minutes=15)
"""How often a session notes that it was used: else each page would be a write."""
FRESH_FOR = timedelta(minutes=15)
"""How long after signing in somebody may change what an account hangs on (the e-mail address)."""
STEP_IDLE = timedelta(minutes=30)
STEP_LIFE = timedelta(hours=12)
"""How long the second step counts: unused, and at most. Who has a role then does it again."""
STAFF = frozenset(Role)
"""The roles that need a second step of signing in: all of them."""


def session_terms(roles: frozenset[Role]) -> tuple[timedelta, timedelta]:
    """Return (idle, absolute) lifetime of a session: shorter for who can do more harm."""
    if roles & {Role.COORDINATOR, Role.ADMINISTRATOR}:
        return STEP_IDLE, STEP_LIFE
    if Role.MODERATOR in roles:
        return timedelta(hours=8), timedelta(days=7)
    return timedelta(days=30), timedelta(days=90)


def second_step_stands(done_at: datetime | None, seen_at: datetime, now: datetime) -> bool:
    """Say whether the second step still counts.

    A moderator lives here too: the device stays signed in for longer, as a neighbour's.
    """
    return done_at is not None and now - done_at < STEP_LIFE and now - seen_at < STEP_IDLE
