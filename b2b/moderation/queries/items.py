"""Single items, notices and decisions, and what came before them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlmodel import col

from b2b.accounts.queries.shared import NAMES
from b2b.core.db import Work
from b2b.moderation.models import Decision, Notice, ReviewItem
from b2b.moderation.rules import DecisionKind, NoticeCategory, ReviewState, TargetKind

SHOWN_MAX = 50


@dataclass(frozen=True)
class NoticeLine:
    """A notice as a moderator sees it: what, when, and only whether a neighbour filed it."""

    category: NoticeCategory
    explanation: str
    by_neighbour: bool
    created_at: datetime


@dataclass(frozen=True)
class Past:
    """A decision with the name of who took it."""

    reference: str
    kind: DecisionKind
    rule: str | None
    explanation: str
    by: str
    by_id: int
    at: datetime


def item(work: Work, item_id: int) -> ReviewItem | None:
    """Return an item by its key."""
    return work.get(ReviewItem, item_id)


def open_item(work: Work, kind: TargetKind, target_id: int) -> ReviewItem | None:
    """Return the one item about this thing that waits, if there is one."""
    found = select(ReviewItem).where(
        col(ReviewItem.target_kind) == kind,
        col(ReviewItem.target_id) == target_id,
        col(ReviewItem.state) == ReviewState.WAITING,
    )
    return work.scalars(found).first()


def crises(work: Work) -> list[ReviewItem]:
    """Return what waits in the crisis lane of any municipality, the oldest first."""
    found = select(ReviewItem).where(col(ReviewItem.crisis), col(ReviewItem.state) == ReviewState.WAITING)
    return list(work.scalars(found.order_by(col(ReviewItem.id))))


def due(work: Work, limit: int) -> list[int]:
    """Return the keys of up to `limit` items for which somebody had to decide before now."""
    found = (
        select(col(ReviewItem.id))
        .where(col(ReviewItem.state) == ReviewState.WAITING, col(ReviewItem.due_at) <= work.now())
        .order_by(col(ReviewItem.due_at))
        .limit(limit)
    )
    return list(work.scalars(found))


def notice(work: Work, notice_id: int) -> Notice | None:
    """Return a notice by its key."""
    return work.get(Notice, notice_id)


def notice_by_once(work: Work, once: str) -> Notice | None:
    """Return the notice that this form made before, if any."""
    return work.scalars(select(Notice).where(col(Notice.once) == once)).first()


def notices_of(work: Work, item_id: int) -> list[Notice]:
    """Return the notices of an item, to answer who filed them."""
    return list(work.scalars(select(Notice).where(col(Notice.review_item_id) == item_id).order_by(col(Notice.id))))


def notice_lines(work: Work, item_id: int) -> list[NoticeLine]:
    """Return the notices of an item without who filed them, oldest first, at most SHOWN_MAX."""
    found = (
        select(
            col(Notice.category),
            col(Notice.explanation),
            col(Notice.notifier_id).is_not(None).label("by_neighbour"),
            col(Notice.created_at),
        )
        .where(col(Notice.review_item_id) == item_id)
        .order_by(col(Notice.id))
        .limit(SHOWN_MAX)
    )
    return [NoticeLine(row[0], row[1], bool(row[2]), row[3]) for row in work.execute(found)]


def decision(work: Work, decision_id: int) -> Decision | None:
    """Return a decision by its key."""
    return work.get(Decision, decision_id)


def decision_of(work: Work, item_id: int) -> Past | None:
    """Return the decision on an item, if it was taken."""
    row = work.execute(_PAST.where(col(ReviewItem.id) == item_id)).first()
    return Past(*row) if row else None


def history(work: Work, kind: TargetKind, target_id: int) -> list[Past]:
    """Return the decisions about one thing, newest first, at most SHOWN_MAX."""
    about = _PAST.where(col(ReviewItem.target_kind) == kind, col(ReviewItem.target_id) == target_id)
    return [Past(*row) for row in work.execute(about.order_by(col(Decision.id).desc()).limit(SHOWN_MAX))]


def last_word(work: Work, kind: TargetKind, target_id: int) -> Past | None:
    """Return the newest decision about one thing: its author reads the reasons."""
    return next(iter(history(work, kind, target_id)), None)


def let_stand(work: Work, kind: TargetKind, target_id: int, words_hash: str, since: datetime) -> bool:
    """Say whether a moderator looked at exactly these words after `since`, and let them stand."""
    found = (
        select(col(Decision.id))
        .join_from(Decision, ReviewItem, col(ReviewItem.id) == col(Decision.review_item_id))
        .where(
            col(ReviewItem.target_kind) == kind,
            col(ReviewItem.target_id) == target_id,
            col(Decision.kind).in_((DecisionKind.PLACE, DecisionKind.NO_ACTION)),
            col(Decision.seen_hash) == words_hash,
            col(Decision.at) > since,
        )
    )
    return work.scalars(found.limit(1)).first() is not None


def placed_posts(work: Work, author_id: int) -> int:
    """Return how many different posts of a member were read and placed."""
    found = (
        select(func.count(col(ReviewItem.target_id).distinct()))
        .join_from(Decision, ReviewItem, col(ReviewItem.id) == col(Decision.review_item_id))
        .where(
            col(ReviewItem.author_id) == author_id,
            col(ReviewItem.target_kind) == TargetKind.POST,
            col(Decision.kind) == DecisionKind.PLACE,
        )
    )
    return work.scalars(found).one()


_PAST = (
    select(
        col(Decision.reference),
        col(Decision.kind),
        col(Decision.rule),
        col(Decision.explanation),
        NAMES.c.first_name,
        col(Decision.decided_by_id),
        col(Decision.at),
    )
    .join_from(Decision, ReviewItem, col(ReviewItem.id) == col(Decision.review_item_id))
    .join(NAMES, NAMES.c.id == col(Decision.decided_by_id))
)
