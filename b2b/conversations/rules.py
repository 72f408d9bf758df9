"""Reacting, talking, choosing. Pure."""

from datetime import timedelta
from enum import StrEnum

from b2b.core.lifecycle import Lifecycle

MESSAGE_MAX = 2000
CLOSES_AFTER = timedelta(days=7)
"""A conversation closes by itself this long after the help is done."""


class ResponseKind(StrEnum):
    YES = "yes"
    PARTLY = "partly"
    KNOW_SOMEONE = "know_someone"
    QUESTION = "question"


class ConversationState(StrEnum):
    OPEN = "open"
    CHOSEN = "chosen"
    NOT_CHOSEN = "not_chosen"
    CLOSED = "closed"


class ConversationAction(StrEnum):
    CHOOSE = "choose"
    PASS_OVER = "pass_over"
    RELEASE = "release"
    CLOSE = "close"
    REOPEN = "reopen"


_S, _A = ConversationState, ConversationAction

CONVERSATION_LIFECYCLE = Lifecycle(
    "conversation",
    {
        (_S.OPEN, _A.CHOOSE): _S.CHOSEN,
        (_S.OPEN, _A.PASS_OVER): _S.NOT_CHOSEN,
        (_S.OPEN, _A.CLOSE): _S.CLOSED,
        (_S.CHOSEN, _A.RELEASE): _S.OPEN,
        (_S.CHOSEN, _A.CLOSE): _S.CLOSED,
        (_S.NOT_CHOSEN, _A.REOPEN): _S.OPEN,
        (_S.NOT_CHOSEN, _A.CLOSE): _S.CLOSED,
        (_S.CLOSED, _A.REOPEN): _S.OPEN,
    },
)
