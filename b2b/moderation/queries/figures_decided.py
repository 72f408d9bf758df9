"""Numbers about restrictions, measures and objections in a period: for the transparency report. No names.

Each is one statement that groups rows of one municipality by what the report asks for.
"""

from datetime import datetime
from statistics import median
from typing import Any

from sqlalchemy import func, select
from sqlmodel import col

from b2b.core.db import Work
from b2b.moderation.models import Complaint, Decision, PoliceReport, Sanction, Statement
from b2b.moderation.rules.complaints import ComplaintState


def statements_by(work: Work, municipality_id: int, start: datetime, end: datetime) -> list[dict[str, Any]]:
    """Return how many statements were sent, by what they restrict, why somebody looked and how it was found.

    Keys: visibility, account, ground, rule, source, automated_detection, automated_decision, number.
    """
    columns = (
        col(Statement.visibility),
        col(Statement.account),
        col(Statement.ground),
        col(Statement.rule),
        col(Statement.source),
        col(Statement.automated_detection),
        col(Statement.automated_decision),
    )
    found = (
        select(*columns, func.count().label("number"))
        .where(
            col(Statement.municipality_id) == municipality_id,
            col(Statement.sent_at) >= start,
            col(Statement.sent_at) < end,
        )
        .group_by(*columns)
    )
    return [dict(row._mapping) for row in work.execute(found)]


def sanctions_by(work: Work, municipality_id: int, start: datetime, end: datetime) -> list[dict[str, Any]]:
    """Return the measures that began in the period: kind, state, number, and the median of their days (None: lasting)."""
    found = select(col(Sanction.kind), col(Sanction.state), col(Sanction.starts_at), col(Sanction.ends_at)).where(
        col(Sanction.municipality_id) == municipality_id,
        col(Sanction.starts_at) >= start,
        col(Sanction.starts_at) < end,
    )
    lengths: dict[tuple[Any, Any], list[float | None]] = {}
    for kind, state, began, ends in work.execute(found):
        days = (ends - began).total_seconds() / 86400 if ends else None
        lengths.setdefault((kind, state), []).append(days)
    return [
        {"kind": kind, "state": state, "number": len(days), "days": _middle(days)}
        for (kind, state), days in sorted(lengths.items())
    ]


def complaints_by(work: Work, municipality_id: int, start: datetime, end: datetime) -> list[dict[str, Any]]:
    """Return the objections of the period: by whom, against what, the outcome, number, the median hours to decide."""
    found = (
        select(
            col(Complaint.notice_id).is_not(None).label("by_reporter"),
            col(Decision.kind),
            col(Complaint.state),
            col(Complaint.outcome),
            col(Complaint.filed_at),
            col(Complaint.decided_at),
        )
        .join(Decision, col(Decision.id) == col(Complaint.decision_id))
        .where(
            col(Complaint.municipality_id) == municipality_id,
            col(Complaint.filed_at) >= start,
            col(Complaint.filed_at) < end,
        )
    )
    hours: dict[tuple[Any, ...], list[float | None]] = {}
    for by_reporter, kind, state, outcome, filed, decided in work.execute(found):
        took = (decided - filed).total_seconds() / 3600 if state is ComplaintState.DECIDED and decided else None
        hours.setdefault((bool(by_reporter), kind, outcome), []).append(took)
    return [
        {"by_reporter": by, "kind": kind, "outcome": outcome, "number": len(took), "hours": _middle(took)}
        for (by, kind, outcome), took in hours.items()
    ]


def police_reports_in(work: Work, municipality_id: int, start: datetime, end: datetime) -> int:
    """Return how often the police was told that a life or somebody's safety may be at risk."""
    found = (
        select(func.count())
        .select_from(PoliceReport)
        .where(
            col(PoliceReport.municipality_id) == municipality_id,
            col(PoliceReport.told_at) >= start,
            col(PoliceReport.told_at) < end,
        )
    )
    return work.scalars(found).one()


def _middle(values: list[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return round(median(known), 1) if known else None
