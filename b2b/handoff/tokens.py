"""Signed links in mails about a question: each opens one page, for a while, and nothing else."""

from datetime import datetime

from b2b.core.crypto import keyring
from b2b.handoff.rules import LINK_LIFE

ANSWER = "handoff.answer"
HELPED = "handoff.helped"


def make_token(purpose: str, reference: str, now: datetime) -> str:
    """Return what stands in a link: which thing, until when, and our signature for this purpose."""
    return keyring().sign(purpose, f"{reference}.{int((now + LINK_LIFE).timestamp())}")


def read_token(purpose: str, token: str, now: datetime) -> str | None:
    """Return the reference that a link is about; None when it is not ours, for something else, or too old."""
    value = keyring().verify(purpose, token)
    if value is None:
        return None
    reference, _, until = value.partition(".")
    return reference if now.timestamp() < int(until) else None
