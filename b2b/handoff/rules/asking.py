"""What the desk asks of the resident, and what the resident says at the end. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from b2b.core.errors import Conflict, Gone
from b2b.core.words import N_

ASK_MAX = 1000
ANSWER_MAX = 2000
ASK_DAYS = (2, 5, 10)
"""Working days that the desk can give somebody to answer."""
LINK_LIFE = timedelta(days=60)
"""So long the link in a mail opens its one page; the page itself says when there is nothing left to do."""
REOPEN_TERM = timedelta(days=28)
"""So long after the end a resident can ask to look again: shorter than KEEP_CLOSED, so that the words are still there."""


class Helped(StrEnum):
    """What the resident says at the end."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


HELPED_WORDS = {
    Helped.YES: N_("Ja"),
    Helped.PARTLY: N_("Een beetje"),
    Helped.NO: N_("Nee"),
}


@dataclass(frozen=True)
class Asking:
    """A question to the resident; `days` are working days to answer in."""

    words: str
    days: int
    once: str


@dataclass(frozen=True)
class Proposing:
    """A post that the desk would like to place for the resident, in their neighbourhood."""

    category: str
    title: str
    body: str
    days: int
    once: str


class AnsweredAlready(Conflict):
    """There was another answer before this one."""

    sentence = N_("Je hebt deze vraag al beantwoord. Wil je nog iets zeggen? Bel of mail de gemeente.")


class NothingToAnswer(Gone):
    """The link is not ours, or too old, or the question to the municipality is closed."""

    sentence = N_("Deze link werkt niet meer. Log in om je vraag aan de gemeente te bekijken.")


class TooLateToReopen(Gone):
    """The term is over."""

    sentence = N_("Deze vraag is te lang geleden gesloten. Stel een nieuwe vraag.")


def may_reopen(closed_at: datetime | None, now: datetime) -> bool:
    """Say whether the resident can still ask to look again."""
    return closed_at is not None and now < closed_at + REOPEN_TERM
