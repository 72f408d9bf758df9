"""A question that goes to the coordinator: states, limits. Pure."""

from enum import StrEnum

from b2b.core.lifecycle import Lifecycle

QUESTION_MAX = 2000
CONTACT_MAX = 160
NOTE_MAX = 1000


class HandoffState(StrEnum):
    NEW = "new"
    CLAIMED = "claimed"
    IN_CONTACT = "in_contact"
    DONE = "done"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"


class HandoffAction(StrEnum):
    CLAIM = "claim"
    RELEASE = "release"
    CONTACT = "contact"
    FINISH = "finish"
    RETURN = "return"
    WITHDRAW = "withdraw"


_S, _A = HandoffState, HandoffAction

HANDOFF_LIFECYCLE = Lifecycle(
    "handoff",
    {
        (_S.NEW, _A.CLAIM): _S.CLAIMED,
        (_S.NEW, _A.WITHDRAW): _S.WITHDRAWN,
        (_S.CLAIMED, _A.RELEASE): _S.NEW,
        (_S.CLAIMED, _A.CONTACT): _S.IN_CONTACT,
        (_S.CLAIMED, _A.FINISH): _S.DONE,
        (_S.CLAIMED, _A.RETURN): _S.RETURNED,
        (_S.CLAIMED, _A.WITHDRAW): _S.WITHDRAWN,
        (_S.IN_CONTACT, _A.FINISH): _S.DONE,
        (_S.IN_CONTACT, _A.RETURN): _S.RETURNED,
        (_S.IN_CONTACT, _A.WITHDRAW): _S.WITHDRAWN,
    },
)


class ContactWay(StrEnum):
    EMAIL = "email"
    PHONE = "phone"


class AttemptState(StrEnum):
    PLANNED = "planned"
    DELIVERED = "delivered"
    FAILED = "failed"
