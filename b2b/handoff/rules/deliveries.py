"""How often a delivery is tried, when a connection rests, and what the other side's word means for us. Pure."""

from dataclasses import dataclass
from datetime import timedelta

from b2b.core.errors import Conflict, Missing
from b2b.core.words import N_
from b2b.handoff.rules.handoffs import OPEN_STATES, AttemptState, HandoffAction, HandoffState

TRIES = 100
"""With at most an hour between them: a weekend without the municipality's system loses nothing."""
BREAK_AFTER = 5
"""So many failures in a row, and a connection is left alone for a while."""
REST_FIRST = timedelta(minutes=1)
REST_CAP = timedelta(minutes=15)
CONSENT_HOLDS = timedelta(hours=12)
"""A preview older than this is shown once more before it is sent."""
LINK_LASTS = timedelta(days=3)
"""A link for a desk without accounts: over a weekend, not longer."""
WORDS_OPEN = timedelta(minutes=30)
"""How long the words stay readable after the button behind such a link was pressed."""

ATTEMPT_WORDS = {
    AttemptState.PLANNED: N_("onderweg"),
    AttemptState.DELIVERED: N_("aangekomen"),
    AttemptState.FAILED: N_("niet gelukt"),
    AttemptState.TAKEN_BACK: N_("weer weggehaald"),
    AttemptState.KEPT_THERE: N_("niet weggehaald: iemand was er al mee bezig"),
}
ATTEMPT_TONES = {
    AttemptState.PLANNED: "neutral",
    AttemptState.DELIVERED: "success",
    AttemptState.FAILED: "error",
    AttemptState.TAKEN_BACK: "neutral",
    AttemptState.KEPT_THERE: "warning",
}


@dataclass(frozen=True)
class Trouble:
    """What a resident is told when something did not go as it should; a phone number stands beside it."""

    title: str
    words: str


NOT_THERE_YET = Trouble(
    N_("Je vraag staat nog niet in alle systemen"),
    N_(
        "De buurtregisseur ziet je vraag wel. In een ander systeem van de gemeente lukt het nog niet. Wil je niet wachten?"
    ),
)
STAYS_THERE = Trouble(
    N_("Iemand van de gemeente was al bezig met je vraag"),
    N_("In het systeem van de gemeente staan je naam en hoe je bereikt wilt worden nog. Wil je dat ze weg gaan?"),
)
TRIES_BEFORE_TELLING = 3


def trouble(state: AttemptState, tries: int) -> Trouble | None:
    """Return what the resident has to know of a delivery; a short hiccup is not worth a worry."""
    if state is AttemptState.KEPT_THERE:
        return STAYS_THERE
    stuck = state is AttemptState.PLANNED and tries >= TRIES_BEFORE_TELLING
    return NOT_THERE_YET if stuck or state is AttemptState.FAILED else None


CONNECTOR_WORDS = {
    "email": N_("E-mail naar een loket"),
    "openklant": N_("Open Klant"),
    "zgw": N_("Zaaksysteem (ZGW)"),
}
"""What an administrator can choose."""


ZGW = "handoff.zgw"
"""The setting of a municipality: whether questions may become cases. Off, unless it insists on a case."""


def may_use(connector: str, cases: object) -> bool:
    """Say whether this connector may be used; `cases` is what the municipality chose for ZGW."""
    return connector != "zgw" or cases is True


def is_rsin(text: str) -> bool:
    """Say whether this can be the number of an organisation: nine digits that pass the eleven test."""
    if len(text) != 9 or not (text.isascii() and text.isdigit()):
        return False
    weighed = sum(int(digit) * weight for digit, weight in zip(text, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True))
    return weighed % 11 == 0 and text != "0" * 9


class NothingToRetry(Conflict):
    """Somebody pressed the button while it was already on its way, or had arrived."""

    sentence = "Deze verzending loopt al, of is al aangekomen."


class LinkOver(Missing):
    """A desk's link that is too old, or was of a question that is over."""

    sentence = "Deze link werkt niet meer. Log in bij Buurthulp om de vraag te lezen."


class AlreadyConnected(Conflict):
    """This connector is there already for this wijk."""

    sentence = "Deze koppeling is er al voor deze wijk. Verander die."


@dataclass(frozen=True)
class There:
    """How a task stands in the municipality's system, as it was seen before and as it is now."""

    was: str | None
    now: str
    sent_on: bool = False


def rest(fails: int) -> timedelta | None:
    """Return how long a connection is left alone after so many failures in a row; None: it may be tried."""
    if fails < BREAK_AFTER:
        return None
    return min(REST_FIRST * 2 ** min(fails - BREAK_AFTER, 10), REST_CAP)


def consequence(state: HandoffState, there: There) -> HandoffAction | None:
    """Return what follows for us from how it stands there; None when nothing does.

    Our own desk has the last word on what it did itself: a question that it already closed is not closed again, and
    what was withdrawn stays so.
    """
    if there.now == "done":
        # Only the first time: a question that its resident opened again here is not closed by an old word.
        return HandoffAction.DONE_THERE if there.was != "done" and state in OPEN_STATES else None
    if there.was == "done" and state is HandoffState.DONE:
        return HandoffAction.OPENED_THERE
    if there.now == "taken" and state is HandoffState.NEW:
        return HandoffAction.TAKEN_THERE
    return HandoffAction.SENT_ON_THERE if there.sent_on and state in OPEN_STATES else None
