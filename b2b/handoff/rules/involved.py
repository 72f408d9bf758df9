"""Who is involved with a resident, and sharing without consent when a life is at stake. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from b2b.core.errors import Conflict
from b2b.core.lifecycle import Lifecycle
from b2b.core.words import N_

ORGANISATION_MAX = 80
GROUND_WORDS_MAX = 1000
SECOND_PERSON_WITHIN = timedelta(hours=24)
"""So soon a second person has to have looked; a clock of hours, because danger knows no weekend."""
KEEP_REFERRAL = timedelta(days=365)
"""A referral that nobody ended is no longer shown after this: nobody knows whether it still holds."""


class Ground(StrEnum):
    """Why something is shared without a yes. The list is closed: vital interest, and nothing else."""

    LIFE = "life"
    CHILD = "child"
    CANNOT_ASK = "cannot_ask"
    OTHERS = "others"


GROUND_WORDS = {
    Ground.LIFE: N_("Iemand is in levensgevaar"),
    Ground.CHILD: N_("Een kind is in gevaar"),
    Ground.CANNOT_ASK: N_("Iemand is in gevaar en kan nu zelf geen ja of nee zeggen"),
    Ground.OTHERS: N_("Iemand anders is in levensgevaar"),
}


class ExceptionState(StrEnum):
    OPEN = "open"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    LAPSED = "lapsed"


class ExceptionAction(StrEnum):
    CONFIRM = "confirm"
    REFUSE = "refuse"
    LAPSE = "lapse"


_S, _A = ExceptionState, ExceptionAction
EXCEPTION_LIFECYCLE = Lifecycle(
    "exception",
    {
        (_S.OPEN, _A.CONFIRM): _S.CONFIRMED,
        (_S.OPEN, _A.REFUSE): _S.REFUSED,
        (_S.OPEN, _A.LAPSE): _S.LAPSED,
        # Too late is late, not never: a second person still looks.
        (_S.LAPSED, _A.CONFIRM): _S.CONFIRMED,
        (_S.LAPSED, _A.REFUSE): _S.REFUSED,
    },
)
EXCEPTION_WORDS = {
    _S.OPEN: N_("Wacht op een tweede persoon"),
    _S.CONFIRMED: N_("Bevestigd door een tweede persoon"),
    _S.REFUSED: N_("Afgekeurd door een tweede persoon"),
    _S.LAPSED: N_("Niet op tijd bekeken door een tweede persoon"),
}


@dataclass(frozen=True)
class Sharing:
    """What is shared without a yes: with whom, why, and whether telling the resident is dangerous."""

    ground: Ground
    organisation: str
    words: str
    secret: bool
    once: str


@dataclass(frozen=True)
class Party:
    """Who has something open about a resident: a reference, an organisation, since when; never content."""

    reference: str
    organisation: str
    since: datetime


class SecondPersonNeeded(Conflict):
    """Nobody confirms their own exception."""

    sentence = N_("Dit moet een collega bekijken. Je kunt je eigen besluit niet bevestigen.")
