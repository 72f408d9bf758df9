"""Questions about risks and incidents."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, and_, case, func, or_, select
from sqlmodel import col

from b2b.accounts.queries.shared import NAMES
from b2b.authz.predicates import Actor, Role
from b2b.core.db import Work
from b2b.risks.models import Incident, Risk
from b2b.risks.rules import IncidentState, Period, Tally, heaviness
from b2b.web.paging import Cursor

PAGE_SIZE = 25


@dataclass(frozen=True)
class IncidentRow:
    """One incident in a list."""

    id: int
    reference: str
    happened_on: date
    state: IncidentState
    neighbourhood_id: int | None
    about: str | None
    filed_at: datetime
    risk_title: str
    filed_by: str | None


def register(work: Work, municipality_id: int) -> list[Risk]:
    """Return every risk, the heaviest first."""
    found = list(work.scalars(select(Risk).where(col(Risk.municipality_id) == municipality_id)))
    return sorted(found, key=lambda risk: (heaviness(risk.likelihood, risk.effect), risk.title))


def codes(work: Work, municipality_id: int) -> set[str]:
    """Return which of our own risks are in the register already."""
    found = select(col(Risk.code)).where(col(Risk.municipality_id) == municipality_id, col(Risk.code).is_not(None))
    return set(work.scalars(found))


def risk_by_reference(work: Work, municipality_id: int, reference: str) -> Risk | None:
    """Return a risk of this municipality, or None."""
    found = select(Risk).where(col(Risk.reference) == reference, col(Risk.municipality_id) == municipality_id)
    return work.scalars(found).first()


def risk(work: Work, risk_id: int) -> Risk:
    """Return a risk by its key."""
    return work.get_one(Risk, risk_id)


def by_once(work: Work, once: str) -> Incident | None:
    """Return the incident that a form made before."""
    return work.scalars(select(Incident).where(col(Incident.once) == once)).first()


def tallies(work: Work, municipality_id: int, during: Period) -> list[Tally]:
    """Return every risk with how often it came true in a period, and how many of those are closed."""
    counted = (
        select(
            col(Incident.risk_id),
            func.count().label("filed"),
            func.sum(case((col(Incident.state) == IncidentState.CLOSED, 1), else_=0)).label("closed"),
        )
        .where(
            col(Incident.municipality_id) == municipality_id,
            col(Incident.happened_on).between(during.first, during.last),
        )
        .group_by(col(Incident.risk_id))
        .subquery()
    )
    rows = work.execute(
        select(Risk, counted.c.filed, counted.c.closed)
        .join(counted, counted.c.risk_id == col(Risk.id), isouter=True)
        .where(col(Risk.municipality_id) == municipality_id)
    )
    return [
        Tally(one.title, one.category, one.likelihood, one.effect, one.measure, one.owner, filed or 0, closed or 0)
        for one, filed, closed in rows
    ]


def incidents(
    work: Work, actor: Actor, before: Cursor | None = None, *, risk_id: int | None = None
) -> tuple[list[IncidentRow], Cursor | None]:
    """Return a page of what this member of staff may read, newest first; and where the next page begins."""
    found = _rows().where(col(Incident.municipality_id) == actor.municipality_id, _readable(actor))
    if risk_id is not None:
        found = found.where(col(Incident.risk_id) == risk_id)
    if before is not None:
        found = found.where(
            or_(
                col(Incident.filed_at) < before.at,
                and_(col(Incident.filed_at) == before.at, col(Incident.id) < before.id),
            )
        )
    rows = [IncidentRow(*row) for row in work.execute(found.limit(PAGE_SIZE + 1))]
    older = Cursor(rows[PAGE_SIZE - 1].filed_at, rows[PAGE_SIZE - 1].id) if len(rows) > PAGE_SIZE else None
    return rows[:PAGE_SIZE], older


def closed_before(work: Work, moment: datetime, limit: int) -> list[Incident]:
    """Return incidents whose words were kept long enough."""
    found = (
        select(Incident)
        .where(
            col(Incident.closed_at) < moment,
            or_(col(Incident.what).is_not(None), col(Incident.filed_by_id).is_not(None)),
        )
        .order_by(col(Incident.closed_at))
        .limit(limit)
    )
    return list(work.scalars(found))


def _rows() -> Select[Any]:
    return (
        select(
            col(Incident.id),
            col(Incident.reference),
            col(Incident.happened_on),
            col(Incident.state),
            col(Incident.neighbourhood_id),
            col(Incident.about),
            col(Incident.filed_at),
            col(Risk.title),
            NAMES.c.first_name,
        )
        .join_from(Incident, Risk, col(Risk.id) == col(Incident.risk_id))
        .join(NAMES, NAMES.c.id == col(Incident.filed_by_id), isouter=True)
        .order_by(col(Incident.filed_at).desc(), col(Incident.id).desc())
    )


def _readable(actor: Actor) -> Any:
    """Return the same answer as the policy gives, for a whole list: own places, or filed oneself."""
    if actor.has(Role.ADMINISTRATOR):
        return col(Incident.id).is_not(None)
    places: set[int] = set()
    for role in (Role.MODERATOR, Role.COORDINATOR):
        held = actor.neighbourhoods(role)
        if held is None:
            return col(Incident.id).is_not(None)
        places |= held
    # Without a place an incident is of the whole municipality: every member of staff may read it.
    return or_(
        col(Incident.neighbourhood_id).in_(sorted(places)),
        col(Incident.neighbourhood_id).is_(None),
        col(Incident.filed_by_id) == actor.member_id,
    )
