"""Somebody's help that comes back, for the list of appointments; and how often somebody helps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select, union
from sqlmodel import col

from b2b.agreements.queries.load import MONTH
from b2b.core.db import Work
from b2b.posts.queries import Post
from b2b.posts.rules import PostKind
from b2b.recurring.models import Place, Series, Turn
from b2b.recurring.rules import AHEAD, IN_TEAM, STANDING, SeriesState, TurnState


@dataclass(frozen=True)
class SeriesRow:
    """One series in a list. `next_at`: when this reader has a turn next (the asker: when anybody has); None: not yet."""

    reference: str
    state: SeriesState
    first_at: datetime
    every: int
    place: str
    post_title: str
    post_kind: PostKind
    next_at: datetime | None


_next = (
    select(func.min(col(Turn.starts_at)))
    .where(
        col(Turn.series_id) == col(Series.id),
        col(Turn.state).in_(sorted(AHEAD)),
        col(Turn.starts_at) > bindparam("now"),
        (col(Series.asker_id) == bindparam("me")) | (col(Turn.helper_id) == bindparam("me")),
    )
    .correlate(Series)
    .scalar_subquery()
)


def with_member(member_id: Any) -> Any:
    """Return the keys of the series in which this member asks, or has a place: two look-ups, no table is read through."""
    helps = select(col(Place.series_id)).where(
        col(Place.member_id) == member_id, col(Place.state).in_(sorted(IN_TEAM))
    )
    return union(select(col(Series.id)).where(col(Series.asker_id) == member_id), helps)


_MINE: Any = (
    select(
        col(Series.reference),
        col(Series.state),
        col(Series.first_at),
        col(Series.every),
        col(Series.place),
        col(Post.title),
        col(Post.kind),
        _next.label("next_at"),
    )
    .join_from(Series, Post, col(Post.id) == col(Series.post_id))
    .where(col(Series.state).in_(sorted(STANDING)), col(Series.id).in_(with_member(bindparam("me"))))
    .order_by(col(Series.id).desc())
    .limit(20)
)
_HELPED: Any = (
    select(col(Turn.helper_id), func.count())
    .where(
        col(Turn.helper_id).in_(bindparam("members", expanding=True)),
        col(Turn.state).in_([TurnState.PLANNED, TurnState.DONE]),
        col(Turn.starts_at) > bindparam("since"),
        col(Turn.starts_at) <= bindparam("until"),
    )
    .group_by(col(Turn.helper_id))
)


def of_member(work: Work, member_id: int) -> list[SeriesRow]:
    """Return the series that stand in which this member asks or helps, newest first: one statement."""
    return [SeriesRow(*row) for row in work.connection().execute(_MINE, {"me": member_id, "now": work.now()})]


def helped_lately(work: Work, member_ids: Sequence[int]) -> Mapping[int, int]:
    """Return how many turns of the last month and the month to come each of these members has."""
    now = work.now()
    bound = {"members": sorted(set(member_ids)), "since": now - MONTH, "until": now + MONTH}
    return {row[0]: row[1] for row in work.connection().execute(_HELPED, bound)}


def lasts(work: Work, conversation_id: int) -> bool:
    """Say whether more help is agreed on in this conversation: then one appointment does not end it."""
    found = select(col(Series.id)).where(
        col(Series.conversation_id) == conversation_id, col(Series.state).in_(sorted(STANDING))
    )
    return work.scalars(found).first() is not None
