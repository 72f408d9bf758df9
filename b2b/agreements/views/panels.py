"""What appointments add to the page of a conversation, and what a floor above adds to theirs."""

from markupsafe import Markup

from b2b.agreements import more, queries
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


def parts(work: Work, actor: Actor) -> list[Markup]:
    """Return what floors above add to the page with somebody's appointments, as safe HTML of our own templates."""
    shown = (part(work, actor) for part in more.LISTS)
    return [Markup(html) for html in shown if html]  # noqa: S704 - rendered by our own, escaping templates
