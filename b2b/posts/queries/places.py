"""Which neighbourhoods cannot end yet, and how much was placed in each."""

from datetime import datetime

from sqlalchemy import func
from sqlmodel import col, select

from b2b.core.db import Work
from b2b.posts.models import Post
from b2b.posts.rules import PostState

ALIVE = (PostState.WAITING, PostState.CHANGE_ASKED, PostState.OPEN, PostState.MATCHED, PostState.HIDDEN)


def any_alive_in(work: Work, neighbourhood_id: int) -> bool:
    """Say whether a neighbourhood has posts that are not over yet."""
    found = select(Post.id).where(Post.neighbourhood_id == neighbourhood_id, col(Post.state).in_(ALIVE)).limit(1)
    return work.exec(found).first() is not None


def placed_since(work: Work, since: datetime) -> dict[tuple[int, int], int]:
    """Return how many posts were placed since then: (municipality, neighbourhood) -> number, of all places."""
    found = (
        select(Post.municipality_id, Post.neighbourhood_id, func.count())
        .where(col(Post.published_at) > since)
        .group_by(col(Post.municipality_id), col(Post.neighbourhood_id))
    )
    return {(town, hood): number for town, hood, number in work.exec(found)}
