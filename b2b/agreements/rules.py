"""An appointment, its address, and what became of it. Pure."""

from datetime import timedelta
from enum import StrEnum

from b2b.core.lifecycle import Lifecycle

PLACE_MAX = 160
ADDRESS_MAX = 200
LENGTH = timedelta(hours=1)
"""How long an appointment lasts in a calendar when nobody says otherwise."""
ADDRESS_GONE_AFTER = timedelta(hours=24)
"""After the appointment the address is erased."""
LOOK_BACK_AFTER = timedelta(hours=3)
FARTHEST = timedelta(days=180)


class AgreementState(StrEnum):
    PROPOSED = "proposed"
    AGREED = "agreed"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    DONE = "done"
    MISSED = "missed"


class AgreementAction(StrEnum):
    ACCEPT = "accept"
    DECLINE = "decline"
    CANCEL = "cancel"
    COMPLETE = "complete"
    MISS = "miss"


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
    },
)


class Happened(StrEnum):
    YES = "yes"
    NOBODY_CAME = "nobody_came"
    NOT_NEEDED = "not_needed"


class Helped(StrEnum):
    YES = "yes"
    PARTLY = "partly"
    NO = "no"
