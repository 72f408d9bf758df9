"""What waits for a moderator goes along when the map of the municipality changes."""

from sqlalchemy import update
from sqlmodel import col

from b2b.core.db import Work
from b2b.moderation.models import ReviewItem
from b2b.moderation.rules import ReviewState
from b2b.municipalities.events import NeighbourhoodEnded


def follow_ended_neighbourhood(work: Work, event: NeighbourhoodEnded) -> None:
    """Move what still waits to what came in the place of its neighbourhood; what was decided stays in history."""
    if event.successor_ids:
        waiting = update(ReviewItem).where(
            col(ReviewItem.neighbourhood_id) == event.neighbourhood_id, col(ReviewItem.state) == ReviewState.WAITING
        )
        work.connection().execute(waiting.values(neighbourhood_id=event.successor_ids[0]))
