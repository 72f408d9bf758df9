"""Take the rungs that are due. A rung, who is asked and their mails are one transaction: all of it happened, or nothing."""

from datetime import timedelta
from typing import Any

from b2b.accounts import queries as people
from b2b.authz.predicates import Role
from b2b.core.db import Work, lock
from b2b.core.history import move
from b2b.handoff import queries as handoffs
from b2b.jobs.worker import Desk, Ticket
from b2b.notifications.service import notify
from b2b.posts import queries as posts
from b2b.posts.queries import Post
from b2b.posts.rules import PostState
from b2b.promise import queries
from b2b.promise.models import Promise, PromiseStep
from b2b.promise.rules import PROMISE_LIFECYCLE, PromiseAction, PromiseState
from b2b.promise.rules.ladder import LADDER, Rung, Step, next_moment, to_take
from b2b.promise.rules.waves import wave
from b2b.promise.service.clock import plan_of, stop
from b2b.promise.service.inviting import invite

BATCH = 100
LIES_STILL = timedelta(days=1)
"""How long a rung waits whose asker may not or will not take part now."""


def climb(work: Work, promise_id: int) -> bool:
    """Take the rung that is due, or all that is left of the ladder when its time is over; False when nothing is due."""
    found = queries.promise(work, promise_id)
    post = posts.post(work, found.post_id) if found else None
    if found is None or post is None:
        return False
    lock(work, post)
    lock(work, found)
    if found.state is not PromiseState.RUNNING or found.next_at is None or found.next_at > work.now():
        return False
    if post.state is not PostState.OPEN or handoffs.open_for_post(work, post.id or 0) is not None:
        stop(work, post.id or 0)
        return False
    author = people.member(work, post.author_id)
    if author is None or author.is_out(work.now()):
        found.next_at = work.now() + LIES_STILL  # nobody is asked about a request that nobody may see
        return False
    for step in to_take(found.step, found.due_at, work.now()):
        _take(work, found, post, step)
    return True


def climbing_job(desk: Desk, _ticket: Ticket, _payload: dict[str, Any]) -> None:
    """Take one due rung of each promise, each in a transaction of its own."""
    with desk.reading() as work:
        due = queries.due(work, BATCH)
    for promise_id in due:
        with desk.writing() as work:
            climb(work, promise_id)


def _take(work: Work, found: Promise, post: Post, step: Step) -> None:
    invited = _invite(work, post, step)
    if step.rung is Rung.MODERATOR:
        _ask_moderators(work, post)
    work.add(
        PromiseStep(
            municipality_id=found.municipality_id,
            promise_id=found.id or 0,
            round=found.round,
            rung=step.rung,
            invited=invited,
            at=work.now(),
        )
    )
    found.step = LADDER.index(step) + 1
    # What was promised to the asker stands, whatever the municipality chose since.
    plan = (*plan_of(work, post, found.urgent, found.begun_at)[:-1], found.due_at)
    found.next_at = next_moment(plan, found.step, work.now(), urgent=found.urgent)
    if step.rung is Rung.HANDOFF:
        move(work, found, PROMISE_LIFECYCLE, PromiseAction.OFFER)
        notify(work, post.author_id, "help-offered", municipality_id=post.municipality_id, post=post.id)


def _invite(work: Work, post: Post, step: Step) -> int:
    if not step.invites:
        return 0
    need = queries.need_of(work, post)
    asked = wave(step.rung, step.invites, queries.helpers_for(work, post), need, work.now())
    return sum(invite(work, post, helper.member_id, step.rung) for helper in asked)


def _ask_moderators(work: Work, post: Post) -> None:
    """Mail who can look for somebody: moderators of the neighbourhood, else those of everywhere."""
    town, hood = post.municipality_id, post.neighbourhood_id
    circles = (
        people.staff(work, Role.MODERATOR, town, hood),
        people.staff(work, Role.ADMINISTRATOR, town),
    )
    asked = next(([one for one in circle if one != post.author_id] for circle in circles if circle), [])
    for member_id in asked:
        notify(work, member_id, "somebody-wanted", municipality_id=town, post=post.id)
