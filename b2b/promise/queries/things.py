"""Promises, rungs and invitations, one by one or per request."""

from datetime import datetime

from sqlalchemy import select
from sqlmodel import col

from b2b.core.db import Work
from b2b.posts.queries import Post
from b2b.posts.rules import PostState
from b2b.promise.models import HelpAsk, Promise, PromiseStep
from b2b.promise.rules import PromiseState
from b2b.promise.rules.ladder import LADDER, Rung

WANTED_MAX = 50


def promise_of(work: Work, post_id: int) -> Promise | None:
    """Return the clock of a request."""
    return work.scalars(select(Promise).where(col(Promise.post_id) == post_id)).first()


def is_urgent(work: Work, post_id: int) -> bool:
    """Say whether somebody did not come for this request, and help is wanted within a day."""
    found = promise_of(work, post_id)
    return found is not None and found.urgent


def promise(work: Work, promise_id: int) -> Promise | None:
    """Return a promise by its key."""
    return work.get(Promise, promise_id)


def due(work: Work, limit: int) -> list[int]:
    """Return the keys of up to `limit` promises whose next rung is due, the latest first."""
    found = (
        select(col(Promise.id))
        .where(col(Promise.state) == PromiseState.RUNNING, col(Promise.next_at) <= work.now())
        .order_by(col(Promise.next_at), col(Promise.id))
        .limit(limit)
    )
    return list(work.scalars(found))


def steps(work: Work, found: Promise) -> dict[Rung, PromiseStep]:
    """Return the rungs that were taken in this round."""
    taken = select(PromiseStep).where(col(PromiseStep.promise_id) == found.id, col(PromiseStep.round) == found.round)
    return {step.rung: step for step in work.scalars(taken)}


def invitation(work: Work, reference: str) -> HelpAsk | None:
    """Return an invitation by its reference."""
    return work.scalars(select(HelpAsk).where(col(HelpAsk.reference) == reference)).first()


def invitation_by_id(work: Work, invitation_id: int) -> HelpAsk | None:
    """Return an invitation by its key."""
    return work.get(HelpAsk, invitation_id)


def invited_to(work: Work, post_id: int) -> list[HelpAsk]:
    """Return who was asked for a request, the first first."""
    found = select(HelpAsk).where(col(HelpAsk.post_id) == post_id).order_by(col(HelpAsk.id))
    return list(work.scalars(found))


def own_invitation(work: Work, post_id: int, member_id: int) -> HelpAsk | None:
    """Return how this member was asked for a request."""
    found = select(HelpAsk).where(col(HelpAsk.post_id) == post_id, col(HelpAsk.member_id) == member_id)
    return work.scalars(found).first()


def asked_since(work: Work, member_ids: list[int], since: datetime) -> list[HelpAsk]:
    """Return the invitations of these members after `since`."""
    found = select(HelpAsk).where(col(HelpAsk.member_id).in_(member_ids), col(HelpAsk.created_at) > since)
    return list(work.scalars(found)) if member_ids else []


def wanted(work: Work, municipality_id: int, hoods: frozenset[int] | None) -> list[tuple[Promise, Post]]:
    """Return open requests for which a moderator looks for somebody, the oldest first; `hoods` None: everywhere."""
    moderators_turn = next(at for at, step in enumerate(LADDER) if step.rung is Rung.MODERATOR) + 1
    found = (
        select(Promise, Post)
        .join(Post, col(Post.id) == col(Promise.post_id))
        .where(
            col(Promise.municipality_id) == municipality_id,
            col(Promise.state).in_([PromiseState.RUNNING, PromiseState.OFFERED]),
            col(Promise.step) >= moderators_turn,
            col(Post.state) == PostState.OPEN,
        )
        .order_by(col(Promise.begun_at), col(Promise.id))
        .limit(WANTED_MAX)
    )
    if hoods is not None:
        found = found.where(col(Post.neighbourhood_id).in_(sorted(hoods)))
    return [(row[0], row[1]) for row in work.execute(found)]


def unmet(work: Work, before: datetime) -> list[tuple[Post, datetime]]:
    """Return open requests for which help was looked for since before this moment, and since when; all places."""
    found = (
        select(Post, col(Promise.begun_at))
        .join(Post, col(Post.id) == col(Promise.post_id))
        .where(
            col(Promise.state).in_([PromiseState.RUNNING, PromiseState.OFFERED]),
            col(Promise.begun_at) < before,
            col(Post.state) == PostState.OPEN,
        )
        .order_by(col(Promise.begun_at), col(Promise.id))
    )
    return [(row[0], row[1]) for row in work.execute(found)]
