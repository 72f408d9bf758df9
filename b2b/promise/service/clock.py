"""The clock of a request: it begins when neighbours can see it, and stops the moment somebody is found or it is over.

Whoever changes a promise holds its post first (`posts` does so in each of its verbs), so that nobody waits in a circle.
"""

from datetime import datetime

from b2b.agreements import queries as meetings
from b2b.agreements.events import NobodyCame
from b2b.conversations import queries as talks
from b2b.conversations.events import ResponseGiven
from b2b.conversations.rules import ResponseKind
from b2b.core.db import Work, lock
from b2b.core.history import move
from b2b.handoff import queries as handoffs
from b2b.handoff.events import HandedOver
from b2b.municipalities.queries import setting, working_week
from b2b.posts import queries as posts
from b2b.posts.events import (
    PostClosed,
    PostHidden,
    PostMatched,
    PostPlaced,
    PostReopened,
    PostSetAside,
    PostSubmitted,
)
from b2b.posts.queries import Post
from b2b.posts.rules import PostKind, PostState
from b2b.promise import queries
from b2b.promise.models import Promise
from b2b.promise.rules import (
    HOURS,
    HOURS_BY_KIND,
    PROMISE_LIFECYCLE,
    InvitationAnswer,
    NotSearching,
    PromiseAction,
    PromiseState,
)
from b2b.promise.rules.ladder import USUAL_HOURS, Term, planned, term_of
from b2b.promise.service.no_shows import remember_no_show

CAN_HELP = (ResponseKind.YES, ResponseKind.PARTLY)
"""Reactions that give the asker somebody to choose; a question or a name does not stop the search."""


def term(work: Work, post: Post, *, urgent: bool) -> Term:
    """Return within how long the asker of this request hears something, as the municipality chose."""
    chosen = setting(work, post.municipality_id, HOURS, USUAL_HOURS)
    by_kind = setting(work, post.municipality_id, HOURS_BY_KIND, {})
    usual = term_of(chosen, by_kind, post.category)
    return Term(usual.hours, urgent=True) if urgent else usual


def plan_of(work: Work, post: Post, urgent: bool, begun_at: datetime) -> tuple[datetime, ...]:
    """Return when each rung is due for this request, by the calendar of its municipality."""
    return planned(term(work, post, urgent=urgent), begun_at, working_week(work, post.municipality_id))


def begin(work: Work, post: Post) -> None:
    """Start the clock of an open request, or start it again; one that runs goes on as it was."""
    if post.kind is not PostKind.REQUEST or post.state is not PostState.OPEN:
        return
    found = queries.promise_of(work, post.id or 0)
    if found is None:
        found = _new(work, post, PromiseState.RUNNING)
    else:
        lock(work, found)
        if found.state is PromiseState.RUNNING:
            return
        move(work, found, PROMISE_LIFECYCLE, PromiseAction.BEGIN)
    plan = plan_of(work, post, found.urgent, work.now())
    found.round, found.step, found.stopped_at = found.round + 1, 0, None
    found.begun_at, found.next_at, found.due_at = work.now(), plan[0], plan[-1]


def go_on(work: Work, post: Post) -> None:
    """The asker wants somebody else than who answered, or goes on waiting: a new round. Twice is one."""
    lock(work, post)
    if post.state is not PostState.OPEN:
        raise NotSearching()
    begin(work, post)


def stop(work: Work, post_id: int) -> None:
    """Nobody is asked any more for this request. Twice changes nothing."""
    found = queries.promise_of(work, post_id)
    if found is None:
        return
    lock(work, found)
    found.urgent, found.next_at = False, None
    if found.state is not PromiseState.STOPPED:
        move(work, found, PROMISE_LIFECYCLE, PromiseAction.STOP)
        found.stopped_at = work.now()


def follow_open(work: Work, event: PostPlaced | PostReopened) -> None:
    """A request can be seen by neighbours: its clock begins."""
    post = posts.post(work, event.post_id)
    if post is not None:
        begin(work, post)


def follow_over(work: Work, event: PostMatched | PostClosed | PostHidden | PostSetAside | PostSubmitted) -> None:
    """Somebody was chosen, or nobody may see it now: the search stops at once."""
    stop(work, event.post_id)


def follow_handed_over(work: Work, event: HandedOver) -> None:
    """The municipality looks at it now: neighbours are left in peace."""
    post_id = handoffs.by_id(work, event.handoff_id).post_id
    if post_id is not None:
        stop(work, post_id)


def follow_answer(work: Work, event: ResponseGiven) -> None:
    """Somebody can help: the asker has a choice, so nobody else is asked. An invitation is answered with it."""
    talk = talks.conversation(work, event.conversation_id)
    if talk is None or talk.response not in CAN_HELP:
        return
    asked = queries.own_invitation(work, talk.post_id, talk.responder_id)
    if asked is not None and asked.answer is not InvitationAnswer.YES:
        asked.answer, asked.answered_at = InvitationAnswer.YES, work.now()
    found = queries.promise_of(work, talk.post_id)
    if found is not None:
        lock(work, found)
        if PROMISE_LIFECYCLE.allows(found.state, PromiseAction.ANSWER):
            move(work, found, PROMISE_LIFECYCLE, PromiseAction.ANSWER)
            found.next_at = None


def follow_no_show(work: Work, event: NobodyCame) -> None:
    """Nobody came: when the request opens again, a moment later, it is urgent."""
    meeting = meetings.agreement(work, event.agreement_id)
    post = posts.post(work, meeting.post_id) if meeting else None
    if meeting is None or post is None or post.kind is not PostKind.REQUEST:
        return
    found = queries.promise_of(work, post.id or 0) or _new(work, post, PromiseState.STOPPED)
    found.urgent = True
    remember_no_show(work, meeting)


def _new(work: Work, post: Post, state: PromiseState) -> Promise:
    now = work.now()
    found = Promise(
        municipality_id=post.municipality_id, post_id=post.id or 0, state=state, round=0, begun_at=now, due_at=now
    )
    work.add(found)
    return found
