"""Where the browsers of a member hear of news."""

from sqlmodel import col, select

from b2b.accounts.queries.living import living
from b2b.core.db import Work
from b2b.notifications.models import Notification, PushSubscription


def has_push(work: Work, member_id: int) -> bool:
    """Say whether any device of this member asked for a push."""
    found = select(PushSubscription.id).where(PushSubscription.member_id == member_id).limit(1)
    return work.exec(found).first() is not None


def push_of(work: Work, session_key: bytes | None) -> PushSubscription | None:
    """Return what this device asked for."""
    return work.exec(select(PushSubscription).where(PushSubscription.session_key == session_key)).first()


def to_push(work: Work, notification_id: int) -> list[PushSubscription]:
    """Return the devices to knock at about a message: those that are signed in; none when it was read by now."""
    found = work.get(Notification, notification_id)
    if found is None or found.read_at is not None:
        return []
    mine = select(PushSubscription).where(PushSubscription.member_id == found.member_id)
    rows = list(work.exec(mine.order_by(col(PushSubscription.id))))
    signed_in = living(work, {row.session_key for row in rows})
    return [row for row in rows if row.session_key in signed_in]
