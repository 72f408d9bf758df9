"""Early signals: why something is on the list of the desk, and what the desk does with it. Pure.

Nothing is inferred about a person: a line is something that somebody did or told, or a count of a place.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from b2b.core.lifecycle import Lifecycle
from b2b.core.words import N_

UNMET_AFTER = timedelta(days=7)
"""So long after help was looked for an open request is a signal: by then every step of the answer promise is over."""
OFTEN, OFTEN_WITHIN = 3, timedelta(days=180)
QUIET_LATELY, QUIET_BEFORE, QUIET_LEAST = timedelta(days=28), timedelta(days=84), 6
"""A place is quiet when no post was placed lately, where before that at least so many were."""
KEEP_SIGNAL = timedelta(days=200)
"""So long after it was closed a signal is kept: longer than OFTEN_WITHIN, or what was set aside would come back."""
REASON_MAX = 300
LATER_WEEKS = (1, 2, 4)
LIST_MAX = 100


class Why(StrEnum):
    """Why something is on the list."""

    WORRY = "worry"
    CRISIS = "crisis"
    OFTEN = "often"
    UNMET = "unmet"
    QUIET = "quiet"


WHY_WORDS = {
    Why.WORRY: N_("Zorgen van een buur"),
    Why.CRISIS: N_("Woorden die op nood lijken"),
    Why.OFTEN: N_("Vaak om hulp gevraagd"),
    Why.UNMET: N_("Vraag zonder hulp"),
    Why.QUIET: N_("Stil in de buurt"),
}
RANK = {why: place for place, why in enumerate(Why)}
"""The gravest first, as the list shows them."""


class SignalState(StrEnum):
    OPEN = "open"
    TAKEN = "taken"
    LATER = "later"
    DONE = "done"
    ASIDE = "aside"


class SignalAction(StrEnum):
    TAKE = "take"
    RELEASE = "release"
    POSTPONE = "postpone"
    WAKE = "wake"
    CLOSE = "close"
    SET_ASIDE = "set_aside"


_S, _A = SignalState, SignalAction

SIGNAL_LIFECYCLE = Lifecycle(
    "early_signal",
    {
        (_S.OPEN, _A.TAKE): _S.TAKEN,
        (_S.OPEN, _A.POSTPONE): _S.LATER,
        (_S.OPEN, _A.SET_ASIDE): _S.ASIDE,
        (_S.LATER, _A.TAKE): _S.TAKEN,
        (_S.LATER, _A.WAKE): _S.OPEN,
        (_S.LATER, _A.SET_ASIDE): _S.ASIDE,
        (_S.TAKEN, _A.RELEASE): _S.OPEN,
        (_S.TAKEN, _A.POSTPONE): _S.LATER,
        (_S.TAKEN, _A.CLOSE): _S.DONE,
        (_S.TAKEN, _A.SET_ASIDE): _S.ASIDE,
    },
)
WAITING = (_S.OPEN, _S.LATER)
OVER = (_S.DONE, _S.ASIDE)
STATE_WORDS = {
    _S.OPEN: N_("Nieuw"),
    _S.TAKEN: N_("Opgepakt"),
    _S.LATER: N_("Later"),
    _S.DONE: N_("Klaar"),
    _S.ASIDE: N_("Opzij gezet"),
}


class Part(StrEnum):
    """A part of the list, by its name in the address."""

    OPEN = "nieuw"
    TAKEN = "opgepakt"
    LATER = "later"
    OVER = "klaar"


PART_WORDS = {Part.OPEN: N_("Nieuw"), Part.TAKEN: N_("Opgepakt"), Part.LATER: N_("Later"), Part.OVER: N_("Klaar")}
PART_STATES = {Part.OPEN: (_S.OPEN,), Part.TAKEN: (_S.TAKEN,), Part.LATER: (_S.LATER,), Part.OVER: OVER}


def part_of(text: str | None) -> Part:
    """Return the part that an address names, or the first."""
    return Part(text) if text in set(Part) else Part.OPEN


@dataclass(frozen=True)
class Found:
    """What a look finds: why, where, since when; `subject` says by which thing, so that it is found once.

    `member_id` is whose action it was, and None for a place. `number` is how often or how many.
    """

    why: Why
    municipality_id: int
    neighbourhood_id: int
    subject: str
    since: datetime
    member_id: int | None = None
    number: int = 1


def is_quiet(lately: int, before: int) -> bool:
    """Say whether a place went quiet, by how many posts were placed there lately and in the time before."""
    return lately == 0 and before >= QUIET_LEAST


def may_be_set_aside(why: Why) -> bool:
    """Say whether a reason is enough: a neighbour's worry is looked at, and ends with how the person heard of it."""
    return why is not Why.WORRY
