"""Tables of review, one file a subject; everybody imports them from here."""

from b2b.moderation.models.decisions import Decision
from b2b.moderation.models.items import ReviewItem
from b2b.moderation.models.notices import Notice

__all__ = ["Decision", "Notice", "ReviewItem"]
