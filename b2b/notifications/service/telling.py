"""Tell people: write down what they should hear, and let a job say it after the commit."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import delete, select, update
from sqlmodel import col

from b2b.accounts import queries as people
from b2b.core.db import Work
from b2b.core.ids import new_reference
from b2b.jobs.service import enqueue
from b2b.notifications import queries
from b2b.notifications.models import Notification
from b2b.notifications.rules import KEEP, event_name
from b2b.notifications.rules.news import Channel, Importance, Wishes, channel_of, news_of
from b2b.notifications.service.pushing import knock


def notify(work: Work, member_id: int, event: str, *, municipality_id: int, **ids: Any) -> Notification:
    """Tell a member about `event` (a folder in templates/mail): on the site, and by mail as they wish.

    `ids` say what it is about; the words are looked up when the mail is written, so that
    nobody gets news that is no longer true.
    """
    return _tell(work, member_id, event, municipality_id, ids)


def notify_quietly(work: Work, member_id: int, event: str, *, municipality_id: int, **ids: Any) -> Notification:
    """Tell a member about something they muted: on the site alone."""
    return _tell(work, member_id, event, municipality_id, ids, quietly=True)


def _tell(
    work: Work, member_id: int, event: str, municipality_id: int, ids: dict[str, Any], *, quietly: bool = False
) -> Notification:
    importance = news_of(event).importance
    wishes = Wishes() if importance is Importance.ALWAYS else queries.wishes(work, member_id)
    notification = Notification(
        reference=new_reference("J"),
        municipality_id=municipality_id,
        member_id=member_id,
        event=event_name(event),
        subject=ids,
        channel=_channel(work, member_id, channel_of(importance, wishes, work.now(), quietly=quietly)),
        created_at=work.now(),
    )
    work.add(notification)
    work.flush()  # the job names the row
    if notification.channel is Channel.MAIL:
        enqueue(work, "mail:send", {"notification_id": notification.id})
        knock(work, notification)
    return notification


def _channel(work: Work, member_id: int, usual: Channel) -> Channel:
    """Return how news travels. To whom no mail can go it stays here, where the desk finds what to tell by phone."""
    return Channel.SITE if people.is_without_address(work, member_id) else usual


def telling(mail: str, *ids: str) -> Callable[[Work, Any], None]:
    """Return a reaction that tells the member of an event by `mail`; `ids` are what the words need of it.

    For features on a floor below this one, whose events carry `member_id` and `municipality_id`.
    """

    def tell(work: Work, event: Any) -> None:
        about = {name: getattr(event, name) for name in ids}
        notify(work, event.member_id, mail, municipality_id=event.municipality_id, **about)

    return tell


def mark_mailed(work: Work, *notification_ids: int) -> None:
    """Remember that the mail (of each of these) was taken by a mail server."""
    _mark(work, notification_ids, mailed_at=work.now(), failed_at=None)


def mark_failed(work: Work, notification_id: int) -> None:
    """Remember that the mail will not arrive, unless an operator tries again."""
    _mark(work, (notification_id,), failed_at=work.now())


def purge(work: Work, limit: int = 1000) -> int:
    """Forget up to `limit` messages older than KEEP; return how many went."""
    old = select(col(Notification.id)).where(col(Notification.created_at) < work.now() - KEEP).limit(limit)
    return work.connection().execute(delete(Notification).where(col(Notification.id).in_(old))).rowcount


def _mark(work: Work, notification_ids: tuple[int, ...], **values: Any) -> None:
    these = update(Notification).where(col(Notification.id).in_(notification_ids))
    work.connection().execute(these.values(**values))
