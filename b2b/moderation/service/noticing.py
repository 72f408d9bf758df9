"""Somebody reports something: anybody may, with or without an account (DSA article 16)."""

from sqlalchemy import select, update
from sqlmodel import col

from b2b.accounts import queries as people
from b2b.core.crypto import keyring
from b2b.core.db import Work, lock
from b2b.core.ids import new_reference
from b2b.moderation import queries
from b2b.moderation.events import NoticeFiled, ReviewAsked
from b2b.moderation.models import Notice, ReviewItem
from b2b.moderation.queries import Target
from b2b.moderation.rules import AT_ONCE, KEEP_NOTIFIER, KEEP_SOURCE, Circle, Filed, ReviewReason, ReviewState
from b2b.moderation.service.asking import open_item
from b2b.moderation.service.escalating import due_time, settle
from b2b.moderation.service.precaution import set_aside
from b2b.moderation.service.weighing import weigh


def file_notice(work: Work, about: Target, filed: Filed) -> Notice:
    """Write a notice down and bring it to a moderator. It hides nothing by itself, but for danger (see precaution).

    A second notice about the same thing joins the item that waits; of the same house it is linked
    to the first. The same form twice (`once`) is one notice.
    """
    if (before := queries.notice_by_once(work, filed.once)) is not None:
        return before
    item = _locked_item(work, about)
    if (before := queries.notice_by_once(work, filed.once)) is not None:
        return before  # the other click of a double click was first
    notice = _written(work, item, about, filed)
    news = _join(work, item, notice, urgent=filed.category in AT_ONCE)
    set_aside(work, item, about, notice)
    work.record(NoticeFiled(notice.id or 0))
    if news:
        work.record(ReviewAsked(item.id or 0))
    return notice


def _written(work: Work, item: ReviewItem, about: Target, filed: Filed) -> Notice:
    who = queries.notifier_key(filed.notifier_id, filed.email)
    # The month is in it: from one month to the next nobody can be followed.
    month = f"{work.now():%Y-%m}"
    source = keyring().fingerprint("notice-source", f"{month}:{filed.source}") if filed.source else None
    sender = people.member(work, filed.notifier_id) if filed.notifier_id is not None else None
    email = sender.email if sender else filed.email
    notice = Notice(
        reference=new_reference("N"),
        municipality_id=about.municipality_id,
        review_item_id=item.id or 0,
        category=filed.category,
        ground=filed.ground,
        rule=filed.rule,
        legal_provision=filed.legal_provision,
        explanation=filed.explanation,
        location=filed.location,
        content_url=filed.content_url,
        snapshot_hash=about.hash,
        language=filed.language,
        notifier_id=filed.notifier_id,
        notifier_name=filed.name or None,
        notifier_email=filed.email or None,
        notifier_key=who,
        source_key=source,
        on_behalf_of=filed.on_behalf_of or None,
        trusted_flagger=queries.is_trusted_flagger(work, about.municipality_id, email),
        duplicate_of_id=queries.first_of_burst(work, item.id or 0, (who, source)),
        receipt_sent_at=work.now(),
        good_faith=True,
        once=filed.once,
        created_at=work.now(),
    )
    work.add(notice)
    work.flush()  # who tells reads it
    return notice


def _locked_item(work: Work, about: Target) -> ReviewItem:
    """Return the item that waits about this thing, kept from a moderator who decides at this moment."""
    while True:
        item = open_item(work, about, ReviewReason.NOTICED).item
        lock(work, item)
        if item.state is ReviewState.WAITING:
            return item


def _join(work: Work, item: ReviewItem, notice: Notice, *, urgent: bool) -> bool:
    """Count a notice on its item and weigh it anew; say whether that is news for the moderators."""
    news = item.notices == 0 or (urgent and not item.urgent)
    item.notices += 1
    item.version += 1
    if urgent and not item.urgent:
        item.urgent = True
        item.due_at = min(item.due_at, due_time(work, item.municipality_id, urgent=True))
    weigh(work, item)
    if notice.notifier_id is not None or item.level == Circle.HERE:
        settle(work, item, item.level)  # who reported it does not judge it: perhaps nobody of this circle is left
    work.flush()  # who tells reads it
    return news


def forget_sources(work: Work) -> int:
    """Forget from where notices came, after the time in which that tells one house from two; return how many."""
    old = queries.long_ago(work, KEEP_SOURCE)
    if old:
        forgotten = update(Notice).where(col(Notice.id).in_(old)).values(source_key=None)
        work.connection().execute(forgotten)
    return len(old)


def forget_notifiers(work: Work, limit: int = 500) -> int:
    """Erase the names and addresses of notifiers whose notice was answered long ago; return how many."""
    before = work.now() - KEEP_NOTIFIER
    old = (
        select(col(Notice.id))
        .join(ReviewItem, col(ReviewItem.id) == col(Notice.review_item_id))
        .where(
            col(ReviewItem.decided_at) < before,
            col(Notice.notifier_email).is_not(None)
            | col(Notice.notifier_name).is_not(None)
            | col(Notice.on_behalf_of).is_not(None),
        )
        .limit(limit)
    )
    wiped = (
        update(Notice)
        .where(col(Notice.id).in_(old))
        .values(notifier_name=None, notifier_email=None, on_behalf_of=None)
    )
    return work.connection().execute(wiped).rowcount
