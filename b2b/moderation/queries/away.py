"""Who is away, who covers, and where a moderator is missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, or_, select
from sqlmodel import col

from b2b.accounts import queries as people
from b2b.accounts.queries.shared import NAMES
from b2b.authz.predicates import Role
from b2b.core.db import Work
from b2b.moderation.models import Absence, ReviewItem
from b2b.moderation.rules import ReviewState
from b2b.moderation.rules.welfare import WISHED
from b2b.municipalities import queries as areas

SHOWN_MAX = 200


@dataclass(frozen=True)
class Away:
    """Somebody is away in this time. `cover` is None when nobody was found: the next circle is asked."""

    id: int
    reference: str
    member_id: int
    name: str
    cover_id: int | None
    cover: str | None
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class Staffing:
    """How many moderators a wijk has: wished is two for each neighbourhood."""

    district: str
    neighbourhoods: int
    thin: tuple[str, ...]
    """Neighbourhoods with fewer than two moderators of their own or of the whole municipality."""
    empty: tuple[str, ...]
    moderators: int


def away_now(work: Work, member_ids: Iterable[int]) -> dict[int, int | None]:
    """Return who of these is away at this moment, and who covers (None: nobody)."""
    wanted = sorted(set(member_ids))
    if not wanted:
        return {}
    found = (
        select(col(Absence.member_id), col(Absence.cover_id))
        .where(col(Absence.member_id).in_(wanted), *_standing(), col(Absence.starts_at) <= bindparam("now"))
        .order_by(col(Absence.id))
    )
    return {row.member_id: row.cover_id for row in work.connection().execute(found, {"now": work.now()})}


def absences(work: Work, municipality_id: int, member_id: int | None = None) -> list[Away]:
    """Return who is away or will be, soonest first: of one member, or of everybody."""
    cover = NAMES.alias("covers")
    found = (
        select(
            col(Absence.id),
            col(Absence.reference),
            col(Absence.member_id),
            NAMES.c.first_name,
            col(Absence.cover_id),
            cover.c.first_name,
            col(Absence.starts_at),
            col(Absence.ends_at),
        )
        .join_from(Absence, NAMES, NAMES.c.id == col(Absence.member_id))
        .join(cover, cover.c.id == col(Absence.cover_id), isouter=True)
        .where(col(Absence.municipality_id) == municipality_id, *_standing())
        .order_by(col(Absence.starts_at), col(Absence.id))
        .limit(SHOWN_MAX)
    )
    if member_id is not None:
        found = found.where(or_(col(Absence.member_id) == member_id, col(Absence.cover_id) == member_id))
    return [Away(*row) for row in work.connection().execute(found, {"now": work.now()})]


def overlapping(work: Work, member_id: int, starts_at: datetime, ends_at: datetime) -> Absence | None:
    """Return an absence of this member in that time, if any."""
    found = select(Absence).where(
        col(Absence.member_id) == member_id,
        col(Absence.ended_at).is_(None),
        col(Absence.starts_at) < ends_at,
        col(Absence.ends_at) > starts_at,
    )
    return work.scalars(found.limit(1)).first()


def begun(work: Work, limit: int) -> list[Absence]:
    """Return up to `limit` absences that run now, and of which what waits was not looked through yet."""
    found = select(Absence).where(
        col(Absence.applied_at).is_(None),
        col(Absence.ended_at).is_(None),
        col(Absence.starts_at) <= work.now(),
        col(Absence.ends_at) > work.now(),
    )
    return list(work.scalars(found.order_by(col(Absence.id)).limit(limit)))


def waiting_items(work: Work, municipality_id: int) -> list[ReviewItem]:
    """Return everything that waits in a municipality: for a job, not for a page."""
    found = select(ReviewItem).where(
        col(ReviewItem.municipality_id) == municipality_id, col(ReviewItem.state) == ReviewState.WAITING
    )
    return list(work.scalars(found.order_by(col(ReviewItem.id))))


def possible_covers(work: Work, municipality_id: int, member_id: int) -> dict[int, str]:
    """Return the other moderators and administrators of a municipality, by first name."""
    asked = [
        *people.cover(work, Role.MODERATOR, municipality_id),
        *people.cover(work, Role.ADMINISTRATOR, municipality_id),
    ]
    names = people.names(work, {who for who, _ in asked if who != member_id})
    return dict(sorted(names.items(), key=lambda pair: (pair[1], pair[0])))


def staffing(work: Work, municipality_id: int) -> list[Staffing]:
    """Return per wijk where there are fewer moderators than wished; one statement, whatever the number of places."""
    held = people.cover(work, Role.MODERATOR, municipality_id)
    everywhere = {who for who, hood in held if hood is None}
    return [
        _of_quarter(quarter, everywhere, held)
        for quarter in areas.districts_with_neighbourhoods(work, municipality_id)
    ]


def _of_quarter(quarter: Any, everywhere: set[int], held: list[tuple[int, int | None]]) -> Staffing:
    here = {hood.id: {who for who, place in held if place == hood.id} | everywhere for hood in quarter.hoods}
    return Staffing(
        district=quarter.name,
        neighbourhoods=len(quarter.hoods),
        thin=tuple(hood.name for hood in quarter.hoods if 0 < len(here[hood.id]) < WISHED),
        empty=tuple(hood.name for hood in quarter.hoods if not here[hood.id]),
        moderators=len(set().union(*here.values())) if here else 0,
    )


def _standing() -> list[Any]:
    return [and_(col(Absence.ended_at).is_(None), col(Absence.ends_at) > bindparam("now"))]
