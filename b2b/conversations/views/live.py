"""What came in while a conversation is open on somebody's screen."""

from typing import Any

from flask import g, request, url_for

from b2b.authz.permissions import Permission
from b2b.conversations import queries, service
from b2b.conversations.queries import Conversation, News
from b2b.conversations.views.base import conversations, message_key
from b2b.conversations.views.remarks import beside
from b2b.web import aside, live
from b2b.web.guard import requires
from b2b.web.pages import render
from b2b.web.transactions import current_actor


@conversations.get("/gesprekken/<ref:conversation>/nieuw")
@requires(Permission.Conversation.READ, on=Conversation)
def fresh(conversation: Conversation) -> Any:
    """The messages after the one in the address; 304 as long as nothing is said."""
    after = request.args.get("na", type=message_key) or queries.LAST_ID
    news = queries.news(g.work, conversation, current_actor().member_id or 0, after)
    whole = url_for("conversations.show", conversation=conversation.reference)
    return live.part(news, lambda: _drawn(conversation, news), whole)


def _drawn(conversation: Conversation, news: News) -> str:
    me = current_actor().member_id or 0
    if any(not line.mine for line in news.lines):
        aside.seen(lambda work: service.mark_read(work, conversation.id or 0, me))
    remarks = beside(g.work, current_actor(), news.lines)
    return render("conversations/new.html", name=news.other_name, lines=news.lines, beside=remarks)
