"""What appointments add to the page of a conversation."""

from b2b.agreements import queries
from b2b.agreements.rules import STANDING, STATE_WORDS
from b2b.authz.predicates import Actor
from b2b.conversations.queries import Conversation
from b2b.conversations.rules import ConversationState
from b2b.core.db import Work
from b2b.web.pages import render


def conversation_panel(work: Work, actor: Actor, conversation: Conversation) -> str | None:
    """Return the appointment of these two, or the way to make one once somebody is chosen."""
    is_chosen = conversation.state is ConversationState.CHOSEN
    if conversation.state is ConversationState.NOT_CHOSEN:
        return None
    newest = queries.newest(work, conversation.id or 0)
    if newest is None and not is_chosen:
        return None
    stands = newest is not None and newest.state in STANDING
    return render(
        "agreements/panel.html",
        conversation=conversation,
        agreement=newest,
        is_mine=newest is not None and newest.proposed_by_id == actor.member_id,
        stands=stands,
        is_ahead=newest is not None and newest.starts_at > work.now(),
        can_propose=is_chosen and not stands,
        state=STATE_WORDS[newest.state] if newest else None,
    )
