"""The words of open posts, for who reads them all: a page at a time, by key."""

from typing import Any, NamedTuple

from sqlalchemy import bindparam, select
from sqlmodel import col

from b2b.core.db import Work
from b2b.posts.models import Post
from b2b.posts.rules import PostState

_TEXTS: Any = (
    select(
        col(Post.id),
        col(Post.municipality_id),
        col(Post.author_id),
        col(Post.category),
        col(Post.task),
        col(Post.title),
        col(Post.body),
    )
    .where(col(Post.state) == PostState.OPEN, col(Post.id) > bindparam("after"))
    .order_by(col(Post.id))
    .limit(bindparam("most"))
)


class OpenText(NamedTuple):
    """What an open post says, and whose it is."""

    id: int
    municipality_id: int
    author_id: int
    category: str
    task: str
    title: str
    body: str


def open_texts(work: Work, after: int, most: int) -> list[OpenText]:
    """Return open posts with a higher key than `after`, in the order of their keys."""
    rows = work.connection().execute(_TEXTS, {"after": after, "most": most})
    return [OpenText(*row) for row in rows]
