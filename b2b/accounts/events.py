"""What people do that the rest of the system hears."""

from dataclasses import dataclass

from b2b.core.events import Event


@dataclass(frozen=True)
class MemberJoined(Event):
    """Somebody made an account."""

    member_id: int


@dataclass(frozen=True)
class SignedInOnNewDevice(Event):
    """A member signed in on a device that was not seen before."""

    member_id: int


@dataclass(frozen=True)
class RolesChanged(Event):
    """An administrator gave or took a role."""

    member_id: int
