"""Who may be a member, in what state, and what is refused. Pure."""

from datetime import timedelta
from enum import StrEnum

from b2b.core.errors import Conflict, Forbidden, Gone, Missing
from b2b.core.lifecycle import Lifecycle
from b2b.core.words import N_

FIRST_NAME_MAX = 40
EMAIL_MAX = 254
DEMO_DOMAIN = "@demo.b2b.example"
"""The made-up people of the demo: nobody can own an address there."""


class MemberState(StrEnum):
    ACTIVE = "active"
    SUSPENDED = "suspended"
    ERASED = "erased"


class MemberAction(StrEnum):
    SUSPEND = "suspend"
    REINSTATE = "reinstate"
    ERASE = "erase"


MEMBER_LIFECYCLE = Lifecycle(
    "member",
    {
        (MemberState.ACTIVE, MemberAction.SUSPEND): MemberState.SUSPENDED,
        (MemberState.SUSPENDED, MemberAction.REINSTATE): MemberState.ACTIVE,
        (MemberState.ACTIVE, MemberAction.ERASE): MemberState.ERASED,
        (MemberState.SUSPENDED, MemberAction.ERASE): MemberState.ERASED,
    },
)


class Suspended(Forbidden):
    """The member is known and may not enter for now."""

    sentence = "Je account staat stil. Je kunt nu niet inloggen. Wil je weten waarom? Bel ons."


class NoSuchPerson(Missing):
    """Nobody here has this address or reference."""

    sentence = "Wij kennen niemand met deze gegevens."


class AddressTaken(Conflict):
    """Another member of this municipality has this e-mail address."""

    sentence = "Dit e-mailadres hoort al bij een ander account."


UNDO_EMAIL_FOR = timedelta(hours=72)
"""So long the link in the mail to an old address puts that address back."""


class UndoOver(Gone):
    """The link that puts an old address back was used, or is too old."""

    sentence = N_("Deze link werkt niet meer. Staat er een verkeerd e-mailadres bij je account? Bel ons dan.")


class LastAdministrator(Conflict):
    """Without an administrator nobody could give roles any more."""

    sentence = "Dit is de laatste beheerder. Maak eerst iemand anders beheerder."


def normal_email(typed: str) -> str:
    """Return the one spelling under which an address is looked up: trimmed, lower case."""
    return typed.strip().lower()


def hinted(email: str) -> str:
    """Return enough of an address to recognise one's own: "f…@voorbeeld.nl"."""
    name, _, domain = email.rpartition("@")
    return f"{name[:1]}…@{domain}"
