"""Remember what somebody has seen: one message, everything about one thing, or all."""

from typing import Any

from sqlalchemy import update
from sqlmodel import col

from b2b.core.db import Work
from b2b.notifications.models import Notification


def read(work: Work, member_id: int, notification_id: int) -> None:
    """Remember that this message of theirs was opened. Twice changes nothing."""
    _read(work, member_id, col(Notification.id) == notification_id)


def read_about(work: Work, member_id: int, **about: int) -> None:
    """Remember that somebody looked at a thing (`conversation_id=7`): what told of it is no longer new."""
    ((name, key),) = about.items()
    _read(work, member_id, col(Notification.subject)[name].as_integer() == key)


def read_all(work: Work, member_id: int) -> int:
    """Remember that somebody has seen everything; return how many messages were new."""
    return _read(work, member_id)


def _read(work: Work, member_id: int, *which: Any) -> int:
    new = update(Notification).where(
        col(Notification.member_id) == member_id, col(Notification.read_at).is_(None), *which
    )
    return work.connection().execute(new.values(read_at=work.now())).rowcount
