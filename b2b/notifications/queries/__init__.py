"""Questions about messages to people."""

from b2b.notifications.models import MailPreference, Notification, PushSubscription
from b2b.notifications.queries.digests import for_digest, told_about, waiting_for_digest
from b2b.notifications.queries.inbox import InboxRow, Unread, inbox, unread, unread_of, unread_of_members
from b2b.notifications.queries.pushing import has_push, push_of, to_push
from b2b.notifications.queries.things import by_reference, notification, reader_of, wishes
from b2b.notifications.rules.news import Wishes

__all__ = [
    "InboxRow",
    "MailPreference",
    "Notification",
    "PushSubscription",
    "Unread",
    "Wishes",
    "by_reference",
    "for_digest",
    "has_push",
    "inbox",
    "notification",
    "push_of",
    "reader_of",
    "to_push",
    "told_about",
    "unread",
    "unread_of",
    "unread_of_members",
    "waiting_for_digest",
    "wishes",
]
