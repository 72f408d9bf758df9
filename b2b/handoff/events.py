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
