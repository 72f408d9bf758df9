"""Turns as entries of a calendar: each its own, so that one that is skipped leaves the others alone."""

from typing import Any

from sqlalchemy import bindparam, or_, select
from sqlmodel import col

from b2b.accounts import queries as people
from b2b.accounts.queries.shared import NAMES
from b2b.agreements.calendar import Entry, Status
from b2b.agreements.rules import FEED_MAX, FEED_PAST, LENGTH
from b2b.core.db import Work
from b2b.posts.queries import Post
from b2b.recurring.models import Place, Series, Turn
from b2b.recurring.rules import PlaceState, TurnState

_GONE = frozenset({TurnState.SKIPPED, TurnState.CANCELLED})
_mine = select(col(Place.series_id)).where(
    col(Place.member_id) == bindparam("me"), col(Place.state) == PlaceState.ACTIVE
)
_TURNS: Any = (
    select(
        col(Series.reference),
        col(Series.asker_id),
        col(Series.place),
        col(Post.title),
        col(Turn.number),
        col(Turn.starts_at),
        col(Turn.helper_id),
        col(Turn.state),
        col(Turn.sequence),
        NAMES.c.first_name,
    )
    .join_from(Turn, Series, col(Series.id) == col(Turn.series_id))
    .join(Post, col(Post.id) == col(Series.post_id))
    .join(NAMES, NAMES.c.id == col(Series.asker_id))
    .where(
        or_(col(Series.asker_id) == bindparam("me"), col(Series.id).in_(_mine)),
        col(Turn.starts_at) > bindparam("since"),
    )
    .order_by(col(Turn.starts_at).desc(), col(Turn.id).desc())
    .limit(FEED_MAX)
)


def entries(work: Work, member_id: int) -> list[Entry]:
    """Return the turns of somebody's own calendar, from a month ago onwards.

    A helper sees the turns of others as cancelled, so that one that was handed on leaves their calendar.
    """
    now = work.now()
    rows = list(work.connection().execute(_TURNS, {"me": member_id, "since": now - FEED_PAST}))
    helpers = people.names(work, [row.helper_id for row in rows if row.helper_id])
    return [
        Entry(
            uid=f"{row.reference}-{row.number}@buurthulp",
            sequence=row.sequence,
            status=_status(row, member_id),
            starts_at=row.starts_at,
            ends_at=row.starts_at + LENGTH,
            written_at=now,
            summary=f"Buurthulp: {row.title}",
            place=row.place,
            description=_with(helpers.get(row.helper_id, "") if row.asker_id == member_id else row.first_name),
        )
        for row in rows
    ]


def entries_of(work: Work, series: Series, member_id: int) -> list[Entry]:
    """Return the turns of one series as entries, for one reader."""
    return [entry for entry in entries(work, member_id) if entry.uid.startswith(f"{series.reference}-")]


def _status(row: Any, member_id: int) -> Status:
    if row.state in _GONE or (row.asker_id != member_id and row.helper_id != member_id):
        return Status.CANCELLED
    return Status.TENTATIVE if row.state is TurnState.OPEN else Status.CONFIRMED


def _with(name: str) -> str:
    more = "Kun je een keer niet? Sla die keer dan over op Buurthulp."
    return f"Met {name}. {more}" if name else f"Er is nog niemand voor deze keer. {more}"
