"""Single messages, and what somebody wishes of our mail."""

from sqlmodel import col, select

from b2b.core.db import Work
from b2b.notifications.models import MailPreference, Notification
from b2b.notifications.rules.news import Wishes


def notification(work: Work, notification_id: int) -> Notification | None:
    """Return one message, or None when it was forgotten."""
    return work.get(Notification, notification_id)


def reader_of(work: Work, notification_id: int) -> int:
    """Return whose message this is; 0 when it was forgotten."""
    found = notification(work, notification_id)
    return found.member_id if found else 0


def by_reference(work: Work, reference: str) -> Notification | None:
    """Return the message with this reference ("J-…")."""
    return work.exec(select(Notification).where(col(Notification.reference) == reference)).first()


def wishes(work: Work, member_id: int) -> Wishes:
    """Return what this member wishes of our mail; the defaults for who never said anything."""
    found = select(
        col(MailPreference.important),
        col(MailPreference.rest),
        col(MailPreference.paused),
        col(MailPreference.paused_until),
    ).where(col(MailPreference.member_id) == member_id)
    row = work.exec(found).first()
    return Wishes() if row is None else Wishes(*row)
