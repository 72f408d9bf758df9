"""Asking one neighbour: that neighbour can say "not now", and the asker is led on at once."""

from typing import Any

from flask import flash, g, redirect, url_for

from b2b.authz.permissions import Permission
from b2b.authz.predicates import Actor
from b2b.conversations import queries, service
from b2b.conversations.queries import Conversation
from b2b.conversations.views.base import conversations
from b2b.core.db import Work
from b2b.core.words import N_
from b2b.matching import queries as finding
from b2b.matching.fitting import reader_of
from b2b.municipalities.queries import places
from b2b.posts import queries as posts
from b2b.posts import service as posting
from b2b.posts.rules import PostKind
from b2b.posts.wizard import Step, reachable
from b2b.web.guard import requires
from b2b.web.pages import render
from b2b.web.transactions import current_actor

NEXT = 3
LOOKED_AT = 10


@conversations.post("/gesprekken/<ref:conversation>/nu-even-niet")
@requires(Permission.Conversation.DECLINE, on=Conversation)
def not_now(conversation: Conversation) -> Any:
    """It does not suit whose offer it is."""
    service.say_not_now(g.work, conversation)
    flash(N_("Dankjewel voor je antwoord. We wijzen je buur op iemand anders."), "ok")
    return redirect(url_for("conversations.show", conversation=conversation.reference), 303)


@conversations.post("/gesprekken/<ref:conversation>/plaats-je-vraag")
@requires(Permission.Conversation.WRITE, on=Conversation)
def post_instead(conversation: Conversation) -> Any:
    """Begin a request with what was asked of this one neighbour, so that nothing is typed twice."""
    me = current_actor().member_id or 0
    drafts = posts.drafts_of(g.work, me, None)
    known = next((draft for draft in drafts if draft.answers.get("asked") == conversation.reference), None)
    draft = known or _begin(conversation, me)
    return redirect(
        url_for("posts.step", draft=draft.reference, step=reachable(Step.CHECK, draft.answers).value), 303
    )


def _begin(conversation: Conversation, me: int) -> Any:
    post, asked = queries.post_of(g.work, conversation), queries.first_message(g.work, conversation.id or 0)
    begun = {Step.WORDS.value: {"title": "", "body": asked.body if asked and asked.author_id == me else ""}}
    answers = {"category": post.category, "unfinished": begun, "asked": conversation.reference}
    town = conversation.municipality_id
    return posting.start_draft(g.work, town, PostKind.REQUEST, answers, member_id=me, browser_key=None)


def led_on_panel(work: Work, actor: Actor, conversation: Conversation) -> str | None:
    """Return, for who was told "not now", the next neighbours to ask and the way to ask everybody."""
    if conversation.not_now_at is None or actor.member_id != conversation.responder_id:
        return None
    post = queries.post_of(work, conversation)
    reader = reader_of(work, actor.member_id, actor.proven, post.municipality_id, actor.neighbourhood_id or 0)
    alike = finding.similar(work, post, reader, LOOKED_AT)
    before = queries.reacted_to(work, actor.member_id or 0, [row.id for row in alike])
    known = places(work, post.municipality_id)
    fitting = [(row, known.label(row.neighbourhood_id)) for row in alike if row.id not in before]
    return render("conversations/led_on.html", conversation=conversation, fitting=fitting[:NEXT])
