"""Who a post is for: the one condition that every list, search and count of posts hangs on.

`authz.predicates` says the same about one post that was loaded: `meant_for` and `loud`.
"""

from typing import Any

from sqlalchemy import and_
from sqlmodel import col

from b2b.core.db import Work
from b2b.municipalities.queries import setting
from b2b.posts.models import Post
from b2b.posts.rules import AUDIENCE, Audience


def seen_by(*, proven: bool) -> Any:
    """Return the condition under which a reader finds a placed post.

    Who proved to live here sees all but what was asked quietly; everybody else what is for everybody.
    Nobody finds a quiet request: who was asked has it from a mail, its author from their own list.
    """
    # Written as bare columns, so that the index of the feed answers it.
    loud = ~col(Post.quiet)
    return loud if proven else and_(loud, ~col(Post.for_neighbours))


def usual_audience(work: Work, municipality_id: int) -> Audience:
    """Return what a municipality chose: what is filled in for authors, or that all posts are for neighbours."""
    chosen = setting(work, municipality_id, AUDIENCE, Audience.EVERYBODY)
    return Audience(chosen) if chosen in list(Audience) else Audience.EVERYBODY
