"""What comes from outside: orders of an authority (DSA articles 9 and 10), disputes before an independent body (21). Pure."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from b2b.core.errors import Conflict
from b2b.core.words import N_
from b2b.moderation.rules.notices import NoticeCategory

PARTY_MAX = 120
WORDS_MAX = 2000
KEEP = timedelta(days=730)
"""So long after it was done the words and the name of who wrote them down stay; the row stays, because it counts."""


class OutsideKind(StrEnum):
    """What came in."""

    REMOVE = "remove"
    INFORM = "inform"
    DISPUTE = "dispute"


KIND_WORDS = {
    OutsideKind.REMOVE: N_("Bevel om iets weg te halen"),
    OutsideKind.INFORM: N_("Bevel om gegevens te geven"),
    OutsideKind.DISPUTE: N_("Geschil bij een onafhankelijk orgaan"),
}
ORDERS = frozenset({OutsideKind.REMOVE, OutsideKind.INFORM})


class DisputeOutcome(StrEnum):
    """What the independent body found of our decision."""

    STANDS = "stands"
    PARTLY = "partly"
    REVERSED = "reversed"
    ENDED = "ended"


OUTCOME_WORDS = {
    DisputeOutcome.STANDS: N_("Ons besluit was goed"),
    DisputeOutcome.PARTLY: N_("Ons besluit was voor een deel goed"),
    DisputeOutcome.REVERSED: N_("Ons besluit was niet goed"),
    DisputeOutcome.ENDED: N_("Het orgaan deed geen uitspraak"),
}


@dataclass(frozen=True)
class Arrived:
    """What came in, as somebody writes it down. `once` makes a double click one row."""

    kind: OutsideKind
    party: str
    category: NoticeCategory
    received_on: date
    what: str
    once: str
    confirmed_on: date | None = None


@dataclass(frozen=True)
class Done:
    """What was done about it, and when. A dispute has an outcome, and whether we did what the body said."""

    done: str
    done_on: date
    outcome: DisputeOutcome | None = None
    followed: bool | None = None


class AlreadyDone(Conflict):
    """Somebody wrote down what was done a moment ago."""

    sentence = N_("Iemand schreef al op wat hieraan gedaan is. Kijk eerst wat er staat.")
