"""For whom something waits that goes in a digest, and what."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import and_, func, or_
from sqlmodel import col, select

from b2b.core.db import Work
from b2b.notifications.models import MailPreference, Notification
from b2b.notifications.rules.news import Channel, Rest, rhythms_of

_WAITS = (
    col(Notification.channel) == Channel.DIGEST,
    col(Notification.mailed_at).is_(None),
    col(Notification.read_at).is_(None),
)
_rest = func.coalesce(MailPreference.rest, Rest.DAILY.value)
A_WEEK = timedelta(days=7)


def waiting_for_digest(work: Work, slot: str, after: int, limit: int) -> list[int]:
    """Return the next members, by key after `after`, whose digest goes out in this slot and has something in it.

    Who wants it weekly and was skipped, because nobody worked that Monday, gets it on the first day after.
    """
    overdue = and_(_rest == Rest.WEEKLY.value, col(Notification.created_at) < work.now() - A_WEEK)
    found = (
        select(col(Notification.member_id))
        .join(MailPreference, col(MailPreference.member_id) == col(Notification.member_id), isouter=True)
        .where(
            *_WAITS,
            col(Notification.member_id) > after,
            or_(_rest.in_([rhythm.value for rhythm in rhythms_of(slot)]), overdue),
        )
        .distinct()
        .order_by(col(Notification.member_id))
        .limit(limit)
    )
    return list(work.exec(found))


def for_digest(work: Work, member_id: int, until: datetime, limit: int) -> list[Notification]:
    """Return what waits for this member's digest, up to that moment, oldest first."""
    waits = select(Notification).where(
        *_WAITS, col(Notification.member_id) == member_id, col(Notification.created_at) <= until
    )
    return list(work.exec(waits.order_by(col(Notification.id)).limit(limit)))


def told_about(work: Work, event: str, member_ids: Collection[int]) -> list[Notification]:
    """Return everything of this kind that these members were told and that is still kept, read or not."""
    found = select(Notification).where(
        col(Notification.member_id).in_(sorted(member_ids)), col(Notification.event) == event
    )
    return list(work.exec(found.order_by(col(Notification.id)))) if member_ids else []
