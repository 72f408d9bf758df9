"""The queue of a moderator: one statement for the rows, one for the numbers on the chips."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Boolean, and_, bindparam, case, func, not_, or_, select
from sqlmodel import col

from b2b.accounts.queries.shared import BLOCKED, NAMES
from b2b.core.db import Work
from b2b.moderation.models import ReviewItem
from b2b.moderation.rules import PAGE_SIZE, Lane, ReviewReason, ReviewState, Scope, TargetKind, pattern_of
from b2b.posts.queries import Post
from b2b.posts.rules import PostKind, PostState
from b2b.web.paging import Cursor, read_cursor

POINTS_DIGITS = 9


class QueueRow(NamedTuple):
    """One line of the queue. The columns of the post are None for a message or a person.

    Words of a conversation are not here: they open on the page of the item, and that is logged.
    """

    id: int
    reference: str
    version: int
    neighbourhood_id: int
    target_kind: TargetKind
    reason: ReviewReason
    notices: int
    urgent: bool
    level: int
    due_at: datetime
    late_since: datetime | None
    created_at: datetime
    priority: int
    priority_reasons: list[str]
    crisis: bool
    households: int
    claimed_by_id: int | None
    claimed_at: datetime | None
    claim_until: datetime | None
    held: bool
    claimed_by: str | None
    author_name: str
    post_kind: PostKind | None
    post_state: PostState | None
    post_category: str | None
    post_title: str | None
    post_body: str | None


@dataclass(frozen=True)
class Counts:
    """How many wait, by lane."""

    all: int
    new: int
    noticed: int
    late: int
    crisis: int = 0
    mine: int = 0


_CLAIMERS = NAMES.alias("claimers")
_LATE = or_(col(ReviewItem.late_since).is_not(None), col(ReviewItem.due_at) <= bindparam("now"))
_LANES: dict[Lane, tuple[Any, ...]] = {
    Lane.ALL: (),
    Lane.NEW: (col(ReviewItem.reason) == ReviewReason.NEWCOMER,),
    Lane.NOTICED: (col(ReviewItem.notices) > 0,),
    Lane.LATE: (_LATE,),
    Lane.CRISIS: (col(ReviewItem.crisis),),
    Lane.MINE: (col(ReviewItem.claimed_by_id) == bindparam("me"), col(ReviewItem.claim_until) > bindparam("now")),
}


def _mine(everywhere: bool) -> list[Any]:
    """Return what makes a waiting item somebody's to judge: `authz.policy` says the same of one item."""
    me: Any = bindparam("me")
    conditions = [
        col(ReviewItem.municipality_id) == bindparam("municipality"),
        col(ReviewItem.state) == ReviewState.WAITING,
        col(ReviewItem.author_id) != me,
        or_(col(ReviewItem.other_party_id).is_(None), col(ReviewItem.other_party_id) != me),
    ]
    private = col(ReviewItem.target_kind) == TargetKind.HANDOFF
    conditions.append(or_(not_(private), bindparam("administrator", type_=Boolean)))
    conditions.append(col(ReviewItem.conflicted).not_like(bindparam("pattern")))
    conditions.append(col(ReviewItem.author_id).not_in(select(BLOCKED.c.id)))
    if not everywhere:
        named = col(ReviewItem.covering).like(bindparam("pattern"))
        here = col(ReviewItem.neighbourhood_id).in_(bindparam("hoods", expanding=True))
        near = col(ReviewItem.neighbourhood_id).in_(bindparam("near", expanding=True))
        conditions.append(or_(here, and_(col(ReviewItem.level) > 0, near), named))
    return conditions


@cache
def _rows(everywhere: bool, lane: Lane, later: bool) -> Any:
    is_post = and_(col(ReviewItem.target_kind) == TargetKind.POST, col(Post.id) == col(ReviewItem.target_id))
    found = (
        select(
            col(ReviewItem.id),
            col(ReviewItem.reference),
            col(ReviewItem.version),
            col(ReviewItem.neighbourhood_id),
            col(ReviewItem.target_kind),
            col(ReviewItem.reason),
            col(ReviewItem.notices),
            col(ReviewItem.urgent),
            col(ReviewItem.level),
            col(ReviewItem.due_at),
            col(ReviewItem.late_since),
            col(ReviewItem.created_at),
            col(ReviewItem.priority),
            col(ReviewItem.priority_reasons),
            col(ReviewItem.crisis),
            col(ReviewItem.households),
            col(ReviewItem.claimed_by_id),
            col(ReviewItem.claimed_at),
            col(ReviewItem.claim_until),
            col(ReviewItem.held),
            _CLAIMERS.c.first_name,
            NAMES.c.first_name,
            col(Post.kind),
            col(Post.state),
            col(Post.category),
            col(Post.title),
            col(Post.body),
        )
        .select_from(ReviewItem)
        .join(NAMES, NAMES.c.id == col(ReviewItem.author_id))
        .join(_CLAIMERS, _CLAIMERS.c.id == col(ReviewItem.claimed_by_id), isouter=True)
        .join(Post, is_post, isouter=True)
        .where(*_mine(everywhere), *_LANES[lane])
        .order_by(col(ReviewItem.priority).desc(), col(ReviewItem.created_at), col(ReviewItem.id))
        .limit(PAGE_SIZE + 1)
    )
    if later:
        same = and_(col(ReviewItem.created_at) == bindparam("at"), col(ReviewItem.id) > bindparam("after"))
        younger = or_(col(ReviewItem.created_at) > bindparam("at"), same)
        lighter = col(ReviewItem.priority) < bindparam("priority")
        found = found.where(or_(lighter, and_(col(ReviewItem.priority) == bindparam("priority"), younger)))
    return found


@cache
def _counts(everywhere: bool) -> Any:
    def number(*conditions: Any) -> Any:
        return func.coalesce(func.sum(case((and_(*conditions), 1), else_=0)), 0)

    lanes = (number(*_LANES[lane]) for lane in (Lane.NEW, Lane.NOTICED, Lane.LATE, Lane.CRISIS, Lane.MINE))
    return select(func.count(), *lanes).select_from(ReviewItem).where(*_mine(everywhere))


@dataclass(frozen=True)
class Place:
    """Where a page of the queue ended: the place of its last row, and the moment and key that break a tie."""

    priority: int
    cursor: Cursor

    def __str__(self) -> str:
        return f"{self.priority}-{self.cursor}"


def read_place(text: str | None) -> Place | None:
    """Return the place in an address, or None for the first page (also when it is nonsense)."""
    points, _, rest = (text or "").partition("-")
    cursor = read_cursor(rest)
    if cursor is None or not (points.isascii() and points.isdigit() and len(points) <= POINTS_DIGITS):
        return None
    return Place(int(points), cursor)


def queue(work: Work, scope: Scope, lane: Lane, after: Place | None = None) -> tuple[list[QueueRow], Place | None]:
    """Return a page of what waits, the gravest first and then the oldest, and where the next page starts."""
    values = _values(work, scope)
    if after is not None:
        values |= {"priority": after.priority, "at": after.cursor.at, "after": after.cursor.id}
    statement = _rows(scope.hoods is None, lane, after is not None)
    rows = [QueueRow._make(row) for row in work.connection().execute(statement, values)]
    shown = rows[:PAGE_SIZE]
    last = shown[-1] if len(rows) > PAGE_SIZE else None
    return shown, Place(last.priority, Cursor(last.created_at, last.id)) if last else None


def counts(work: Work, scope: Scope) -> Counts:
    """Return how many wait in each lane."""
    row = work.connection().execute(_counts(scope.hoods is None), _values(work, scope)).one()
    return Counts(*(int(number) for number in row))


def _values(work: Work, scope: Scope) -> dict[str, Any]:
    values: dict[str, Any] = {"municipality": scope.municipality_id, "me": scope.member_id, "now": work.now()} | {
        "member": scope.member_id,
        "pattern": pattern_of(scope.member_id),
        "administrator": scope.administrator,
    }
    if scope.hoods is not None:
        values |= {"hoods": sorted(scope.hoods), "near": sorted(scope.near)}
    return values
