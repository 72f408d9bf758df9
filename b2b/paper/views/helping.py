"""One neighbour who reacted: read what was said, pass words on, choose on somebody's behalf."""

from functools import partial
from typing import Any

from flask import flash, g

from b2b.accounts.queries import Member
from b2b.accounts.rules.pace import NotYetAllowed
from b2b.agreements.rules import STANDING, can_tell, is_shareable
from b2b.agreements.rules import STATE_WORDS as MEETING_WORDS
from b2b.authz.permissions import Permission
from b2b.consent.match import Match
from b2b.conversations import queries as talks
from b2b.conversations import service as talking
from b2b.conversations.forms import SendForm
from b2b.conversations.queries import Conversation
from b2b.conversations.rules import STATE_WORDS, ConversationState, response_words
from b2b.core.errors import TooFast
from b2b.core.words import N_
from b2b.paper import queries, service
from b2b.paper.views.blueprint import back_to_talk, paper, talk_of
from b2b.posts.rules import PostState
from b2b.web import refusals, screening
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.ratelimits import limiter


@paper.get("/balie/<ref:member>/gesprekken/<ref:conversation>")
@requires(Permission.Paper.READ, on=Member)
def talk(member: Member, conversation: str) -> Any:
    """Show what a neighbour wrote, to read aloud or to print, and what can be done now."""
    return _talk(member, talk_of(member, conversation), SendForm())


@paper.post("/balie/<ref:member>/gesprekken/<ref:conversation>/doorgeven")
@requires(Permission.Paper.SERVE, on=Member)
@limiter.limit("240/hour")
def say(member: Member, conversation: str) -> Any:
    """Pass on what this person says."""
    found, form = talk_of(member, conversation), SendForm()
    place = "appointed" if found.state is ConversationState.CHOSEN else "message"
    if not form.validate() or not screening.passes(form, "body", place=place):
        return _talk(member, found, form, 422)
    try:
        service.say(g.work, member, found, form.command())
    except (TooFast, NotYetAllowed) as refusal:
        return refusals.kept(refusal, form, partial(_talk, member, found))
    return back_to_talk(member, found.reference)


@paper.get("/balie/<ref:member>/gesprekken/<ref:conversation>/kiezen")
@requires(Permission.Paper.SERVE, on=Member)
def choose(member: Member, conversation: str) -> Any:
    """Say what is read aloud before somebody is chosen."""
    found = talk_of(member, conversation)
    if found.state is ConversationState.CHOSEN:
        return back_to_talk(member, found.reference)
    talking.check_choosable(talks.post_of(g.work, found), found)
    return _ask(member, found, match_of(member, found))


@paper.post("/balie/<ref:member>/gesprekken/<ref:conversation>/kiezen")
@requires(Permission.Paper.SERVE, on=Member)
def do_choose(member: Member, conversation: str) -> Any:
    """Choose who helps, as this person said."""
    found = talk_of(member, conversation)
    match = match_of(member, found)
    if not match.agreed(g.work):
        return _ask(member, found, match, 422)
    service.choose(g.work, member, found)
    flash(N_("Gekozen. Spreek nu een moment af."), "ok")
    return back_to_talk(member, found.reference)


def match_of(member: Member, conversation: Conversation) -> Match:
    """Return what this person hears before coming together with somebody."""
    post = talks.post_of(g.work, conversation)
    return Match.of(g.work, member.municipality_id, post.categories, member.id or 0)


def _ask(member: Member, conversation: Conversation, match: Match, status: int = 200) -> Any:
    shown = queries.talk_of(g.work, member.id or 0, conversation)
    return page("paper/choose.html", status=status, errors=status == 422, member=member, talk=shown, match=match)


def _talk(member: Member, conversation: Conversation, form: SendForm, status: int = 200) -> Any:
    shown = queries.talk_of(g.work, member.id or 0, conversation)
    meeting, now = shown.agreement, g.work.now()
    stands = meeting is not None and meeting.state in STANDING
    return page(
        "paper/talk.html",
        status=status,
        errors=status != 200,
        member=member,
        talk=shown,
        said=response_words(shown.reading.post_kind, conversation.response),
        state=STATE_WORDS[conversation.state],
        can_choose=shown.reading.post_state is PostState.OPEN and conversation.state is not ConversationState.CLOSED,
        can_propose=conversation.state is ConversationState.CHOSEN,
        stands=stands,
        is_ahead=meeting is not None and meeting.starts_at > now,
        meeting_state=MEETING_WORDS[meeting.state] if meeting else None,
        can_tell=meeting is not None and can_tell(meeting.state, meeting.starts_at, now),
        shareable=meeting is not None and is_shareable(meeting.state, meeting.starts_at, now),
        form=form,
    )
