"""Signed links in invitations: they say which one, for how long, and open nothing else."""

from datetime import datetime, timedelta

from b2b.core.crypto import keyring

INVITATION = "promise.invitation"
LINK_LIFE = timedelta(days=14)


def invitation_token(reference: str, now: datetime) -> str:
    """Return what stands in the links of the mail that asks a neighbour to help."""
    return keyring().sign(INVITATION, f"{reference}.{int((now + LINK_LIFE).timestamp())}")


def read_invitation(token: str, now: datetime) -> str | None:
    """Return the reference of the invitation that a link is about; None when it is not ours or too old."""
    value = keyring().verify(INVITATION, token)
    if value is None:
        return None
    reference, _, until = value.partition(".")
    return reference if now.timestamp() < int(until) else None
