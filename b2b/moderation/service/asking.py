"""Put something in the queue, and keep it right while its author goes on. One open item per thing."""

from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import col

from b2b.core.db import Work, lock
from b2b.core.history import move
from b2b.core.ids import new_reference
from b2b.moderation import queries
from b2b.moderation.events import ReviewAsked
from b2b.moderation.models import ReviewItem
from b2b.moderation.queries import Target
from b2b.moderation.rules import REVIEW_LIFECYCLE, Circle, ReviewAction, ReviewReason, ReviewState, TargetKind
from b2b.moderation.service.escalating import due_time, settle
from b2b.moderation.service.reading import tell_read_for
from b2b.moderation.service.weighing import weigh
from b2b.posts import queries as posts
from b2b.posts.events import PostChanged, PostClosed, PostSubmitted
from b2b.posts.rules import PostState
from b2b.thanks import queries as thank_yous
from b2b.thanks import service as thanking
from b2b.thanks.events import ThanksWaits, ThanksWithdrawn


@dataclass(frozen=True)
class Opened:
    """The item about a thing, and whether it is new."""

    item: ReviewItem
    is_new: bool


def ask_for_post(work: Work, event: PostSubmitted) -> None:
    """A post waits to be placed: ask a moderator. Sent in again, it asks to be read again."""
    post = posts.post(work, event.post_id)
    if post is None or post.state is not PostState.WAITING:
        return
    about = queries.target_by_reference(work, post.reference, post.municipality_id)
    assert about is not None  # noqa: S101 - read above
    opened = open_item(work, about, ReviewReason.NEWCOMER)
    if opened.is_new:
        work.record(ReviewAsked(opened.item.id or 0))
        return
    lock(work, opened.item)
    opened.item.version += 1
    opened.item.reason = ReviewReason.NEWCOMER
    opened.item.neighbourhood_id = post.neighbourhood_id


def ask_for_thanks(work: Work, event: ThanksWaits) -> None:
    """A thank-you waits: ask a moderator to read it first."""
    thanks = thank_yous.thanks(work, event.thanks_id)
    about = queries.target_by_reference(work, thanks.reference, thanks.municipality_id) if thanks else None
    if about is None:
        return
    opened = open_item(work, about, ReviewReason.NEWCOMER)
    opened.item.reason = ReviewReason.NEWCOMER  # a cry for help in it opened the item before
    if opened.is_new:
        work.record(ReviewAsked(opened.item.id or 0))


def follow_withdrawn_thanks(work: Work, event: ThanksWithdrawn) -> None:
    """Its writer took it back: nobody has to look, and the words go. What was reported stays until somebody answered."""
    thanks = thank_yous.thanks(work, event.thanks_id)
    item = queries.open_item(work, TargetKind.THANKS, event.thanks_id)
    if item is not None:
        lapse(work, item)
        if item.state is ReviewState.LAPSED:
            tell_read_for(work, item)
    if thanks is not None and (item is None or item.state is ReviewState.LAPSED):
        thanking.forget_words(work, thanks)


def open_item(work: Work, about: Target, reason: ReviewReason) -> Opened:
    """Return the one item that waits about this thing; make it when there is none.

    Two who ask at once get the same item: the database keeps one.
    """
    row = {
        "reference": new_reference("C"),
        "municipality_id": about.municipality_id,
        "neighbourhood_id": about.neighbourhood_id,
        "target_kind": about.kind,
        "target_id": about.id,
        "author_id": about.author_id,
        "other_party_id": about.other_party_id,
        "reason": reason,
        "state": ReviewState.WAITING,
        "version": 1,
        "notices": 0,
        "urgent": False,
        "level": Circle.HERE,
        "called": [],
        "due_at": due_time(work, about.municipality_id, urgent=False),
        "created_at": work.now(),
    }
    work.flush()  # the thing itself may be new
    insert = pg_insert if work.dialect == "postgresql" else sqlite_insert
    once = (
        insert(ReviewItem)
        .values(row)
        .on_conflict_do_nothing(index_elements=["target_kind", "target_id"], index_where=text("state = 'waiting'"))
        .returning(col(ReviewItem.id))
    )
    is_new = work.connection().execute(once).first() is not None
    item = queries.open_item(work, about.kind, about.id)
    if item is None:  # decided between the two statements: what comes now is a new question
        return open_item(work, about, reason)
    if is_new:
        weigh(work, item)
        settle(work, item, Circle.HERE)
    return Opened(item, is_new)


def follow_changed_post(work: Work, event: PostChanged) -> None:
    """The words changed while somebody judges them: whoever read the old ones must look again."""
    item = queries.open_item(work, TargetKind.POST, event.post_id)
    if item is not None:
        lock(work, item)
        item.version += 1


def follow_closed_post(work: Work, event: PostClosed) -> None:
    """The post is over before it was placed: nobody has to look any more. Notices still get an answer."""
    item = queries.open_item(work, TargetKind.POST, event.post_id)
    if item is not None:
        lapse(work, item)


def lapse(work: Work, item: ReviewItem) -> None:
    """Nobody has to look at this any more, unless somebody reported it."""
    lock(work, item)
    if item.state is ReviewState.WAITING and not item.notices:
        move(work, item, REVIEW_LIFECYCLE, ReviewAction.LAPSE)
        item.version += 1
    else:
        item.reason = ReviewReason.NOTICED
