"""A thank-you: who sees it, its life, and when it can be written. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from b2b.core.errors import Conflict
from b2b.core.lifecycle import Lifecycle
from b2b.core.words import N_

BODY_MAX = 280
SHOWN_MAX = 30
"""So many stand on the page of a neighbourhood: the newest."""


class Reach(StrEnum):
    """Who may read it."""

    PRIVATE = "private"
    PUBLIC = "public"


REACH_WORDS: Mapping[Reach, str] = {
    Reach.PRIVATE: N_("Alleen jullie twee"),
    Reach.PUBLIC: N_("De hele buurt, met jullie voornamen"),
}


class ThanksState(StrEnum):
    WAITING = "waiting"
    SHOWN = "shown"
    REFUSED = "refused"
    HIDDEN = "hidden"
    WITHDRAWN = "withdrawn"


class ThanksAction(StrEnum):
    PLACE = "place"
    REFUSE = "refuse"
    HIDE = "hide"
    HOLD = "hold"
    WITHDRAW = "withdraw"


_S, _A = ThanksState, ThanksAction

THANKS_LIFECYCLE = Lifecycle(
    "thanks",
    {
        (_S.WAITING, _A.PLACE): _S.SHOWN,
        (_S.WAITING, _A.REFUSE): _S.REFUSED,
        (_S.WAITING, _A.WITHDRAW): _S.WITHDRAWN,
        (_S.SHOWN, _A.HIDE): _S.HIDDEN,
        (_S.SHOWN, _A.HOLD): _S.WAITING,
        (_S.SHOWN, _A.WITHDRAW): _S.WITHDRAWN,
        # An objection was right.
        (_S.REFUSED, _A.PLACE): _S.SHOWN,
        (_S.HIDDEN, _A.PLACE): _S.SHOWN,
    },
)


@dataclass(frozen=True)
class Words:
    """What somebody wants to say, and who may read it."""

    body: str
    reach: Reach


def must_wait(reach: Reach, *, trusted: bool, held: bool) -> bool:
    """Say whether a moderator reads it first: what a detector holds, and what a newcomer says to everybody."""
    return held or (reach is Reach.PUBLIC and not trusted)


def reaches(*, quiet: bool, at_desk: bool) -> tuple[Reach, ...]:
    """Return who may read a thank-you about this help, the smallest circle first.

    `quiet`: the help was asked quietly, so nobody hears of it afterwards either. `at_desk`: one of the two has no
    e-mail address, and would not see in time that their name is on a page.
    """
    return (Reach.PRIVATE,) if quiet or at_desk else (Reach.PRIVATE, Reach.PUBLIC)


class NotYetDone(Conflict):
    """Nobody said that the help took place."""

    sentence = N_("Bedanken kan als de hulp is gelukt. Vertel eerst bij je afspraak hoe het ging.")


class CannotThank(Conflict):
    """One of the two does not meet the other any more. Not why: that is between them and us."""

    sentence = N_("Je kunt deze buur nu niet bedanken.")


class OnlyBetweenYou(Conflict):
    """What was asked quietly is not thanked for out loud."""

    sentence = N_("Over deze hulp kan de buurt niets lezen. Kies dat alleen de ander het ziet.")
