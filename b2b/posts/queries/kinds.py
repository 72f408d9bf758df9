"""Posts of one kind of help: the condition of every list that can be narrowed to one."""

from typing import Any

from sqlalchemy import bindparam, or_
from sqlmodel import col

from b2b.posts.models import Post
from b2b.posts.ticks import mark


def is_of_kind() -> Any:
    """Return the condition that a post is of the asked kind of help: its main one, or ticked besides. Values: `of_kind`."""
    # Both columns stand in the index of the feed; no index leads to either, so the order of the list stays the way in.
    return or_(col(Post.category) == bindparam("category"), col(Post.also).like(bindparam("ticked")))


def of_kind(category: str | None) -> dict[str, str | None]:
    """Return the values of that condition; all None when nothing is asked."""
    return {"category": category, "ticked": mark(category) if category else None}
