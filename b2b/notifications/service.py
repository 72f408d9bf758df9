"""Tell people: write down what they should hear, and let a job say it after the commit."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import delete, select, update
from sqlmodel import col

from b2b.core.db import Work
from b2b.jobs.letters import mail_to
from b2b.jobs.service import enqueue
from b2b.notifications.models import Notification
from b2b.notifications.rules import KEEP, event_name

__all__ = ["mail_to", "mark_failed", "mark_mailed", "notify", "purge", "telling"]


def notify(work: Work, member_id: int, event: str, *, municipality_id: int, **ids: Any) -> Notification:
    """Tell a member about `event` (a folder in templates/mail) by mail.

    `ids` say what it is about; the words are looked up when the mail is written, so that
    nobody gets news that is no longer true.
    """
    notification = Notification(
        municipality_id=municipality_id,
        member_id=member_id,
        event=event_name(event),
        subject=ids,
        created_at=work.now(),
    )
    work.add(notification)
    work.flush()  # the job names the row
    enqueue(work, "mail:send", {"notification_id": notification.id})
    return notification


def telling(mail: str, *ids: str) -> Callable[[Work, Any], None]:
    """Return a reaction that tells the member of an event by `mail`; `ids` are what the words need of it.

    For features on a floor below this one, whose events carry `member_id` and `municipality_id`.
    """

    def tell(work: Work, event: Any) -> None:
        about = {name: getattr(event, name) for name in ids}
        notify(work, event.member_id, mail, municipality_id=event.municipality_id, **about)

    return tell


def mark_mailed(work: Work, notification_id: int) -> None:
    """Remember that the mail was taken by a mail server."""
    _mark(work, notification_id, mailed_at=work.now(), failed_at=None)


def mark_failed(work: Work, notification_id: int) -> None:
    """Remember that the mail will not arrive, unless an operator tries again."""
    _mark(work, notification_id, failed_at=work.now())


def purge(work: Work, limit: int = 1000) -> int:
    """Forget up to `limit` messages older than KEEP; return how many went."""
    old = select(col(Notification.id)).where(col(Notification.created_at) < work.now() - KEEP).limit(limit)
    return work.connection().execute(delete(Notification).where(col(Notification.id).in_(old))).rowcount


def _mark(work: Work, notification_id: int, **values: Any) -> None:
    work.connection().execute(update(Notification).where(col(Notification.id) == notification_id).values(**values))
