"""What a resident may ask about their data, within what time it is answered, and by whom. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from b2b.core.clock import local
from b2b.core.errors import Conflict, Forbidden
from b2b.core.lifecycle import Lifecycle
from b2b.core.words import N_

WORDS_MAX = 2000
ANSWER_MAX = 2000
PAGE_SIZE = 30
SOON = timedelta(days=7)
"""So long before its last day a request is shown as urgent."""
KEEP_ANSWERED = timedelta(days=365)
"""So long after the answer a request is kept: a resident may bring it before a court or the authority."""


class RequestKind(StrEnum):
    """The rights of a resident that a person decides on."""

    OBJECT = "object"
    RECTIFY = "rectify"
    RESTRICT = "restrict"
    QUESTION = "question"


STOPS = (RequestKind.OBJECT, RequestKind.RESTRICT)
"""Requests to stop a use of data, for good or for now."""


class About(StrEnum):
    """The uses of data that somebody may object to."""

    ASKING = "asking"
    DIGESTS = "digests"
    LEARNING = "learning"
    FIGURES = "figures"
    MODERATION = "moderation"
    OTHER = "other"


class RequestState(StrEnum):
    OPEN = "open"
    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"


class RequestAction(StrEnum):
    GRANT = "grant"
    GRANT_PARTLY = "grant_partly"
    REFUSE = "refuse"


_S, _A = RequestState, RequestAction

REQUEST_LIFECYCLE = Lifecycle(
    "datarequest",
    {
        (_S.OPEN, _A.GRANT): _S.GRANTED,
        (_S.OPEN, _A.GRANT_PARTLY): _S.PARTLY,
        (_S.OPEN, _A.REFUSE): _S.REFUSED,
    },
)

KIND_WORDS = {
    RequestKind.OBJECT: N_("Ik wil dat jullie ergens mee stoppen"),
    RequestKind.RECTIFY: N_("Er staat iets dat niet klopt"),
    RequestKind.RESTRICT: N_("Ik wil dat jullie iets even niet gebruiken"),
    RequestKind.QUESTION: N_("Ik wil iets anders weten of vragen"),
}

ABOUT_WORDS = {
    About.ASKING: N_("Dat jullie mij vragen om buren te helpen"),
    About.DIGESTS: N_("De mail die ik krijg"),
    About.LEARNING: N_("Dat jullie tellen welke hulp bij welke woorden past"),
    About.FIGURES: N_("Dat ik meetel in cijfers"),
    About.MODERATION: N_("Hoe moderators met mijn berichten omgaan"),
    About.OTHER: N_("Iets anders"),
}

STATE_WORDS = {
    RequestState.OPEN: (N_("Wacht op antwoord"), "info"),
    RequestState.GRANTED: (N_("Gedaan"), "ok"),
    RequestState.PARTLY: (N_("Voor een deel gedaan"), "ok"),
    RequestState.REFUSED: (N_("Niet gedaan"), "neutral"),
}


@dataclass(frozen=True)
class Asked:
    """What somebody asks. `once` makes a double click one."""

    kind: RequestKind
    about: About
    words: str
    once: str


@dataclass(frozen=True)
class Answered:
    """What an administrator answers: `action` says whether it is done; the resident reads `words`."""

    action: RequestAction
    words: str


class OwnRequest(Forbidden):
    """Somebody with a role answers no request of their own."""

    sentence = N_("Dit is je eigen verzoek. Een collega moet het beantwoorden.")


class AlreadyAnswered(Conflict):
    """Two administrators answered at once; the first stands."""

    sentence = N_("Een collega heeft dit al beantwoord.")


def due_on(asked_at: datetime) -> date:
    """Return the last day for an answer: a month later on the Dutch calendar (AVG article 12, 3).

    Asked on the 31st, and the next month is shorter: its last day.
    """
    day = local(asked_at).date()
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    for last in range(day.day, 27, -1):
        try:
            return date(year, month, last)
        except ValueError:
            continue
    return date(year, month, day.day)


def is_late(due: date, now: datetime) -> bool:
    """Say whether the last day for an answer is over."""
    return local(now).date() > due


def is_urgent(due: date, now: datetime) -> bool:
    """Say whether the last day for an answer is near, or over."""
    return local(now).date() > due - SOON
