"""Posts go along when the map of the municipality changes."""

from sqlalchemy import update
from sqlmodel import col

from b2b.core.db import Work
from b2b.municipalities.events import NeighbourhoodEnded
from b2b.posts.models import Post
from b2b.posts.queries.places import ALIVE
from b2b.posts.service.steps import bump


def follow_ended_neighbourhood(work: Work, event: NeighbourhoodEnded) -> None:
    """Move the posts that are not over to what came in the place of their neighbourhood; the others stay in history."""
    if not event.successor_ids:
        return
    heir = event.successor_ids[0]
    moved = update(Post).where(col(Post.neighbourhood_id) == event.neighbourhood_id, col(Post.state).in_(ALIVE))
    work.connection().execute(moved.values(neighbourhood_id=heir))
    bump(work, heir)
