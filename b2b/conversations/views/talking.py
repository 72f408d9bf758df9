"""React to a post, read and write: the pages that people use most."""

from functools import partial
from typing import Any

from flask import flash, g, redirect, request, url_for

from b2b.accounts import queries as people
from b2b.accounts.rules.pace import NotYetAllowed
from b2b.authz.permissions import Permission
from b2b.conversations import queries, service
from b2b.conversations.forms import AnswerForm, SendForm
from b2b.conversations.queries import Conversation
from b2b.conversations.rules import STATE_WORDS, ConversationState, response_words
from b2b.conversations.views.base import conversations, message_key
from b2b.conversations.views.panels import conversation_panels
from b2b.conversations.views.remarks import beside
from b2b.core.errors import TooFast
from b2b.core.words import N_
from b2b.posts.queries import Post
from b2b.web import aside, refusals, screening, typed
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.paging import read_cursor
from b2b.web.ratelimits import limiter
from b2b.web.transactions import current_actor


@conversations.get("/gesprekken")
@requires(Permission.Self.SEE)
def index() -> Any:
    """Everybody this member talks with, newest first."""
    me = current_actor().member_id or 0
    rows, older = queries.inbox(g.work, me, read_cursor(request.args.get("voor")))
    first = request.args.get("voor") is None
    return page(
        "conversations/index.html", rows=rows, older=older, first=first, states=STATE_WORDS, said=response_words
    )


@conversations.get("/berichten/<ref:post>/reageren")
@requires(Permission.Post.ANSWER, on=Post)
def answer(post: Post) -> Any:
    """Ask what somebody wants to say to a post; who reacted before goes on in the conversation."""
    me = current_actor().member_id or 0
    service.check_open(g.work, post, me)
    if reference := queries.own_reaction(g.work, post.id or 0, me):
        return redirect(url_for("conversations.show", conversation=reference), 303)
    return _ask_answer(post, AnswerForm(post.kind, formdata=typed.kept()))


@conversations.post("/berichten/<ref:post>/reageren")
@requires(Permission.Post.ANSWER, on=Post)
@limiter.limit("30/hour")
def give_answer(post: Post) -> Any:
    """React: this opens a conversation with the author of the post."""
    form = AnswerForm(post.kind)
    if not form.validate() or not screening.passes(form, "body", place="message"):
        return _ask_answer(post, form, 422)
    try:
        conversation = service.answer(g.work, post, current_actor().member_id or 0, form.command())
    except (TooFast, NotYetAllowed) as refusal:
        return refusals.kept(refusal, form, partial(_ask_answer, post))
    typed.forget()
    flash(N_("Je bericht is verstuurd. Je krijgt een mail als er antwoord is."), "ok")
    return redirect(url_for("conversations.show", conversation=conversation.reference), 303)


def _ask_answer(post: Post, form: AnswerForm, status: int = 200) -> Any:
    at_desk = people.is_without_address(g.work, post.author_id)
    return page(
        "conversations/answer.html", status=status, post=post, form=form, at_desk=at_desk, errors=status != 200
    )


@conversations.get("/gesprekken/<ref:conversation>")
@requires(Permission.Conversation.READ, on=Conversation)
def show(conversation: Conversation) -> Any:
    """One conversation: what it is about, what was said, what can be done now."""
    return _page(conversation, SendForm(formdata=typed.kept()))


@conversations.post("/gesprekken/<ref:conversation>/sturen")
@requires(Permission.Conversation.WRITE, on=Conversation)
@limiter.limit("240/hour")
def send(conversation: Conversation) -> Any:
    """Write in a conversation."""
    form = SendForm()
    if not form.validate() or not screening.passes(form, "body", place=_place(conversation)):
        return _page(conversation, form, status=422)
    try:
        service.send(g.work, conversation, current_actor().member_id or 0, form.command())
    except (TooFast, NotYetAllowed) as refusal:
        return refusals.kept(refusal, form, partial(_page, conversation))
    typed.forget()
    return redirect(url_for("conversations.show", conversation=conversation.reference, _anchor="laatste"), 303)


def _page(conversation: Conversation, form: SendForm, status: int = 200) -> Any:
    me = current_actor().member_id or 0
    before = request.args.get("voor", type=message_key) or queries.LAST_ID
    reading = queries.reading(g.work, conversation, me, before)
    if status == 200 and (reading.unread or current_actor().unread):
        aside.seen(lambda work: service.mark_read(work, conversation.id or 0, me))
    return page(
        "conversations/show.html",
        fragment="talk" if status in (200, 422) else None,  # any other refusal takes the place of the whole page
        status=status,
        conversation=conversation,
        reading=reading,
        is_newest=before == queries.LAST_ID,
        is_author=me == conversation.author_id,
        said=response_words(reading.post_kind, conversation.response),
        form=form,
        panels=conversation_panels(g.work, current_actor(), conversation),
        beside=beside(g.work, current_actor(), reading.lines),
        errors=bool(form.errors),
    )


def _place(conversation: Conversation) -> str:
    """Who was chosen may give a telephone number: that is what the conversation is for then."""
    return "appointed" if conversation.state is ConversationState.CHOSEN else "message"
