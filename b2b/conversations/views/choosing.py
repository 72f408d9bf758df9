"""Choose who helps (or whom to help), and let go again: each with a page that says what it means."""

from typing import Any

from flask import flash, g, redirect, url_for

from b2b.authz.permissions import Permission
from b2b.consent.match import Match
from b2b.conversations import queries, service
from b2b.conversations.queries import Conversation
from b2b.conversations.rules import ConversationState
from b2b.conversations.views.base import conversations
from b2b.core.words import N_
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.transactions import current_actor


@conversations.get("/gesprekken/<ref:conversation>/kiezen")
@requires(Permission.Conversation.CHOOSE, on=Conversation)
def choose(conversation: Conversation) -> Any:
    """Say what choosing this person means, and ask."""
    if conversation.state is ConversationState.CHOSEN:
        return _back(conversation)
    service.check_choosable(queries.post_of(g.work, conversation), conversation)
    return _ask("conversations/choose.html", conversation, match=_match(conversation))


@conversations.post("/gesprekken/<ref:conversation>/kiezen")
@requires(Permission.Conversation.CHOOSE, on=Conversation)
def do_choose(conversation: Conversation) -> Any:
    """Choose this person, after reading what nobody checks; the first of two quick choosers wins."""
    match = _match(conversation)
    if not match.agreed(g.work):
        return _ask("conversations/choose.html", conversation, status=422, match=match, form=match.form)
    service.choose(g.work, conversation)
    flash(N_("Gekozen. Spreek nu samen een moment af."), "ok")
    return _back(conversation)


@conversations.get("/gesprekken/<ref:conversation>/loslaten")
@requires(Permission.Conversation.WRITE, on=Conversation)
def release(conversation: Conversation) -> Any:
    """Say what letting go (or stepping back) means, and ask."""
    if conversation.state is not ConversationState.CHOSEN:
        return _back(conversation)
    return _ask("conversations/release.html", conversation)


@conversations.post("/gesprekken/<ref:conversation>/loslaten")
@requires(Permission.Conversation.WRITE, on=Conversation)
def do_release(conversation: Conversation) -> Any:
    """Let go: the post is open again."""
    service.release(g.work, conversation, current_actor().member_id or 0)
    flash(N_("Dat is geregeld. Het bericht staat weer open."), "ok")
    return _back(conversation)


def _ask(template: str, conversation: Conversation, *, status: int = 200, **more: Any) -> Any:
    me = current_actor().member_id or 0
    reading = queries.reading(g.work, conversation, me)
    known: dict[str, Any] = {
        "conversation": conversation,
        "reading": reading,
        "is_author": me == conversation.author_id,
    }
    return page(template, status=status, **known, **more)


def _match(conversation: Conversation) -> Match:
    post, me = queries.post_of(g.work, conversation), current_actor().member_id or 0
    return Match.of(g.work, conversation.municipality_id, post.categories, me)


def _back(conversation: Conversation) -> Any:
    return redirect(url_for("conversations.show", conversation=conversation.reference), 303)
