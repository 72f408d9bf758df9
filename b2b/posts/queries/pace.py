"""When somebody placed posts: for the limits of the ladder of trust."""

from datetime import datetime

from sqlmodel import col, select

from b2b.core.db import Work
from b2b.posts.models import Post


def written_since(work: Work, author_id: int, since: datetime) -> list[datetime]:
    """Return when this author sent in posts after `since`, whatever became of them."""
    found = select(Post.created_at).where(col(Post.author_id) == author_id, col(Post.created_at) > since)
    return list(work.exec(found))
