"""Forget who was asked, once nobody needs to know any more."""

from sqlalchemy import delete, select
from sqlmodel import col

from b2b.core.db import Work
from b2b.promise.models import HelpAsk, NoShow, Nudge, Promise, PromiseStep
from b2b.promise.rules import KEEP, PromiseState

BATCH = 500


def purge(work: Work, limit: int = BATCH) -> int:
    """Forget up to `limit` promises of requests that are long over, with rungs and invitations, and as many old nudges and
    no-shows; return how many rows that were."""
    old = select(col(Promise.id), col(Promise.post_id)).where(
        col(Promise.state) == PromiseState.STOPPED, col(Promise.stopped_at) < work.now() - KEEP
    )
    rows = list(work.execute(old.limit(limit)))
    keys, posts = [row.id for row in rows], [row.post_id for row in rows]
    if keys:
        work.connection().execute(delete(PromiseStep).where(col(PromiseStep.promise_id).in_(keys)))
        work.connection().execute(delete(HelpAsk).where(col(HelpAsk.post_id).in_(posts)))
        work.connection().execute(delete(Promise).where(col(Promise.id).in_(keys)))
    return len(keys) + sum(_forget(work, table, limit) for table in (Nudge, NoShow))


def _forget(work: Work, table: type[Nudge | NoShow], limit: int) -> int:
    moment = col(Nudge.created_at) if table is Nudge else col(NoShow.at)
    old = select(col(table.id)).where(moment < work.now() - KEEP).limit(limit)
    return work.connection().execute(delete(table).where(col(table.id).in_(list(work.scalars(old))))).rowcount
