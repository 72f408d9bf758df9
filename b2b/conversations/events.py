"""What conversations tell the rest of the system."""

from dataclasses import dataclass

from b2b.core.events import Event


@dataclass(frozen=True)
class ResponseGiven(Event):
    """Somebody reacted to a post."""

    conversation_id: int


@dataclass(frozen=True)
class MessageSent(Event):
    """Somebody wrote in a conversation."""

    message_id: int


@dataclass(frozen=True)
class HelperChosen(Event):
    """The author of a post chose this reaction."""

    conversation_id: int


@dataclass(frozen=True)
class HelperPassedOver(Event):
    """The author chose somebody else."""

    conversation_id: int


@dataclass(frozen=True)
class HelperReleased(Event):
    """The two who would meet no longer do; `by_id` is who said so."""

    conversation_id: int
    by_id: int


@dataclass(frozen=True)
class NotNow(Event):
    """It does not suit who was asked: no reason is wanted."""

    conversation_id: int


@dataclass(frozen=True)
class ResponseOpenAgain(Event):
    """Who was passed over can help after all: somebody is looked for again."""

    conversation_id: int
