"""Forms of review: a moderator's decision, anybody's notice."""

from b2b.moderation.forms.deciding import DecideForm
from b2b.moderation.forms.noticing import NoticeForm

__all__ = ["DecideForm", "NoticeForm"]
