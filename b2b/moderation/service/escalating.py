"""Whose turn it is. What nobody decides in time goes up; nothing is ever placed by itself."""

from datetime import datetime, timedelta

from b2b.accounts import queries as people
from b2b.authz.predicates import Role
from b2b.core import audit
from b2b.core.db import Work, lock
from b2b.moderation import queries
from b2b.moderation.events import ReviewWentUp
from b2b.moderation.models import ReviewItem
from b2b.moderation.rules import DUE, URGENT, AlreadyDecided, Circle, NothingToDecide, ReviewState
from b2b.municipalities import queries as areas

BATCH = 50


def due_time(work: Work, municipality_id: int, *, urgent: bool) -> datetime:
    """Return by when the circle whose turn it is must have decided."""
    hours = areas.setting(work, municipality_id, "moderation.due_hours", DUE / timedelta(hours=1))
    term = timedelta(hours=max(1, min(float(hours), 24 * 14)))
    return work.now() + (min(URGENT, term) if urgent else term)


def circle(work: Work, item: ReviewItem, level: int) -> list[int]:
    """Return who is asked at this level; whom it is about is never among them."""
    town, hood = item.municipality_id, item.neighbourhood_id
    if level == Circle.HERE:
        asked = people.staff(work, Role.MODERATOR, town, hood, exactly=True)
    elif level == Circle.NEARBY:
        asked = [
            member
            for near in areas.adjacent_ids(work, town, hood)
            for member in people.staff(work, Role.MODERATOR, town, near, exactly=True)
        ]
    elif level == Circle.EVERYWHERE:
        asked = people.staff(work, Role.MODERATOR, town)
    else:
        asked = people.staff(work, Role.ADMINISTRATOR, town)
    return [member for member in dict.fromkeys(asked) if member not in item.involved]


def settle(work: Work, item: ReviewItem, level: int) -> None:
    """Give the item to the first circle from `level` up in which there is anybody."""
    while level < Circle.ADMINISTRATORS and not circle(work, item, level):
        level += 1
    item.level = max(item.level, level)
    if item.level > Circle.HERE:
        item.called = list(areas.adjacent_ids(work, item.municipality_id, item.neighbourhood_id))


def escalate_due(work: Work, limit: int = BATCH) -> int:
    """Send what is past its time up, at most `limit` items; return how many were looked at.

    At the top the administrators are asked again, each time the term is over.
    """
    found = queries.due(work, limit)
    for item_id in found:
        item = queries.item(work, item_id)
        if item is None:
            continue
        lock(work, item)
        if item.state is ReviewState.WAITING and item.due_at <= work.now():
            item.late_since = item.late_since or work.now()
            _go_up(work, item, "review.late")
    work.flush()  # the next question must not find them again
    return len(found)


def hand_on(work: Work, item: ReviewItem) -> None:
    """A moderator would rather have somebody else decide: the next circle is asked at once."""
    lock(work, item)
    if item.state is not ReviewState.WAITING:
        past = queries.decision_of(work, item.id or 0)
        raise AlreadyDecided(past.by, past.at) if past else NothingToDecide()
    _go_up(work, item, "review.handed_on")


def _go_up(work: Work, item: ReviewItem, why: str) -> None:
    settle(work, item, min(item.level + 1, Circle.ADMINISTRATORS))
    item.due_at = due_time(work, item.municipality_id, urgent=item.urgent)
    audit.note(work, why, item, level=int(item.level))
    work.flush()  # who tells reads it
    work.record(ReviewWentUp(item.id or 0))
