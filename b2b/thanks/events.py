"""What thank-yous tell the rest of the system."""

from dataclasses import dataclass

from b2b.core.events import Event


@dataclass(frozen=True)
class ThanksWaits(Event):
    """A moderator reads it first."""

    thanks_id: int


@dataclass(frozen=True)
class ThanksShown(Event):
    """Whom it is for can read it now, for the first time."""

    thanks_id: int


@dataclass(frozen=True)
class ThanksWithdrawn(Event):
    """Its writer took it back."""

    thanks_id: int
