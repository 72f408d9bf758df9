"""What review tells the rest of the system."""

from dataclasses import dataclass

from b2b.core.events import Event


@dataclass(frozen=True)
class ReviewAsked(Event):
    """Something waits for a moderator."""

    review_item_id: int


@dataclass(frozen=True)
class ReviewWentUp(Event):
    """Nobody decided in time, or a moderator asked for somebody else: it went to the next circle."""

    review_item_id: int


@dataclass(frozen=True)
class NoticeFiled(Event):
    """Somebody reported something."""

    notice_id: int


@dataclass(frozen=True)
class DecisionMade(Event):
    """A person decided."""

    decision_id: int
