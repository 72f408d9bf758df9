"""What a floor above knows about help that comes back. Appointments cannot ask it; `b2b/reactions` fills this."""

from collections.abc import Callable

from b2b.agreements.calendar import Entry
from b2b.authz.predicates import Actor
from b2b.core.db import Work

ENTRIES: list[Callable[[Work, int], list[Entry]]] = []
"""More entries for the calendar of a member."""
LISTS: list[Callable[[Work, Actor], str | None]] = []
"""More for the page with somebody's appointments, as finished HTML."""
LASTS: list[Callable[[Work, int], bool]] = []
"""Each says whether more help is agreed on in a conversation."""


def entries(work: Work, member_id: int) -> list[Entry]:
    """Return the entries that floors above add to somebody's calendar."""
    return [entry for ask in ENTRIES for entry in ask(work, member_id)]


def lasts(work: Work, conversation_id: int | None) -> bool:
    """Say whether the help in a conversation goes on after one appointment."""
    return any(ask(work, conversation_id or 0) for ask in LASTS)
