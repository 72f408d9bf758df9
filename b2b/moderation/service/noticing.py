"""Somebody reports something: anybody may, with or without an account (DSA article 16)."""

from sqlalchemy import select, update
from sqlmodel import col

from b2b.core.db import Work, lock
from b2b.core.ids import new_reference
from b2b.moderation import queries
from b2b.moderation.events import NoticeFiled, ReviewAsked
from b2b.moderation.models import Notice, ReviewItem
from b2b.moderation.queries import Target
from b2b.moderation.rules import KEEP_NOTIFIER, Filed, NoticeCategory, ReviewReason, ReviewState
from b2b.moderation.service.asking import open_item
from b2b.moderation.service.escalating import due_time


def file_notice(work: Work, about: Target, filed: Filed) -> Notice:
    """Write a notice down and bring it to a moderator. It hides nothing by itself.

    A second notice about the same thing joins the item that waits. The same form twice
    (`once`) is one notice.
    """
    if (before := queries.notice_by_once(work, filed.once)) is not None:
        return before
    item = _locked_item(work, about)
    if (before := queries.notice_by_once(work, filed.once)) is not None:
        return before  # the other click of a double click was first
    notice = Notice(
        reference=new_reference("N"),
        municipality_id=about.municipality_id,
        review_item_id=item.id or 0,
        category=filed.category,
        explanation=filed.explanation,
        location=filed.location,
        snapshot_hash=about.hash,
        language=filed.language,
        notifier_id=filed.notifier_id,
        notifier_name=filed.name or None,
        notifier_email=filed.email or None,
        good_faith=True,
        once=filed.once,
        created_at=work.now(),
    )
    work.add(notice)
    work.flush()  # who tells reads it
    news = _join(work, item, urgent=filed.category is NoticeCategory.DANGER)
    work.record(NoticeFiled(notice.id or 0))
    if news:
        work.record(ReviewAsked(item.id or 0))
    return notice


def _locked_item(work: Work, about: Target) -> ReviewItem:
    """Return the item that waits about this thing, kept from a moderator who decides at this moment."""
    while True:
        item = open_item(work, about, ReviewReason.NOTICED).item
        lock(work, item)
        if item.state is ReviewState.WAITING:
            return item


def _join(work: Work, item: ReviewItem, *, urgent: bool) -> bool:
    """Count a notice on its item; say whether that is news for the moderators."""
    news = item.notices == 0 or (urgent and not item.urgent)
    item.notices += 1
    item.version += 1
    if urgent and not item.urgent:
        item.urgent = True
        item.due_at = min(item.due_at, due_time(work, item.municipality_id, urgent=True))
    work.flush()  # who tells reads it
    return news


def forget_notifiers(work: Work, limit: int = 500) -> int:
    """Erase the names and addresses of notifiers whose notice was answered long ago; return how many."""
    before = work.now() - KEEP_NOTIFIER
    old = (
        select(col(Notice.id))
        .join(ReviewItem, col(ReviewItem.id) == col(Notice.review_item_id))
        .where(
            col(ReviewItem.decided_at) < before,
            col(Notice.notifier_email).is_not(None) | col(Notice.notifier_name).is_not(None),
        )
        .limit(limit)
    )
    wiped = update(Notice).where(col(Notice.id).in_(old)).values(notifier_name=None, notifier_email=None)
    return work.connection().execute(wiped).rowcount
