"""What handoffs tell the rest of the system."""

from dataclasses import dataclass

from b2b.core.events import Event


@dataclass(frozen=True)
class HandedOver(Event):
    """A resident asked the coordinator."""

    handoff_id: int


@dataclass(frozen=True)
class HandoffMoved(Event):
    """The coordinator said how it goes."""

    handoff_id: int


@dataclass(frozen=True)
class HandoffWithdrawn(Event):
    """The resident took it back."""

    handoff_id: int


@dataclass(frozen=True)
class HandoffPassed(Event):
    """A coordinator passed it on to a colleague."""

    handoff_id: int
    to_id: int


@dataclass(frozen=True)
class HandoffMovedOn(Event):
    """It went on to the desk of another neighbourhood."""

    handoff_id: int
