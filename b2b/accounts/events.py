"""What people do that the rest of the system hears. Ids only."""

from dataclasses import dataclass

from b2b.core.events import Event


@dataclass(frozen=True)
class MemberJoined(Event):
    """Somebody made an account, and said yes to the house rules."""

    member_id: int
    municipality_id: int


@dataclass(frozen=True)
class MemberAddedAtDesk(Event):
    """Staff made a member without an e-mail address, who said yes to the house rules aloud."""

    member_id: int
    municipality_id: int


@dataclass(frozen=True)
class MemberRenamed(Event):
    """A member has another first name now."""

    member_id: int
    municipality_id: int


@dataclass(frozen=True)
class SignedInOnNewDevice(Event):
    """A member signed in on a device that was not seen before."""

    member_id: int
    municipality_id: int
    session: str


@dataclass(frozen=True)
class RolesChanged(Event):
    """An administrator gave or took a role."""

    member_id: int


@dataclass(frozen=True)
class LetterSent(Event):
    """A letter with a code is on its way to somebody's door."""

    member_id: int
    municipality_id: int
    letter: str


@dataclass(frozen=True)
class MemberProven(Event):
    """Somebody lives here for certain."""

    member_id: int
    municipality_id: int


@dataclass(frozen=True)
class VoucherStruck(Event):
    """Somebody vouched for a member who broke the rules badly."""

    member_id: int
    municipality_id: int


@dataclass(frozen=True)
class MemberSuspended(Event):
    """A member may not enter for now."""

    member_id: int
    municipality_id: int


@dataclass(frozen=True)
class MemberReinstated(Event):
    """A member may take part again."""

    member_id: int
    municipality_id: int


@dataclass(frozen=True)
class PasskeysChanged(Event):
    """A member made a passkey, or took one away: whoever owns the mailbox hears of it."""

    member_id: int
    municipality_id: int
    added: bool


@dataclass(frozen=True)
class BreakGlassMade(Event):
    """An operator made a one-time sign-in for an administrator."""

    break_glass_id: int
    municipality_id: int


@dataclass(frozen=True)
class BreakGlassUsed(Event):
    """Somebody came in with a one-time sign-in."""

    break_glass_id: int
    municipality_id: int
