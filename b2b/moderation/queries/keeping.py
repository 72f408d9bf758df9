"""Which cases have served their time, and the figures of years of which some did."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlmodel import col

from b2b.core.clock import from_local
from b2b.core.db import Work
from b2b.moderation.models import Complaint, Decision, FrozenYear, ListedAddress, ReviewItem, Sanction
from b2b.moderation.queries.figures import figures
from b2b.moderation.rules import ReviewState
from b2b.moderation.rules.complaints import ComplaintState
from b2b.moderation.rules.figures import Line, PlaceLine, by_place, report
from b2b.moderation.rules.keeping import SHORTEST, case_over
from b2b.moderation.rules.measures import SanctionState
from b2b.municipalities import queries as areas


@dataclass(frozen=True)
class YearReport:
    """What a municipality accounts for over a year."""

    lines: list[Line]
    places: list[PlaceLine]


@dataclass(frozen=True)
class OldCase:
    """A case that can be forgotten. It counts in the years from `began` up to `ended`."""

    item_id: int
    municipality_id: int
    began: datetime
    ended: datetime


def year_report(work: Work, municipality_id: int, year: int) -> YearReport:
    """Return the figures of a year: as they were frozen, or counted now."""
    asked = select(FrozenYear).where(col(FrozenYear.municipality_id) == municipality_id, col(FrozenYear.year) == year)
    frozen = work.scalars(asked).first()
    if frozen is None:
        return count_year(work, municipality_id, year)
    return YearReport([Line(**line) for line in frozen.lines], [PlaceLine(**place) for place in frozen.places])


def count_year(work: Work, municipality_id: int, year: int) -> YearReport:
    """Return the figures of a year, counted from the rows there are."""
    facts = figures(work, municipality_id, _midnight(year), _midnight(year + 1))
    places = [quarter.slug for quarter in areas.districts_with_neighbourhoods(work, municipality_id)]
    return YearReport(report(facts), by_place(facts, places))


def is_frozen(work: Work, municipality_id: int, year: int) -> bool:
    """Say whether the figures of a year are kept apart already."""
    key = select(col(FrozenYear.id)).where(
        col(FrozenYear.municipality_id) == municipality_id, col(FrozenYear.year) == year
    )
    return work.scalars(key).first() is not None


def old_cases(work: Work, limit: int) -> list[OldCase]:
    """Return at most `limit` cases whose time is over, the oldest first."""
    now = work.now()
    ended: Any = func.coalesce(col(ReviewItem.decided_at), col(ReviewItem.created_at))
    objected = (
        select(func.max(col(Complaint.decided_at)))
        .join(Decision, col(Decision.id) == col(Complaint.decision_id))
        .where(col(Decision.review_item_id) == col(ReviewItem.id))
        .scalar_subquery()
    )
    found = (
        select(col(ReviewItem.id), col(ReviewItem.municipality_id), col(ReviewItem.created_at), ended, objected)
        .where(
            col(ReviewItem.state) != ReviewState.WAITING,
            ended < now - SHORTEST,
            ~_objection_waits(),
            ~_measure_lasts(now),
        )
        .order_by(ended)
        .limit(limit)
    )
    rows = work.execute(found).all()
    return [OldCase(*row[:4]) for row in rows if case_over(row[3], row[4]) <= now]


def _objection_waits() -> ColumnElement[bool]:
    return exists(
        select(col(Complaint.id))
        .join(Decision, col(Decision.id) == col(Complaint.decision_id))
        .where(col(Decision.review_item_id) == col(ReviewItem.id), col(Complaint.state) == ComplaintState.WAITING)
    )


def _measure_lasts(now: datetime) -> ColumnElement[bool]:
    return exists(
        select(col(Sanction.id))
        .join(Decision, col(Decision.statement_id) == col(Sanction.statement_id))
        .join(ListedAddress, col(ListedAddress.sanction_id) == col(Sanction.id), isouter=True)
        .where(
            col(Decision.review_item_id) == col(ReviewItem.id),
            or_(
                col(Sanction.state) == SanctionState.ACTIVE,
                col(Sanction.counts_until) > now,
                col(ListedAddress.id).is_not(None),
            ),
        )
    )


def _midnight(year: int) -> datetime:
    return from_local(datetime.combine(date(year, 1, 1), time()))
