"""Deleting an account: two weeks to come back, then nothing is left that says who it was. Pure."""

from datetime import datetime, time, timedelta
from enum import StrEnum

from b2b.core.clock import from_local, local
from b2b.core.errors import Conflict, Gone
from b2b.core.lifecycle import Lifecycle
from b2b.core.words import N_

UNDO_FOR = timedelta(days=14)
"""So long somebody can take the deletion of their account back."""
KEEP_MARKS = timedelta(days=400)
"""So long we know that an account was erased: longer than any backup is kept, so that each one hears of it."""
KEEP_ERASURES = timedelta(days=400)
"""So long a row says when an account was erased, and how many rows went: nothing of whom."""
LAST_MAIL_UNTIL = timedelta(days=3)
"""So long we try to send the mail that says it is done; the address is sealed in the outbox until then."""


class ErasureState(StrEnum):
    ASKED = "asked"
    UNDONE = "undone"
    AT_WORK = "at_work"
    """There is no way back: a job is erasing."""
    ERASED = "erased"


class ErasureAction(StrEnum):
    UNDO = "undo"
    BEGIN = "begin"
    FINISH = "finish"


_S, _A = ErasureState, ErasureAction

ERASURE_LIFECYCLE = Lifecycle(
    "erasure",
    {
        (_S.ASKED, _A.UNDO): _S.UNDONE,
        (_S.ASKED, _A.BEGIN): _S.AT_WORK,
        (_S.AT_WORK, _A.FINISH): _S.ERASED,
    },
)

STANDING = (_S.ASKED, _S.AT_WORK)


class UndoOver(Gone):
    """The account is erased, or somebody took the deletion back before."""

    sentence = N_("Deze link werkt niet meer. Je account staat weer aan, of het is al verwijderd.")


class NotConfirmed(Conflict):
    """Somebody did not say that they read what will happen."""

    sentence = N_("Zet eerst een vinkje. Dan weten wij dat je het hebt gelezen.")


def erase_at(asked_at: datetime) -> datetime:
    """Return when a deletion begins: the midnight, on the Dutch clock, that ends the last day to come back."""
    day = local(asked_at + UNDO_FOR).date() + timedelta(days=1)
    return from_local(datetime.combine(day, time()))


def last_day(due_at: datetime) -> datetime:
    """Return a moment of the last day on which the deletion can be taken back: the one that ends at `due_at`."""
    return due_at - timedelta(seconds=1)
