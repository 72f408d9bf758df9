"""What the clock does: remind, close turns that nobody spoke of, finish series, forget old ones."""

from typing import Any

from sqlalchemy import delete, select
from sqlmodel import col

from b2b.core.db import Work, lock
from b2b.jobs.worker import Desk, Ticket
from b2b.recurring import queries
from b2b.recurring.models import Place, Series, Turn, TurnShare
from b2b.recurring.rules import KEEP, TurnAction, TurnState
from b2b.recurring.service.ending import finish
from b2b.recurring.service.telling import tell_turn
from b2b.recurring.service.turns import step

BATCH = 200


def remind_due(work: Work, limit: int = BATCH) -> int:
    """Remind both sides of up to `limit` turns of tomorrow; return how many."""
    due = queries.due_to_remind(work, limit)
    for turn in due:
        turn.reminded_at = work.now()
        series = queries.series(work, turn.series_id)
        for member_id in (series.asker_id, turn.helper_id) if series else ():
            if series is not None and member_id is not None:
                tell_turn(work, series, turn, member_id, "help-tomorrow")
    return len(due)


def rest_due(work: Work, limit: int = BATCH) -> int:
    """Close up to `limit` turns of which nobody said anything, or that nobody took; return how many."""
    due = queries.due_to_rest(work, limit)
    for turn in due:
        lock(work, turn)
        if turn.state is TurnState.PLANNED:
            step(work, turn, TurnAction.LET_REST)
        elif turn.state is TurnState.OPEN:
            step(work, turn, TurnAction.MISS)
    return len(due)


def finish_due(work: Work, limit: int = BATCH) -> int:
    """Finish up to `limit` series that have nothing left to come; return how many."""
    due = queries.due_to_finish(work, limit)
    for series in due:
        finish(work, series)
    return len(due)


def ticking_job(desk: Desk, _ticket: Ticket, _payload: dict[str, Any]) -> None:
    """Do all three, in batches that each commit."""
    for do in (remind_due, rest_due, finish_due):
        while True:
            with desk.writing() as work:
                if do(work) < BATCH:
                    break


def purge(work: Work) -> int:
    """Forget up to BATCH series that ended a year ago, with their turns and places; return how many."""
    old = select(col(Series.id)).where(col(Series.over_at) < work.now() - KEEP).order_by(col(Series.id))
    ids = list(work.scalars(old.limit(BATCH)))
    turns = select(col(Turn.id)).where(col(Turn.series_id).in_(ids))
    work.connection().execute(delete(TurnShare).where(col(TurnShare.turn_id).in_(turns)))
    for table, key in ((Turn, Turn.series_id), (Place, Place.series_id), (Series, Series.id)):
        work.connection().execute(delete(table).where(col(key).in_(ids)))
    return len(ids)
