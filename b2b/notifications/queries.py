"""Questions about messages to people."""

from b2b.core.db import Work
from b2b.notifications.models import Notification


def notification(work: Work, notification_id: int) -> Notification | None:
    """Return one message, or None when it was forgotten."""
    return work.get(Notification, notification_id)
