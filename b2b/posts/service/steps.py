"""What every verb of a post does: wait for its turn, move the state, tell the feed."""

from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import col

from b2b.core.db import Work, lock
from b2b.core.history import move
from b2b.posts.models import FeedVersion, Post
from b2b.posts.rules import POST_LIFECYCLE, PostAction


def step(work: Work, post: Post, action: PostAction) -> None:
    """Bring the post to its next state, or raise IllegalMove; the feed of its place changes with it."""
    lock(work, post)
    move(work, post, POST_LIFECYCLE, action)
    post.updated_at = work.now()
    post.version += 1
    bump(work, post.neighbourhood_id)


def bump(work: Work, neighbourhood_id: int) -> None:
    """Count a change of the neighbourhood's feed: caches, ETags and polls hang on this number."""
    insert = pg_insert if work.dialect == "postgresql" else sqlite_insert
    row = insert(FeedVersion).values(neighbourhood_id=neighbourhood_id, version=1)
    counted = row.on_conflict_do_update(
        index_elements=["neighbourhood_id"], set_={"version": col(FeedVersion.version) + 1}
    )
    work.connection().execute(counted)
