"""Which neighbourhoods cannot end yet."""

from sqlmodel import col, select

from b2b.core.db import Work
from b2b.posts.models import Post
from b2b.posts.rules import PostState

ALIVE = (PostState.WAITING, PostState.CHANGE_ASKED, PostState.OPEN, PostState.MATCHED, PostState.HIDDEN)


def any_alive_in(work: Work, neighbourhood_id: int) -> bool:
    """Say whether a neighbourhood has posts that are not over yet."""
    found = select(Post.id).where(Post.neighbourhood_id == neighbourhood_id, col(Post.state).in_(ALIVE)).limit(1)
    return work.exec(found).first() is not None
