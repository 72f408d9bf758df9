"""The promise of an answer: its life, what is said to an invitation, and what cannot be. Pure."""

from datetime import timedelta
from enum import StrEnum

from b2b.core.errors import Conflict
from b2b.core.lifecycle import Lifecycle
from b2b.core.words import N_

HOURS = "promise.hours"
"""The setting of a municipality: within so many hours of working days an asker hears something."""
HOURS_BY_KIND = "promise.hours_by_kind"
"""The setting with other hours for some kinds of help: {"vervoer": 24}."""
KEEP = timedelta(days=183)
"""So long after a request is over we remember who was asked about it: for questions and objections."""


class PromiseState(StrEnum):
    RUNNING = "running"
    ANSWERED = "answered"
    """Somebody said that they can help: the asker is to move."""
    OFFERED = "offered"
    """Every rung was taken; the coordinator's help was offered."""
    STOPPED = "stopped"
    """Somebody was chosen, or the request is over, out of sight or with the municipality."""


class PromiseAction(StrEnum):
    BEGIN = "begin"
    ANSWER = "answer"
    OFFER = "offer"
    STOP = "stop"


_S, _A = PromiseState, PromiseAction

PROMISE_LIFECYCLE = Lifecycle(
    "promise",
    {
        (_S.RUNNING, _A.ANSWER): _S.ANSWERED,
        (_S.OFFERED, _A.ANSWER): _S.ANSWERED,
        (_S.RUNNING, _A.OFFER): _S.OFFERED,
        (_S.ANSWERED, _A.BEGIN): _S.RUNNING,
        (_S.OFFERED, _A.BEGIN): _S.RUNNING,
        (_S.STOPPED, _A.BEGIN): _S.RUNNING,
        (_S.RUNNING, _A.STOP): _S.STOPPED,
        (_S.ANSWERED, _A.STOP): _S.STOPPED,
        (_S.OFFERED, _A.STOP): _S.STOPPED,
    },
)


class InvitationAnswer(StrEnum):
    ASKED = "asked"
    YES = "yes"
    NOT_NOW = "not_now"


class CannotInvite(Conflict):
    """This neighbour was asked before, is away, or has done enough this month."""

    sentence = N_("Deze buur kan nu niet gevraagd worden. Kies iemand anders.")


class NotSearching(Conflict):
    """The request is over, or somebody was chosen."""

    sentence = N_("Voor dit bericht zoeken we niet meer. Er is al iemand gekozen, of het is voorbij.")
