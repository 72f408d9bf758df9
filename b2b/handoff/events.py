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


@dataclass(frozen=True)
class HandoffAsked(Event):
    """The desk asked the resident something."""

    handoff_id: int
    question_id: int


@dataclass(frozen=True)
class HandoffProposed(Event):
    """The desk proposed a post to the resident."""

    handoff_id: int
    proposal_id: int


@dataclass(frozen=True)
class HandoffAnswered(Event):
    """The resident answered, or (not `answered`) let the time pass."""

    handoff_id: int
    answered: bool


@dataclass(frozen=True)
class HandoffReopened(Event):
    """The resident asked the desk to look again."""

    handoff_id: int


@dataclass(frozen=True)
class HandoffCameBack(Event):
    """A desk is no longer shared: what a guest had is in the own list again."""

    handoff_id: int


@dataclass(frozen=True)
class ExceptionMade(Event):
    """Something was shared without the resident's yes, because a life was at stake."""

    exception_id: int
