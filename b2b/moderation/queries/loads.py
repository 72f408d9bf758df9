"""How much work moderators have: for themselves and for who looks after them. Never a ranking."""

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any

from sqlalchemy import and_, case, exists, func, or_, select
from sqlmodel import col

from b2b.core.clock import from_local, local
from b2b.core.db import Work
from b2b.moderation.models import Decision, Notice, ReviewItem
from b2b.moderation.rules import ReviewState
from b2b.moderation.rules.welfare import HEAVY, WEEK, Load


def load(work: Work, member_id: int) -> Load:
    """Return what one moderator did today and this week, and holds now."""
    return loads(work, [member_id])[member_id]


def loads(work: Work, member_ids: Iterable[int]) -> dict[int, Load]:
    """Return the work of these moderators; two statements, however many they are."""
    wanted = sorted(set(member_ids))
    done = {row[0]: row for row in work.execute(_done(work, wanted))}
    claimed = {row[0]: row[1] for row in work.execute(_claimed(work, wanted))}
    return {
        member_id: Load(
            today=int(done[member_id][1]) if member_id in done else 0,
            week=int(done[member_id][2]) if member_id in done else 0,
            heavy=int(done[member_id][3]) if member_id in done else 0,
            claimed=int(claimed.get(member_id, 0)),
        )
        for member_id in wanted
    }


def _done(work: Work, wanted: list[int]) -> Any:
    midnight = from_local(datetime.combine(local(work.now()).date(), time()))
    grave = exists(
        select(col(Notice.id)).where(
            col(Notice.review_item_id) == col(ReviewItem.id), col(Notice.category).in_(sorted(HEAVY))
        )
    )
    today = func.sum(case((col(Decision.at) >= midnight, 1), else_=0))
    heavy = func.sum(case((or_(col(ReviewItem.crisis), grave), 1), else_=0))
    return (
        select(col(Decision.decided_by_id), today, func.count(), heavy)
        .join_from(Decision, ReviewItem, col(ReviewItem.id) == col(Decision.review_item_id))
        .where(col(Decision.decided_by_id).in_(wanted), col(Decision.at) > work.now() - WEEK)
        .group_by(col(Decision.decided_by_id))
    )


def _claimed(work: Work, wanted: list[int]) -> Any:
    return (
        select(col(ReviewItem.claimed_by_id), func.count())
        .where(
            and_(col(ReviewItem.state) == ReviewState.WAITING, col(ReviewItem.claim_until) > work.now()),
            col(ReviewItem.claimed_by_id).in_(wanted),
        )
        .group_by(col(ReviewItem.claimed_by_id))
    )
