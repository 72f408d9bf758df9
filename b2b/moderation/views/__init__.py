"""Pages of review: the moderator's queue and desk, and anybody's notice."""

from b2b.moderation.views import desk, notices
from b2b.moderation.views.blueprint import moderation

__all__ = ["desk", "moderation", "notices"]
