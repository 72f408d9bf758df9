"""Reading what people wrote to each other in private: only with a case, and they hear of it. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from b2b.core.words import N_

AGAIN = timedelta(hours=1)
"""Who opens the same case again within this time has read it once."""


class ReadingWhy(StrEnum):
    """What gave the right to read: somebody's notice, or a signal with a name."""

    NOTICE = "notice"
    SIGNAL = "signal"


WHY_WORDS = {
    ReadingWhy.NOTICE: N_("wegens een melding"),
    ReadingWhy.SIGNAL: N_("omdat de computer misschien gevaar of oplichting zag"),
}


@dataclass(frozen=True)
class ReadByModerator:
    """What the two of a conversation are told: when, why, and the number of the case. Never who reported.

    `of_thanks`: it was a thank-you between the two, not a message.
    """

    at: datetime
    why: ReadingWhy
    case: str
    of_thanks: bool


def who_hear(author_id: int, receiver_id: int, *, arrived: bool) -> tuple[int, ...]:
    """Return who is told that a private thank-you was read. Whom it never reached does not learn that there was one."""
    return (author_id, receiver_id) if arrived else (author_id,)
