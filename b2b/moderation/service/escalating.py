"""Whose turn it is. What nobody decides in time goes up; nothing is ever placed by itself."""

from datetime import datetime, timedelta

from b2b.accounts import queries as people
from b2b.authz.predicates import Role
from b2b.core import audit
from b2b.core.calendar import after_working_hours
from b2b.core.db import Work, lock
from b2b.moderation import queries
from b2b.moderation.events import ReviewWentUp
from b2b.moderation.models import ReviewItem
from b2b.moderation.rules import (
    DUE,
    URGENT,
    AlreadyDecided,
    Circle,
    NothingToDecide,
    ReviewState,
    TargetKind,
    column_of,
)
from b2b.moderation.service.weighing import weigh
from b2b.municipalities import queries as areas

BATCH = 50


def due_time(work: Work, municipality_id: int, *, urgent: bool) -> datetime:
    """Return by when the circle whose turn it is must have decided: in hours of working days, danger by the clock."""
    hours = areas.setting(work, municipality_id, "moderation.due_hours", DUE / timedelta(hours=1))
    term = timedelta(hours=max(1, min(float(hours), 24 * 14)))
    if urgent:
        return work.now() + min(URGENT, term)
    return after_working_hours(work.now(), term, areas.working_week(work, municipality_id))


def circle(work: Work, item: ReviewItem, level: int) -> list[int]:
    """Return who is asked at this level: who covers for who is away, and never whom it is about."""
    asked = [member for member in _held(work, item, level) if member not in item.involved]
    away = queries.away_now(work, asked)
    present = [_covered(work, item, away, member) for member in asked]
    return list(dict.fromkeys(member for member in present if member is not None))


def _covered(work: Work, item: ReviewItem, away: dict[int, int | None], member_id: int) -> int | None:
    """Return this member, or who covers; None when that one is away or involved too: then the next circle is asked."""
    if member_id not in away:
        return member_id
    cover = away[member_id]
    if cover is None or cover in item.involved or queries.away_now(work, [cover]):
        return None
    return cover


def _held(work: Work, item: ReviewItem, level: int) -> list[int]:
    """Return who has the role for an item at this level."""
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
    return list(dict.fromkeys(asked))


def is_asked(work: Work, item: ReviewItem, member_id: int) -> bool:
    """Say whether it is this member's turn, by role, whether away or not."""
    return member_id in _held(work, item, item.level)


def settle(work: Work, item: ReviewItem, level: int) -> None:
    """Give the item to the first circle from `level` up in which there is anybody."""
    if item.target_kind is TargetKind.HANDOFF:  # a question to the municipality is not read by neighbours
        level = Circle.ADMINISTRATORS
    while level < Circle.ADMINISTRATORS and not circle(work, item, level):
        level += 1
    item.level = max(item.level, level)
    item.covering = column_of({*item.asked, *_named(work, item)})
    if item.level > Circle.HERE:
        item.called = list(areas.adjacent_ids(work, item.municipality_id, item.neighbourhood_id))


def _named(work: Work, item: ReviewItem) -> set[int]:
    """Return who is asked in somebody's place: they may judge this item, wherever their own neighbourhoods are."""
    return set(circle(work, item, item.level)) - set(_held(work, item, item.level))


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
            item.circles += 1
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
    item.claimed_by_id = item.claimed_at = item.claim_until = None
    item.held, item.claim_note = False, ""
    weigh(work, item)
    audit.note(work, why, item, level=int(item.level))
    work.flush()  # who tells reads it
    work.record(ReviewWentUp(item.id or 0))
