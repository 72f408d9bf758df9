"""Signed links in mails about posts: they say which post, for how long, and open nothing else."""

from datetime import datetime, timedelta

from b2b.core.crypto import keyring

STILL_NEEDED = "post.still-needed"
LINK_LIFE = timedelta(days=30)


def still_needed_token(reference: str, now: datetime) -> str:
    """Return what stands in the link of the mail that asks whether a post is still needed."""
    return keyring().sign(STILL_NEEDED, f"{reference}.{int((now + LINK_LIFE).timestamp())}")


def read_still_needed(token: str, now: datetime) -> str | None:
    """Return the reference of the post that a link is about; None when it is not ours or too old."""
    value = keyring().verify(STILL_NEEDED, token) if token else None
    if value is None:
        return None
    reference, _, until = value.partition(".")
    return reference if now.timestamp() < int(until) else None
