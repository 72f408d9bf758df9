"""Count figures by night: months until a week after their end, then never again; weeks for the desk."""

from typing import Any

from sqlalchemy import delete, insert
from sqlmodel import col, select

from b2b.core.db import Work
from b2b.insights.models import Figure, FigurePeriod
from b2b.insights.queries.counting import counted
from b2b.insights.rules.facts import Row
from b2b.insights.rules.periods import Period, before, month_at, period_of, week_at
from b2b.jobs.worker import Desk, Ticket
from b2b.municipalities.queries import municipality_ids

MONTHS_BACK = 2
"""Months before this one that are counted when nobody did: their sources are all there yet."""
WEEKS_KEPT = 8
REPLAY = "figures:replay"


def counting_job(desk: Desk, _ticket: Ticket, _payload: dict[str, Any]) -> None:
    """Count every month and week that still changes, of every municipality; each is stored in one short transaction."""
    with desk.reading() as work:
        here = municipality_ids(work)
        due = [(key, period.code) for key in here for period in _due(work, key)]
    for municipality_id, code in due:
        with desk.reading() as work:
            rows = counted(work, municipality_id, code)
        with desk.writing() as work:
            keep(work, municipality_id, code, rows)
    with desk.writing() as work:
        forget_weeks(work)


def _due(work: Work, municipality_id: int) -> list[Period]:
    """Return the periods to count now: those not frozen, and weeks that are not over for long."""
    frozen = select(FigurePeriod.period).where(
        FigurePeriod.municipality_id == municipality_id, col(FigurePeriod.frozen_at).is_not(None)
    )
    done = set(work.exec(frozen))
    months = [month for month in before(month_at(work.now()), MONTHS_BACK) if month.code not in done]
    return months + before(week_at(work.now()), 1)


def replaying_job(desk: Desk, _ticket: Ticket, payload: dict[str, Any]) -> None:
    """Count one period of the past again, from what is still there of it."""
    here, code = payload["municipality_id"], payload["period"]
    with desk.reading() as work:
        rows = counted(work, here, code)
    with desk.writing() as work:
        keep(work, here, code, rows)


def replay(work: Work, municipality_id: int, period: str) -> int:
    """Count one period again from its sources and store it, unless it is frozen; return how many figures there are.

    Twice gives the same rows. For the past: only while the sources are there.
    """
    return keep(work, municipality_id, period, counted(work, municipality_id, period))


def keep(work: Work, municipality_id: int, code: str, rows: list[Row]) -> int:
    """Put these figures in the place of those of the same period; return how many. A frozen period stays as it is.

    A month that may be told outside is frozen at once: its sources may go, and its address never changes.
    """
    now, period = work.now(), period_of(code)
    known = work.exec(
        select(FigurePeriod).where(FigurePeriod.municipality_id == municipality_id, FigurePeriod.period == code)
    ).first()
    if known is not None and known.frozen_at is not None:
        return 0
    if known is None:
        known = FigurePeriod(municipality_id=municipality_id, period=code, computed_at=now)
        work.add(known)
    known.computed_at, known.frozen_at = now, now if period.is_told(now) else None
    work.connection().execute(_of(municipality_id, code))
    if rows:
        fixed = {"municipality_id": municipality_id, "period": code, "computed_at": now}
        work.connection().execute(insert(Figure), [{**fixed, **vars(row)} for row in rows])
    return len(rows)


def _of(municipality_id: int, code: str) -> Any:
    return delete(Figure).where(col(Figure.municipality_id) == municipality_id, col(Figure.period) == code)


def forget_weeks(work: Work) -> int:
    """Delete the figures of weeks of more than WEEKS_KEPT ago; return how many weeks went."""
    oldest = before(week_at(work.now()), WEEKS_KEPT - 1)[0]
    found = select(FigurePeriod).where(col(FigurePeriod.period).like("%-W%"), col(FigurePeriod.period) < oldest.code)
    old = list(work.exec(found.order_by(col(FigurePeriod.id))))
    for each in old:
        work.connection().execute(_of(each.municipality_id, each.period))
        work.delete(each)
    return len(old)
