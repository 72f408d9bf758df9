"""What help that comes back adds to other pages."""

from b2b.authz.predicates import Actor
from b2b.conversations.queries import Conversation
from b2b.conversations.rules import ConversationState
from b2b.core.clock import local
from b2b.core.db import Work
from b2b.recurring import queries
from b2b.recurring.rules import RHYTHM_WORDS, SERIES_WORDS
from b2b.web.pages import render


def conversation_panel(_work: Work, _actor: Actor, conversation: Conversation) -> str | None:
    """Return the way to help that comes back once somebody is chosen; it asks the database nothing."""
    if conversation.state is not ConversationState.CHOSEN:
        return None
    return render("recurring/way.html", conversation=conversation)


def list_panel(work: Work, actor: Actor) -> str | None:
    """Return somebody's help that comes back, for the page with appointments."""
    rows = queries.of_member(work, actor.member_id or 0)
    if not rows:
        return None
    rhythms = {row.reference: RHYTHM_WORDS[row.every, local(row.first_at).weekday()] for row in rows}
    return render("recurring/list.html", rows=rows, rhythms=rhythms, states=SERIES_WORDS)
