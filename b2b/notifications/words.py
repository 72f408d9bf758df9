"""What a message says, looked up at the moment it is sent or read: by features on floors above."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from b2b.core.db import Work
from b2b.core.words import N_
from b2b.notifications.models import Notification

Words = Callable[[Work, Notification], dict[str, Any] | None]
"""Looks up what a mail says at the moment it is sent; None: it need not be said any more."""


@dataclass(frozen=True)
class Detail:
    """Whom and what a message is about, and the page of that: an endpoint, what stands in its address, and its name."""

    words: str
    endpoint: str
    at: Mapping[str, str]
    button: str = N_("Naar het gesprek")


Details = Callable[[Work, int, Sequence[Any]], dict[int, Detail]]
"""Says for messages of one reader, by key, what they are about: one statement for a whole list."""

_known: dict[str, Mapping[str, Words]] = {}
DETAILS: list[Details] = []
"""Filled in reactions.py."""


def use(contexts: Mapping[str, Words]) -> None:
    """Let messages on the site say what their mails say: reactions.py calls this once."""
    _known["contexts"] = contexts


def words_of(work: Work, notification: Notification) -> dict[str, Any] | None:
    """Return the words of a message now; None when it is no longer news."""
    find = _known["contexts"].get(notification.event)
    return None if find is None else find(work, notification)


def details(work: Work, member_id: int, rows: Sequence[Any]) -> dict[int, Detail]:
    """Return whom and what these messages are about, by key; who has no such words is left out."""
    found: dict[int, Detail] = {}
    for look in DETAILS if rows else ():
        found |= look(work, member_id, rows)
    return found
