"""What stands in the desk's list, in one statement a page: by clock, and what is closed by when it closed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import and_, bindparam, case, func, or_, select
from sqlmodel import col

from b2b.accounts.queries.shared import GUESTS, NAMES, guest_at
from b2b.core.db import Work
from b2b.handoff.models import Handoff
from b2b.handoff.rules import ENDED, PAGE_SIZE, HandoffState, Lane
from b2b.municipalities import queries as areas
from b2b.web.paging import Cursor


@dataclass(frozen=True)
class Scope:
    """Whose list: a member's, of these neighbourhoods of a municipality (None: all of them).

    `since`: in a municipality that shares its desk, only what was asked after it said so.
    """

    municipality_id: int
    member_id: int
    hoods: frozenset[int] | None
    since: datetime | None = None


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
    municipality_id: int
    guest_of: str | None
    """Whose worker has it, when that is another municipality's; then there is no name."""


class Line(NamedTuple):
    """A line of the list, with the names of its place and its municipality."""

    row: QueueRow
    place: str
    town: str


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
def _rows(lane: Lane, everywhere: bool, lately: bool, later: bool) -> Any:
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
            col(Handoff.municipality_id),
            GUESTS.c.town,
        )
        .select_from(Handoff)
        .join(NAMES, NAMES.c.id == col(Handoff.claimed_by_id), isouter=True)
        .join(GUESTS, guest_at(col(Handoff.municipality_id), col(Handoff.claimed_by_id)), isouter=True)
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
    if lately:
        found = found.where(col(Handoff.consented_at) >= bindparam("since"))
    if later:
        beyond = moment < bindparam("at") if newest_first else moment > bindparam("at")
        found = found.where(or_(beyond, and_(moment == bindparam("at"), col(Handoff.id) > bindparam("after"))))
    return found


def queue(
    work: Work, scopes: Sequence[Scope], lane: Lane, after: Cursor | None = None
) -> tuple[list[Line], Cursor | None]:
    """Return a page of one list over several municipalities: each is read as itself, by one statement."""
    lines: list[Line] = []
    for scope in scopes:
        with work.within(scope.municipality_id):
            places = areas.places(work, scope.municipality_id)
            rows = _found(work, scope, lane, after)
        lines += [Line(row, places.label(row.neighbourhood_id), places.name) for row in rows]
    if len(scopes) > 1:
        lines.sort(key=lambda line: line.row.id)
        lines.sort(key=lambda line: _moment(line.row, lane), reverse=lane is Lane.DONE)
    last = lines[PAGE_SIZE - 1].row if len(lines) > PAGE_SIZE else None
    return lines[:PAGE_SIZE], Cursor(_moment(last, lane), last.id) if last else None


def _found(work: Work, scope: Scope, lane: Lane, after: Cursor | None) -> list[QueueRow]:
    values = _values(scope)
    if after is not None:
        values |= {"at": after.at, "after": after.id}
    asked = _rows(lane, scope.hoods is None, scope.since is not None, after is not None)
    return [QueueRow._make(row) for row in work.connection().execute(asked, values)]


def _moment(row: QueueRow, lane: Lane) -> datetime:
    return (row.closed_at if lane is Lane.DONE else row.due_at) or row.created_at


@cache
def _counts(everywhere: bool, lately: bool) -> Any:
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
    if lately:
        found = found.where(col(Handoff.consented_at) >= bindparam("since"))
    return found if everywhere else found.where(col(Handoff.neighbourhood_id).in_(bindparam("hoods", expanding=True)))


def counts(work: Work, scopes: Sequence[Scope]) -> dict[Lane, int]:
    """Return how many stand in each lane of what is not closed; each municipality is asked as itself."""
    total: dict[Lane, int] = dict.fromkeys(COUNTED, 0)
    for scope in scopes:
        asked = _counts(scope.hoods is None, scope.since is not None)
        with work.within(scope.municipality_id):
            row = work.connection().execute(asked, _values(scope)).one()
        total = {lane: total[lane] + int(number) for lane, number in zip(COUNTED, row, strict=True)}
    return total


def _values(scope: Scope) -> dict[str, Any]:
    values: dict[str, Any] = {"municipality": scope.municipality_id, "me": scope.member_id}
    values |= {} if scope.since is None else {"since": scope.since}
    return values if scope.hoods is None else values | {"hoods": sorted(scope.hoods)}
