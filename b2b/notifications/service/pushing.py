"""Push per device: on, off, knock, and forget devices that signed out or fell silent."""

from typing import Any

from sqlalchemy import delete
from sqlmodel import col, select

from b2b.accounts.queries.living import living
from b2b.core.crypto import keyring
from b2b.core.db import Work
from b2b.jobs.rules import GiveUp, RetryLater
from b2b.jobs.service import enqueue
from b2b.jobs.worker import Desk, Ticket
from b2b.municipalities import queries as areas
from b2b.notifications import queries
from b2b.notifications.channels.push import NoSuchDevice
from b2b.notifications.models import Notification, PushSubscription
from b2b.notifications.rules.push import KIND, SETTING, Subscription

BATCH = 500


def listen(work: Work, municipality_id: int, member_id: int, session_key: bytes, to: Subscription) -> None:
    """Let one signed-in device hear of news; what this browser or this session asked before is over."""
    key = keyring().fingerprint("push", to.endpoint)
    old = delete(PushSubscription).where(
        (col(PushSubscription.session_key) == session_key) | (col(PushSubscription.endpoint_key) == key)
    )
    work.connection().execute(old)
    work.add(
        PushSubscription(
            municipality_id=municipality_id,
            member_id=member_id,
            session_key=session_key,
            endpoint_key=key,
            address=to.packed(),
            created_at=work.now(),
        )
    )


def stop_listening(work: Work, session_key: bytes) -> None:
    """Send this device nothing any more. Twice changes nothing."""
    work.connection().execute(delete(PushSubscription).where(col(PushSubscription.session_key) == session_key))


def knock(work: Work, notification: Notification) -> None:
    """Let a job knock at the devices of who gets this message, where the municipality wants push and they asked."""
    wanted = areas.setting(work, notification.municipality_id, SETTING, False)
    if wanted and queries.has_push(work, notification.member_id):
        enqueue(work, KIND, {"notification_id": notification.id})


def pushing_job(desk: Desk, _ticket: Ticket, payload: dict[str, Any]) -> None:
    """Knock at every device; a second try knocks again, and the browser shows it in the place of the first."""
    door = desk.services["push"]
    if door is None:
        return  # the key was taken away
    with desk.reading() as work:
        devices = [(row.id or 0, row.address) for row in queries.to_push(work, int(payload["notification_id"]))]
    gone: list[int] = []
    trouble: Exception | None = None
    for key, address in devices:
        try:
            door.send(Subscription.unpacked(address))
        except NoSuchDevice:
            gone.append(key)
        except (GiveUp, RetryLater) as refusal:
            trouble = refusal  # one device must not keep the others from hearing it
    if gone:
        with desk.writing() as work:
            work.connection().execute(delete(PushSubscription).where(col(PushSubscription.id).in_(gone)))
    if trouble is not None:
        raise trouble


def purge_push(work: Work, limit: int = BATCH) -> int:
    """Forget devices that signed out, or were not here for so long that their session ended; return how many."""
    gone: list[int] = []
    after = 0
    while not gone:
        found = select(PushSubscription).where(col(PushSubscription.id) > after)
        rows = list(work.exec(found.order_by(col(PushSubscription.id)).limit(limit)))
        if not rows:
            return 0
        signed_in = living(work, {row.session_key for row in rows})
        gone = [row.id or 0 for row in rows if row.session_key not in signed_in]
        after = rows[-1].id or 0
    work.connection().execute(delete(PushSubscription).where(col(PushSubscription.id).in_(gone)))
    return len(gone)
