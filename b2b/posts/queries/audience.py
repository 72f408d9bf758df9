"""Who a post is for: the one condition that every list, search and count of posts hangs on.

`authz.predicates.meant_for` says the same about one post that was loaded.
"""

from typing import Any

from sqlalchemy import true
from sqlmodel import col

from b2b.core.db import Work
from b2b.municipalities.queries import setting
from b2b.posts.models import Post
from b2b.posts.rules import AUDIENCE, Audience


def seen_by(*, proven: bool, posts: Any = None) -> Any:
    """Return the condition under which a reader sees a placed post; `posts` is another table of posts than Post.

    Who proved to live here sees all; everybody else what is for everybody.
    """
    if proven:
        return true()
    # Written as a bare column, so that the index of the feed answers it.
    return ~(posts.c.for_neighbours if posts is not None else col(Post.for_neighbours))


def usual_audience(work: Work, municipality_id: int) -> Audience:
    """Return what a municipality chose: what is filled in for authors, or that all posts are for neighbours."""
    chosen = setting(work, municipality_id, AUDIENCE, Audience.EVERYBODY)
    return Audience(chosen) if chosen in list(Audience) else Audience.EVERYBODY
