"""Pages of review: the moderator's queue and desk, anybody's notice, and what the municipality accounts for."""

from b2b.moderation.views import (
    claims,
    complaints,
    desk,
    managing,
    notices,
    openness,
    outside,
    oversight,
    reasons,
    recording,
    seeing,
    team,
)
from b2b.moderation.views.blueprint import moderation
from b2b.moderation.views.standing_still import only_what_is_theirs

__all__ = [
    "claims",
    "complaints",
    "desk",
    "managing",
    "moderation",
    "notices",
    "only_what_is_theirs",
    "openness",
    "outside",
    "oversight",
    "reasons",
    "recording",
    "seeing",
    "team",
]
