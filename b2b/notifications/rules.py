"""What may be sent, to whom, and how long a message is kept. Pure."""

import re
from datetime import timedelta

EVENT_MAX = 64
KEEP = timedelta(days=180)
"""How long we remember that a message was sent."""

_EVENT = re.compile(r"[a-z]+(?:-[a-z]+)*")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


class UnknownMail(ValueError):
    """No mail has this name: names are kebab-case, one folder each in templates/mail."""


def event_name(event: str) -> str:
    """Return `event` when it can name a mail, else raise UnknownMail."""
    if len(event) > EVENT_MAX or not _EVENT.fullmatch(event):
        raise UnknownMail(event)
    return event


def one_line(text: str) -> str:
    """Return `text` as the value of a header: one line, no control characters."""
    return " ".join(_CONTROL.sub(" ", text).split())


def is_address(address: str) -> bool:
    """Say whether `address` can stand in a header and in an SMTP command: no spaces, no line ends."""
    local, at, domain = address.rpartition("@")
    return bool(
        at and local and domain and len(address) <= 254 and not re.search(r"[\s\x00-\x1f\x7f<>,;:\"\\]", address)
    )
