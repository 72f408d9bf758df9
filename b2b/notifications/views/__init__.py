"""Pages about messages and background work."""

from b2b.notifications.views import inbox, mailbox, operating, previewing, pushing, unsubscribing, wishing  # noqa: F401 - they add their pages to the blueprint
from b2b.notifications.views.base import notifications

__all__ = ["notifications"]
