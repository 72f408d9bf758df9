"""What is counted of asking: facts of one municipality in one period. Hours and parts are worked out here, not in SQL,
so that both databases say the same."""

from collections import defaultdict
from datetime import timedelta
from typing import Any

from sqlalchemy import Select, func, select
from sqlmodel import col

from b2b.agreements.models import Agreement
from b2b.conversations.models import Conversation
from b2b.conversations.rules import ResponseKind
from b2b.core.db import Work
from b2b.core.history import Move
from b2b.handoff.models import Handoff
from b2b.handoff.rules import HandoffState, Helped
from b2b.insights.queries.span import Span, hours, single
from b2b.insights.rules.facts import Fact
from b2b.posts.models import Post
from b2b.posts.rules import PostKind
from b2b.promise.models import Promise

CAN_HELP = (ResponseKind.YES, ResponseKind.PARTLY)
PATIENCE = timedelta(days=14)
"""A request that has nobody after this is unmet."""
LONG_AGO = timedelta(days=200)
"""Requests placed longer ago than this are over: they get no first answer any more."""
FOUND = ("match", "fulfil")
TAKEN_AWAY = ("withdraw", "hide")


def _of_requests(*more: Any) -> Select[Any]:
    return select(col(Post.id), col(Post.neighbourhood_id), col(Post.author_id), col(Post.category), *more).where(
        col(Post.kind) == PostKind.REQUEST
    )


def requests(work: Work, span: Span) -> list[Fact]:
    """Return the requests that were placed, quiet ones apart."""
    found = _of_requests(col(Post.quiet)).where(span.here(Post), span.holds(Post.published_at))
    return [
        Fact(span.hood(row.neighbourhood_id), str(row.author_id), "quiet" if row.quiet else "seen", row.category)
        for row in work.execute(found)
    ]


def answers(work: Work, span: Span) -> list[Fact]:
    """Return the requests whose promised moment lies in the period: answered by a neighbour who can help, or not.

    One that was stopped before, without an answer, was taken back or handed over: it is left out.
    """
    first = (
        select(func.min(Conversation.created_at))
        .where(
            col(Conversation.post_id) == col(Post.id),
            col(Conversation.response).in_(CAN_HELP),
            col(Conversation.created_at) >= col(Promise.begun_at),
        )
        .scalar_subquery()
        .label("first")
    )
    found = (
        _of_requests(col(Promise.due_at), col(Promise.stopped_at), first)
        .join(Promise, col(Promise.post_id) == col(Post.id))
        .where(span.here(Promise), span.holds(Promise.due_at))
    )
    facts = []
    for row in work.execute(found):
        in_time = row.first is not None and row.first <= row.due_at
        if in_time or row.stopped_at is None or row.stopped_at >= row.due_at:
            part = "in_time" if in_time else "late"
            facts.append(Fact(span.hood(row.neighbourhood_id), str(row.author_id), part, row.category))
    return facts


def first_answer(work: Work, span: Span) -> list[Fact]:
    """Return the requests that got their first answer in the period, with the hours it took."""
    first = func.min(Conversation.created_at).label("first")
    found = (
        _of_requests(col(Post.published_at), first)
        .join(Conversation, col(Conversation.post_id) == col(Post.id))
        .where(
            span.here(Post),
            col(Post.published_at) >= span.start - LONG_AGO,
            col(Conversation.response).in_(CAN_HELP),
        )
        .group_by(*_EACH, col(Post.published_at))
        .having(span.holds(first))
    )
    return _waited(work, span, found)


def first_agreement(work: Work, span: Span) -> list[Fact]:
    """Return the requests that got their first appointment in the period, with the hours it took."""
    first = func.min(Move.at).label("first")
    found = (
        _of_requests(col(Post.published_at), first)
        .join(Agreement, col(Agreement.post_id) == col(Post.id))
        .join(Move, col(Move.thing_id) == col(Agreement.id))
        .where(
            span.here(Post),
            col(Post.published_at) >= span.start - LONG_AGO,
            col(Move.thing) == "agreement",
            col(Move.action) == "accept",
        )
        .group_by(*_EACH, col(Post.published_at))
        .having(span.holds(first))
    )
    return _waited(work, span, found)


_EACH = (col(Post.id), col(Post.neighbourhood_id), col(Post.author_id), col(Post.category))


def _waited(work: Work, span: Span, found: Select[Any]) -> list[Fact]:
    return [
        Fact(
            span.hood(row.neighbourhood_id),
            str(row.author_id),
            category=row.category,
            hours=hours(row.published_at, row.first),
        )
        for row in work.execute(found)
    ]


def unmet(work: Work, span: Span) -> list[Fact]:
    """Return the requests that had nobody when PATIENCE was over, in the period; who took it back is left out."""
    found = _of_requests(col(Post.published_at)).where(
        span.here(Post),
        col(Post.published_at) >= span.start - PATIENCE,
        col(Post.published_at) < span.end - PATIENCE,
        col(Post.published_at) <= work.now() - PATIENCE,
    )
    rows = list(work.execute(found))
    steps = select(col(Move.thing_id), col(Move.at)).where(
        span.here(Move),
        col(Move.thing) == "post",
        col(Move.action).in_((*FOUND, *TAKEN_AWAY)),
        col(Move.at) >= span.start - PATIENCE,
        col(Move.at) < span.end,
    )
    over = defaultdict(list)
    for key, at in work.execute(steps):
        over[key].append(at)
    return [
        Fact(span.hood(row.neighbourhood_id), str(row.author_id), category=row.category)
        for row in rows
        if not any(row.published_at <= at <= row.published_at + PATIENCE for at in over[row.id])
    ]


def handed_over(work: Work, span: Span) -> list[Fact]:
    """Return the questions that residents asked the municipality."""
    found = select(col(Handoff.neighbourhood_id), col(Handoff.member_id))
    return single(work, span, found.where(span.here(Handoff), span.holds(Handoff.created_at)))


def handed_back(work: Work, span: Span) -> list[Fact]:
    """Return the questions that were brought to an end, with what the resident says of it."""
    found = select(col(Handoff.neighbourhood_id), col(Handoff.member_id), col(Handoff.helped)).where(
        span.here(Handoff),
        span.holds(Handoff.closed_at),
        col(Handoff.state).in_((HandoffState.DONE, HandoffState.RETURNED)),
    )
    return [
        Fact(span.hood(hood), str(member), "helped" if helped in (Helped.YES, Helped.PARTLY) else "not_helped")
        for hood, member, helped in work.execute(found)
    ]
