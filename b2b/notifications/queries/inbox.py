"""The list of messages on the site, and how many of them are new."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlmodel import col

from b2b.core.db import Work
from b2b.notifications.models import Notification
from b2b.notifications.rules.news import INBOX_PAGE, news_of
from b2b.web.paging import Cursor

TOLD_MAX = 100
"""More news than anybody can be told in one call."""
_LAST = 2**62
"""Larger than any key: the newest page."""
_INBOX = (
    select(
        col(Notification.id),
        col(Notification.reference),
        col(Notification.event),
        col(Notification.subject),
        col(Notification.created_at),
        col(Notification.read_at),
    )
    .where(col(Notification.member_id) == bindparam("me"), col(Notification.id) < bindparam("before"))
    .order_by(col(Notification.id).desc())
    .limit(INBOX_PAGE + 1)
)


@dataclass(frozen=True)
class InboxRow:
    """One message in the list. `subject` holds the ids that say what it is about."""

    id: int
    reference: str
    event: str
    subject: dict[str, Any]
    created_at: datetime
    read_at: datetime | None

    @property
    def title(self) -> str:
        """Return what this kind of news is called."""
        return news_of(self.event).title


def inbox(work: Work, member_id: int, before: Cursor | None = None) -> tuple[list[InboxRow], Cursor | None]:
    """Return a page of somebody's messages, newest first, and where the next page starts (None: the end)."""
    values = {"me": member_id, "before": before.id if before else _LAST}
    rows = [InboxRow(*row) for row in work.connection().execute(_INBOX, values)]
    shown = rows[:INBOX_PAGE]
    return shown, Cursor(shown[-1].created_at, shown[-1].id) if len(rows) > INBOX_PAGE else None


def unread_of(member_id: Any) -> Any:
    """Return the part of a statement that counts the new messages of the member in column `member_id`."""
    counted = select(func.count()).select_from(Notification)
    return counted.where(
        col(Notification.member_id) == member_id, col(Notification.read_at).is_(None)
    ).scalar_subquery()


@dataclass(frozen=True)
class Unread:
    """How much of somebody's news is new, and since when the oldest of it waits (None: nothing does)."""

    number: int
    since: datetime | None


def unread_of_members(work: Work, member_ids: Sequence[int]) -> dict[int, Unread]:
    """Return what waits for each of these members; for whom nothing does is left out."""
    counted = (
        select(col(Notification.member_id), func.count(), func.min(col(Notification.created_at)))
        .where(col(Notification.member_id).in_(member_ids), col(Notification.read_at).is_(None))
        .group_by(col(Notification.member_id))
    )
    return {row[0]: Unread(row[1], row[2]) for row in work.connection().execute(counted)} if member_ids else {}


def unread(work: Work, member_id: int) -> list[InboxRow]:
    """Return what is new for somebody, oldest first, as it is told: at most TOLD_MAX."""
    new = (
        _INBOX.where(col(Notification.read_at).is_(None))
        .order_by(None)
        .order_by(col(Notification.id))
        .limit(TOLD_MAX)
    )
    return [InboxRow(*row) for row in work.connection().execute(new, {"me": member_id, "before": _LAST})]
