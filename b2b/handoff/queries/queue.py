"""What stands in the desk's list, in one statement a page: by clock, and what is closed by when it closed."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import and_, bindparam, case, func, or_, select
from sqlmodel import col

from b2b.accounts.queries.shared import NAMES
from b2b.core.db import Work
from b2b.handoff.models import Handoff
from b2b.handoff.rules import ENDED, PAGE_SIZE, HandoffState, Lane
from b2b.web.paging import Cursor


@dataclass(frozen=True)
class Scope:
    """Whose list: a member's, of these neighbourhoods of a municipality (None: all of them)."""

    municipality_id: int
    member_id: int
    hoods: frozenset[int] | None


class QueueRow(NamedTuple):
    """A line of the list: enough to choose by, no words of the resident."""

    id: int
    reference: str
    neighbourhood_id: int
    state: HandoffState
    created_at: datetime
    due_at: datetime | None
    closed_at: datetime | None
    claimed_by_id: int | None
    claimed_by: str | None


_IN_HAND = (HandoffState.CLAIMED, HandoffState.IN_CONTACT)
_MINE = col(Handoff.claimed_by_id) == bindparam("me")
_LANES: dict[Lane, tuple[Any, ...]] = {
    Lane.NEW: (col(Handoff.state) == HandoffState.NEW,),
    Lane.MINE: (col(Handoff.state).in_(_IN_HAND), _MINE),
    Lane.OTHERS: (col(Handoff.state).in_(_IN_HAND), col(Handoff.claimed_by_id) != bindparam("me")),
    Lane.WAITING: (col(Handoff.state) == HandoffState.WAITING,),
    Lane.DONE: (col(Handoff.state).in_(ENDED),),
}


COUNTED = tuple(lane for lane in Lane if lane is not Lane.DONE)
"""Lanes with a number: what is closed only grows."""


@cache
def _rows(lane: Lane, everywhere: bool, later: bool) -> Any:
    newest_first = lane is Lane.DONE
    moment = col(Handoff.closed_at) if newest_first else col(Handoff.due_at)
    found = (
        select(
            col(Handoff.id),
            col(Handoff.reference),
            col(Handoff.neighbourhood_id),
            col(Handoff.state),
            col(Handoff.created_at),
            col(Handoff.due_at),
            col(Handoff.closed_at),
            col(Handoff.claimed_by_id),
            NAMES.c.first_name,
        )
        .select_from(Handoff)
        .join(NAMES, NAMES.c.id == col(Handoff.claimed_by_id), isouter=True)
        .where(
            col(Handoff.municipality_id) == bindparam("municipality"),
            col(Handoff.member_id) != bindparam("me"),
            *_LANES[lane],
        )
        .order_by(moment.desc() if newest_first else moment, col(Handoff.id))
        .limit(PAGE_SIZE + 1)
    )
    if not everywhere:
        found = found.where(col(Handoff.neighbourhood_id).in_(bindparam("hoods", expanding=True)))
    if later:
        beyond = moment < bindparam("at") if newest_first else moment > bindparam("at")
        found = found.where(or_(beyond, and_(moment == bindparam("at"), col(Handoff.id) > bindparam("after"))))
    return found


def queue(work: Work, scope: Scope, lane: Lane, after: Cursor | None = None) -> tuple[list[QueueRow], Cursor | None]:
    """Return a page of a lane, what is due first on top, and where the next page starts."""
    values = _values(scope)
    if after is not None:
        values |= {"at": after.at, "after": after.id}
    found = work.connection().execute(_rows(lane, scope.hoods is None, after is not None), values)
    rows = [QueueRow._make(row) for row in found]
    shown = rows[:PAGE_SIZE]
    last = shown[-1] if len(rows) > PAGE_SIZE else None
    return shown, Cursor(_moment(last, lane), last.id) if last else None


def _moment(row: QueueRow, lane: Lane) -> datetime:
    return (row.closed_at if lane is Lane.DONE else row.due_at) or row.created_at


@cache
def _counts(everywhere: bool) -> Any:
    numbers = (func.coalesce(func.sum(case((and_(*_LANES[lane]), 1), else_=0)), 0) for lane in COUNTED)
    found = (
        select(*numbers)
        .select_from(Handoff)
        .where(
            col(Handoff.municipality_id) == bindparam("municipality"),
            col(Handoff.member_id) != bindparam("me"),
            col(Handoff.state).not_in(ENDED),
        )
    )
    return found if everywhere else found.where(col(Handoff.neighbourhood_id).in_(bindparam("hoods", expanding=True)))


def counts(work: Work, scope: Scope) -> dict[Lane, int]:
    """Return how many stand in each lane of what is not closed."""
    row = work.connection().execute(_counts(scope.hoods is None), _values(scope)).one()
    return {lane: int(number) for lane, number in zip(COUNTED, row, strict=True)}


def _values(scope: Scope) -> dict[str, Any]:
    values: dict[str, Any] = {"municipality": scope.municipality_id, "me": scope.member_id}
    return values if scope.hoods is None else values | {"hoods": sorted(scope.hoods)}
