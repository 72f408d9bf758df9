"""Who does not want to meet whom. A block works both ways and tells nobody."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select, union_all
from sqlmodel import col

from b2b.accounts.models import Block, Member
from b2b.accounts.queries.shared import AWAY, BLOCKED
from b2b.core.db import Work
from b2b.core.prepared import Prepared

_AWAY = Prepared(lambda: select(AWAY.c.id))
_UNSEEN = Prepared(lambda: union_all(select(BLOCKED.c.id), select(AWAY.c.id)))


@dataclass(frozen=True)
class Blocked:
    """Somebody whom a member blocked."""

    reference: str
    first_name: str
    since: datetime


def blocked_ids(work: Work, member_id: int | None) -> frozenset[int]:
    """Return whom this reader (None: a visitor) does not meet: blocked by either of the two, or suspended now."""
    question, given = (_AWAY, {}) if member_id is None else (_UNSEEN, {"member": member_id})
    return frozenset(row.id for row in question.rows(work, {"now": work.now(), **given}))


def are_blocked(work: Work, one_id: int, other_id: int) -> bool:
    """Say whether either of two members blocked the other."""
    found = select(col(Block.id)).where(
        or_(
            (col(Block.blocker_id) == one_id) & (col(Block.blocked_id) == other_id),
            (col(Block.blocker_id) == other_id) & (col(Block.blocked_id) == one_id),
        )
    )
    return work.scalars(found.limit(1)).first() is not None


def has_blocked(work: Work, blocker_id: int, blocked_id: int) -> bool:
    """Say whether the first blocked the second (not the other way round)."""
    found = select(col(Block.id)).where(col(Block.blocker_id) == blocker_id, col(Block.blocked_id) == blocked_id)
    return work.scalars(found).first() is not None


def blocked_by(work: Work, member_id: int) -> list[Blocked]:
    """Return whom this member blocked, newest first: the list from which a block is taken back."""
    rows = work.execute(
        select(col(Member.reference), col(Member.first_name), col(Block.created_at))
        .join_from(Block, Member, col(Member.id) == col(Block.blocked_id))
        .where(col(Block.blocker_id) == member_id)
        .order_by(col(Block.created_at).desc(), col(Block.id).desc())
    )
    return [Blocked(*row) for row in rows]
