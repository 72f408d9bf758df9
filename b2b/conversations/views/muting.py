"""No mail about a conversation, and mail again."""

from typing import Any

from flask import flash, g, redirect, url_for

from b2b.authz.permissions import Permission
from b2b.conversations import service
from b2b.conversations.queries import Conversation
from b2b.conversations.views.base import conversations
from b2b.core.words import N_
from b2b.web.guard import requires
from b2b.web.transactions import current_actor


@conversations.post("/gesprekken/<ref:conversation>/dempen")
@requires(Permission.Conversation.READ, on=Conversation)
def mute(conversation: Conversation) -> Any:
    """Send no mail about this conversation."""
    service.mute(g.work, conversation, current_actor().member_id or 0)
    flash(N_("Gedaan. Je krijgt geen mail meer over dit gesprek. De ander merkt dit niet."), "ok")
    return redirect(url_for("conversations.show", conversation=conversation.reference), 303)


@conversations.post("/gesprekken/<ref:conversation>/niet-dempen")
@requires(Permission.Conversation.READ, on=Conversation)
def unmute(conversation: Conversation) -> Any:
    """Send mail about this conversation again."""
    service.unmute(g.work, conversation, current_actor().member_id or 0)
    flash(N_("Gedaan. Je krijgt weer mail over dit gesprek."), "ok")
    return redirect(url_for("conversations.show", conversation=conversation.reference), 303)
