"""An appointment, its address, and what became of it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from b2b.core.clock import from_local, local
from b2b.core.errors import Conflict, Gone, Refusal
from b2b.core.lifecycle import Lifecycle
from b2b.core.words import N_

PLACE_MAX = 160
ADDRESS_MAX = 200
SIGN_MAX = 120
"""How somebody can be recognised, in a few words."""
PAGE_SIZE = 20
LENGTH = timedelta(hours=1)
"""How long an appointment lasts in a calendar when nobody says otherwise."""
ADDRESS_GONE_AFTER = timedelta(hours=24)
"""After the appointment the address is erased."""
REMIND_BEFORE = timedelta(hours=24)
"""So long before it both are reminded of an appointment."""
LOOK_BACK_AFTER = timedelta(hours=3)
LOOK_BACK_UNTIL = timedelta(days=60)
"""For this long after the appointment both can say how it went, also with the link in the mail."""
LET_REST_DAYS = 14
"""After so many days without a word an appointment closes by itself, unless the municipality chose otherwise."""
FARTHEST = timedelta(days=180)
SHARING = "agreements.share"
"""The purpose of the signed link for somebody trusted."""
SHARE_ENDS_AFTER = timedelta(hours=6)
"""So long after it began a visit is surely over, and a worried daughter has looked again."""
SHARES_KEPT = FARTHEST
"""No appointment is farther ahead: the link of each has ended by then."""
_DAY = timedelta(days=1)
_PAST = N_("Dit moment is al geweest. Kies een moment dat nog komt.")
_TOO_FAR = N_("Dit is te ver weg. Kies een dag binnen een half jaar.")


class AgreementState(StrEnum):
    PROPOSED = "proposed"
    AGREED = "agreed"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    DONE = "done"
    MISSED = "missed"
    UNTOLD = "untold"
    """Nobody said how it went."""


class AgreementAction(StrEnum):
    ACCEPT = "accept"
    DECLINE = "decline"
    CANCEL = "cancel"
    COMPLETE = "complete"
    MISS = "miss"
    LET_REST = "let_rest"


_S, _A = AgreementState, AgreementAction

AGREEMENT_LIFECYCLE = Lifecycle(
    "agreement",
    {
        (_S.PROPOSED, _A.ACCEPT): _S.AGREED,
        (_S.PROPOSED, _A.DECLINE): _S.DECLINED,
        (_S.PROPOSED, _A.CANCEL): _S.CANCELLED,
        (_S.AGREED, _A.CANCEL): _S.CANCELLED,
        (_S.AGREED, _A.COMPLETE): _S.DONE,
        (_S.AGREED, _A.MISS): _S.MISSED,
        (_S.AGREED, _A.LET_REST): _S.UNTOLD,
        # Better late than never.
        (_S.UNTOLD, _A.COMPLETE): _S.DONE,
        (_S.UNTOLD, _A.MISS): _S.MISSED,
        # What somebody said afterwards can be corrected.
        (_S.DONE, _A.MISS): _S.MISSED,
        (_S.MISSED, _A.COMPLETE): _S.DONE,
    },
)

STANDING = frozenset({AgreementState.PROPOSED, AgreementState.AGREED})
"""States in which a conversation has its one appointment."""

STATE_WORDS: Mapping[AgreementState, tuple[str, str]] = {
    AgreementState.PROPOSED: (N_("Voorstel"), "warning"),
    AgreementState.AGREED: (N_("Afgesproken"), "success"),
    AgreementState.DECLINED: (N_("Afgewezen"), "neutral"),
    AgreementState.CANCELLED: (N_("Afgezegd"), "danger"),
    AgreementState.DONE: (N_("Gelukt"), "success"),
    AgreementState.MISSED: (N_("Niet doorgegaan"), "danger"),
    AgreementState.UNTOLD: (N_("Geen terugblik"), "neutral"),
}
"""What a state is called, and the tone of its badge."""


class Happened(StrEnum):
    YES = "yes"
    NOBODY_CAME = "nobody_came"
    NOT_NEEDED = "not_needed"


class Helped(StrEnum):
    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class CancelReason(StrEnum):
    """Why somebody calls an appointment off, in their own choice. Nothing about health: that is nobody's business."""

    CANNOT = "cannot"
    ANOTHER_MOMENT = "another_moment"
    NOT_NEEDED = "not_needed"
    UNSAID = "unsaid"


CANCEL_WORDS: Mapping[CancelReason, str] = {
    CancelReason.CANNOT: N_("Ik kan dan toch niet"),
    CancelReason.ANOTHER_MOMENT: N_("Ik wil liever een ander moment"),
    CancelReason.NOT_NEEDED: N_("Het is niet meer nodig"),
    CancelReason.UNSAID: N_("Dat zeg ik liever niet"),
}


class Worth(StrEnum):
    """What the help was worth to one of the two."""

    MUCH = "much"
    SOME = "some"
    LITTLE = "little"


class Otherwise(StrEnum):
    """Whom the asker would have turned to without a neighbour."""

    MUNICIPALITY = "municipality"
    FAMILY = "family"
    NOBODY = "nobody"


HAPPENED_WORDS: Mapping[Happened, tuple[str, str]] = {
    Happened.YES: (N_("Ja, het is gelukt"), "circle-check"),
    Happened.NOBODY_CAME: (N_("Er is niemand gekomen"), "x"),
    Happened.NOT_NEEDED: (N_("Het was niet meer nodig"), "ban"),
}
HELPED_WORDS: Mapping[Helped, tuple[str, str]] = {
    Helped.YES: (N_("Ja, het hielp"), "mood-smile"),
    Helped.PARTLY: (N_("Een beetje"), "thumb-up"),
    Helped.NO: (N_("Nee, het hielp niet"), "x"),
}
WORTH_WORDS: Mapping[Worth, str] = {
    Worth.MUCH: N_("Veel"),
    Worth.SOME: N_("Een beetje"),
    Worth.LITTLE: N_("Niet veel"),
}
OTHERWISE_WORDS: Mapping[Otherwise, str] = {
    Otherwise.MUNICIPALITY: N_("De gemeente"),
    Otherwise.FAMILY: N_("Familie of vrienden"),
    Otherwise.NOBODY: N_("Niemand"),
}


class NotChosen(Conflict):
    """Only two who chose each other make an appointment."""

    sentence = N_("Je kunt pas een afspraak maken als er iemand gekozen is.")


class OwnProposal(Conflict):
    """Who proposes a moment cannot also be the one who says yes or no to it."""

    sentence = N_("Dit is je eigen voorstel. De ander moet ja of nee zeggen.")


class AlreadyBegun(Conflict):
    """What has begun is no longer cancelled: both say how it went."""

    sentence = N_("Deze afspraak is al begonnen of geweest. Zeg daarna hoe het ging.")


class MomentPassed(Conflict):
    """The proposed moment is over before anybody said yes."""

    sentence = N_("Dit moment is al voorbij. Stel een nieuw moment voor.")


class NoAddressNow(Conflict):
    """An address belongs to an appointment that stands and is not over."""

    sentence = N_("Je kunt nu geen adres geven. Dat kan alleen als de afspraak vaststaat en nog komt.")


class AddressGone(Gone):
    """The address was erased."""

    sentence = N_("Het adres is weg. Wij wissen het een dag na de afspraak, of als de afspraak niet doorgaat.")


class TooEarlyToTell(Conflict):
    """The appointment has not begun."""

    sentence = N_("De afspraak is nog niet geweest. Zeg daarna hoe het ging.")


class TooLateToTell(Gone):
    """The appointment is too long ago."""

    sentence = N_("Deze afspraak is lang geleden. Je kunt niet meer zeggen hoe het ging.")


class NotToShare(Conflict):
    """Only an appointment that stands and is not over is shown to somebody trusted."""

    sentence = N_("Je kunt deze afspraak nu niet delen. Dat kan alleen als de afspraak vaststaat en niet voorbij is.")


class ShareOver(Gone):
    """The link was taken back, the visit is over, or it is no link of ours."""

    sentence = N_("Deze link werkt niet meer. De afspraak is voorbij, gaat niet door, of wordt niet meer gedeeld.")


class BadMoment(Refusal):
    """A moment that no appointment can have; the sentence says what to do."""


@dataclass(frozen=True)
class Proposal:
    """When (aware, UTC) and where, in words."""

    starts_at: datetime
    place: str


def moment_of(wall_clock: datetime, now: datetime) -> datetime:
    """Return the UTC moment of a naive Dutch wall-clock time, or raise BadMoment.

    An hour that happens twice means the first; an hour that a summer night skips is refused.
    """
    away = wall_clock - local(now).replace(tzinfo=None)
    if away < -_DAY:  # the years of legends cannot be converted at all
        raise BadMoment(_PAST)
    if away > FARTHEST + _DAY:
        raise BadMoment(_TOO_FAR)
    moment = from_local(wall_clock)
    if local(moment).replace(tzinfo=None) != wall_clock:
        raise BadMoment(N_("Deze tijd bestaat niet: die nacht gaat de klok een uur vooruit. Kies een andere tijd."))
    if moment <= now:
        raise BadMoment(_PAST)
    if moment - now > FARTHEST:
        raise BadMoment(_TOO_FAR)
    return moment


def is_shareable(state: AgreementState, starts_at: datetime, now: datetime) -> bool:
    """Say whether the asker can give an address now."""
    return state is AgreementState.AGREED and now < starts_at + ADDRESS_GONE_AFTER


def is_soon(starts_at: datetime, now: datetime) -> bool:
    """Say whether an appointment is so near that both know: who agrees on one for today is not reminded of it."""
    return starts_at <= now + REMIND_BEFORE


def can_be_shared(state: AgreementState, starts_at: datetime, now: datetime) -> bool:
    """Say whether the asker can let somebody trusted see it, and that person still sees it."""
    return state is AgreementState.AGREED and now < starts_at + SHARE_ENDS_AFTER


def can_tell(state: AgreementState, starts_at: datetime, now: datetime) -> bool:
    """Say whether it is time to say how it went."""
    took_place = (AgreementState.AGREED, AgreementState.DONE, AgreementState.MISSED, AgreementState.UNTOLD)
    return state in took_place and starts_at <= now <= starts_at + LOOK_BACK_UNTIL


def consequence(state: AgreementState, happened: Happened, *, by_asker: bool) -> AgreementAction | None:
    """Return what an appointment does when one side says how it went; None: nothing more.

    Whoever says that it worked completes it. That it did not go on is for the one who waited
    for help to say; from the helper it is only remembered, and it never overrules the asker.
    """
    if happened is Happened.YES:
        action = AgreementAction.COMPLETE
        heard = by_asker or state is not AgreementState.MISSED
    else:
        action, heard = AgreementAction.MISS, by_asker
    return action if heard and AGREEMENT_LIFECYCLE.allows(state, action) else None


FEED_PAST = timedelta(days=30)
"""So far back a calendar of one's own goes."""
FEED_MAX = 100
"""Appointments in it."""
FEED_UNUSED = timedelta(days=180)
"""An address of a calendar that nobody asked for so long is over."""
