"""What a verb keeps for itself until the commit: always the post, the conversation, then the series."""

from b2b.conversations import queries as talks
from b2b.conversations import service as talking
from b2b.conversations.queries import Conversation
from b2b.core.db import Work, lock
from b2b.core.errors import Missing
from b2b.recurring import queries
from b2b.recurring.models import Series, Turn


def hold(work: Work, series: Series) -> Conversation:
    """Keep the post, the first conversation and the series; return the conversation."""
    conversation = talks.conversation(work, series.conversation_id)
    if conversation is None:
        raise Missing()
    talking.hold(work, conversation)
    lock(work, series)
    return conversation


def hold_turn(work: Work, series: Series, number: int) -> Turn:
    """Keep the series and one of its turns: of two who act on it at once, the second sees what the first did."""
    lock(work, series)
    turn = queries.turn_at(work, series.id or 0, number)
    if turn is None:
        raise Missing()
    lock(work, turn)
    return turn
