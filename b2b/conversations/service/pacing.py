"""The limits of the ladder of trust on talking: asked before anything changes."""

from b2b.accounts.rules.pace import DAY, SameWords, TooManyConversations, WaitForAnswer, check, how_often
from b2b.accounts.service import pace
from b2b.conversations.models import Conversation
from b2b.conversations.queries.pace import begun_since, first_words_since, said_unanswered
from b2b.core.db import Work


def check_begin(work: Work, member_id: int, body: str) -> None:
    """Raise TooManyConversations, SameWords or NotYetAllowed when this member may not begin one more with these words."""
    pace.take_turn(work, member_id)
    may, now = pace.allowance_of(work, member_id), work.now()
    since = now - DAY
    check(begun_since(work, member_id, since), may.conversations_a_day, now, TooManyConversations)
    pace.check_words(may, body)
    if how_often(body, first_words_since(work, member_id, since)) >= may.same_words_a_day:
        raise SameWords(retry_after=int(DAY.total_seconds()))


def check_say(work: Work, conversation: Conversation, member_id: int, body: str) -> None:
    """Raise WaitForAnswer or NotYetAllowed when this member may not write this here now."""
    pace.take_turn(work, member_id)
    may = pace.allowance_of(work, member_id)
    if said_unanswered(work, conversation.id or 0, member_id, may.first_messages) >= may.first_messages:
        raise WaitForAnswer(retry_after=int(DAY.total_seconds()))
    pace.check_words(may, body)
