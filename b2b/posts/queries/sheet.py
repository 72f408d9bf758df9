"""What hangs on a wall: the requests of a neighbourhood that anybody may read, without who asks."""

from typing import NamedTuple

from sqlalchemy import bindparam, select
from sqlmodel import col

from b2b.accounts.queries.shared import AWAY
from b2b.core.db import Work
from b2b.posts.models import Post
from b2b.posts.queries.cards import OPEN_POSTS
from b2b.posts.rules import PostKind


class WallRow(NamedTuple):
    """One request on paper: no name, no story, nothing that a passer-by could find somebody's door by."""

    reference: str
    title: str
    category: str
    when_words: str


_WALL = (
    select(col(Post.reference), col(Post.title), col(Post.category), col(Post.when_words))
    .join_from(OPEN_POSTS, Post, col(Post.id) == OPEN_POSTS.c.id)
    .where(
        OPEN_POSTS.c.neighbourhood_id == bindparam("hood"),
        OPEN_POSTS.c.kind == PostKind.REQUEST,
        col(Post.author_id).not_in(select(AWAY.c.id)),
    )
    .order_by(OPEN_POSTS.c.published_at.desc(), col(Post.id).desc())
    .limit(bindparam("most"))
)


def for_the_wall(work: Work, neighbourhood_id: int, most: int) -> list[WallRow]:
    """Return the newest open requests of a neighbourhood that are for everybody, at most `most`."""
    values = {"hood": neighbourhood_id, "most": most, "now": work.now()}
    return [WallRow._make(row) for row in work.connection().execute(_WALL, values)]
