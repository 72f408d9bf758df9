"""Questions about messages to people."""

from b2b.notifications.models import MailPreference, Notification
from b2b.notifications.queries.inbox import InboxRow, inbox, unread_of
from b2b.notifications.queries.things import notification, wishes
from b2b.notifications.rules.news import Wishes

__all__ = ["InboxRow", "MailPreference", "Notification", "Wishes", "inbox", "notification", "unread_of", "wishes"]
