"""Forget cases that served their time, whole. What they counted for is frozen first, in the same transaction."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from sqlalchemy import delete, select
from sqlmodel import col

from b2b.core.clock import local
from b2b.core.db import Work
from b2b.moderation import queries
from b2b.moderation.models import (
    Complaint,
    Decision,
    FrozenYear,
    KeptWords,
    Notice,
    PoliceReport,
    Reading,
    ReviewItem,
    Sanction,
    Statement,
)
from b2b.moderation.queries import OldCase
from b2b.moderation.rules.keeping import KEEP_READINGS


def purge_cases(work: Work, limit: int = 100) -> int:
    """Delete up to `limit` old cases with all that belongs to them; return how many went."""
    old = queries.old_cases(work, limit)
    for case in old:
        _freeze(work, case)
    ids = [case.item_id for case in old]
    if ids:
        _delete(work, ids)
    return len(old)


def purge_readings(work: Work, limit: int = 1000) -> int:
    """Delete up to `limit` lines of who read in private conversations, when their time is over; return how many."""
    old = select(col(Reading.id)).where(col(Reading.at) < work.now() - KEEP_READINGS).limit(limit)
    return work.connection().execute(delete(Reading).where(col(Reading.id).in_(old))).rowcount


def _freeze(work: Work, case: OldCase) -> None:
    """Keep the figures of each year in which this case counts, once."""
    for year in range(local(case.began).year, local(case.ended).year + 1):
        if queries.is_frozen(work, case.municipality_id, year):
            continue
        counted = queries.count_year(work, case.municipality_id, year)
        work.add(
            FrozenYear(
                municipality_id=case.municipality_id,
                year=year,
                lines=[asdict(line) for line in counted.lines],
                places=[asdict(place) for place in counted.places],
                frozen_at=work.now(),
            )
        )
        work.flush()  # the next case of this year must find it


def _delete(work: Work, items: Iterable[int]) -> None:
    """Delete rows of cases, those that point at others first."""
    connection = work.connection()
    decisions = select(col(Decision.id)).where(col(Decision.review_item_id).in_(items))
    asked = select(col(Decision.statement_id)).where(col(Decision.review_item_id).in_(items))
    statements = [key for key in connection.execute(asked).scalars() if key is not None]
    gone: list[tuple[Any, Any]] = [
        (KeptWords, col(KeptWords.decision_id).in_(decisions)),
        (Complaint, col(Complaint.decision_id).in_(decisions)),
        (Sanction, col(Sanction.statement_id).in_(statements)),
        (Decision, col(Decision.review_item_id).in_(items)),
        (Statement, col(Statement.id).in_(statements)),
        (Notice, col(Notice.review_item_id).in_(items)),
        (PoliceReport, col(PoliceReport.review_item_id).in_(items)),
        (Reading, col(Reading.review_item_id).in_(items)),
        (ReviewItem, col(ReviewItem.id).in_(items)),
    ]
    for table, which in gone:
        connection.execute(delete(table).where(which))
