"""The only door to background work: `enqueue(work, kind, payload)`; and what the worker needs."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, text, update
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import col, select

from b2b.core.db import Work
from b2b.jobs.models import Job
from b2b.jobs.rules import BATCH, KEEP_DONE, LEASE, JobState, backoff
from b2b.jobs.wake import wake


def enqueue(
    work: Work,
    kind: str,
    payload: dict[str, Any],
    *,
    run_at: datetime | None = None,
    dedupe_key: str | None = None,
) -> None:
    """Ask for `kind` to be done once this transaction commits, at `run_at` (default: now).

    A second call with the same `dedupe_key` changes nothing: the first stands.
    """
    row = {
        "kind": kind,
        "payload": payload,
        "dedupe_key": dedupe_key,
        "state": JobState.READY,
        "run_at": run_at or work.now(),
        "attempts": 0,
        "created_at": work.now(),
    }
    insert = pg_insert if work.dialect == "postgresql" else sqlite_insert
    work.connection().execute(insert(Job).values(row).on_conflict_do_nothing(index_elements=["dedupe_key"]))
    if wake not in work.after_commit:
        work.after_commit.append(wake)


# One statement, so that two workers never hold the same job.
_CLAIM = """
UPDATE jobs SET lease_until = :until, lease_by = :me, attempts = attempts + 1
WHERE id IN (
    SELECT id FROM jobs
    WHERE state = 'ready' AND run_at <= :now AND (lease_until IS NULL OR lease_until < :now)
    ORDER BY run_at, id LIMIT :batch {lock}
)
RETURNING id
"""
_CLAIMS = {
    dialect: text(_CLAIM.format(lock=lock)).bindparams()
    for dialect, lock in (("sqlite", ""), ("postgresql", "FOR UPDATE SKIP LOCKED"))
}


def claim(work: Work, me: str, batch: int = BATCH) -> list[Job]:
    """Lease up to `batch` due jobs to the worker named `me`, oldest first."""
    now = work.now()
    statement = _CLAIMS[work.dialect].bindparams()
    times = {"now": _bind(work, now), "until": _bind(work, now + LEASE)}
    ids = [row[0] for row in work.connection().execute(statement, {**times, "me": me, "batch": batch})]
    return list(work.exec(select(Job).where(col(Job.id).in_(ids)).order_by(col(Job.run_at), col(Job.id))))


def renew(work: Work, job: Job, me: str) -> bool:
    """Extend the lease before a handler starts; False when somebody else has taken the job."""
    return _mine(work, job, me, lease_until=work.now() + LEASE)


def finish(work: Work, job: Job, me: str) -> bool:
    """Mark the job done, if the lease is still ours."""
    return _mine(work, job, me, state=JobState.DONE, finished_at=work.now(), lease_by=None, last_error=None)


def fail(work: Work, job: Job, me: str, error: str, *, tries: int, after: timedelta | None, final: bool) -> bool:
    """Plan another try, or declare the job dead after `tries` or when trying again cannot help."""
    if final or job.attempts >= tries:
        return _mine(
            work, job, me, state=JobState.DEAD, finished_at=work.now(), lease_by=None, last_error=error[:300]
        )
    wait = max(after or timedelta(), backoff(job.attempts))
    return _mine(work, job, me, run_at=work.now() + wait, lease_until=None, lease_by=None, last_error=error[:300])


def retry(work: Work, job_id: int) -> bool:
    """Give a dead job a new life: the operator's button."""
    moved = work.connection().execute(
        update(Job)
        .where(col(Job.id) == job_id, col(Job.state) == JobState.DEAD)
        .values(state=JobState.READY, attempts=0, run_at=work.now(), lease_until=None, finished_at=None)
    )
    work.after_commit.append(wake)
    return moved.rowcount == 1


def purge_done(work: Work) -> int:
    """Forget what was done longer ago than KEEP_DONE; return how many rows went."""
    gone = work.connection().execute(
        delete(Job).where(col(Job.state) == JobState.DONE, col(Job.finished_at) < work.now() - KEEP_DONE)
    )
    return gone.rowcount


def _mine(work: Work, job: Job, me: str, **values: Any) -> bool:
    changed = work.connection().execute(
        update(Job).where(col(Job.id) == job.id, col(Job.lease_by) == me).values(**values)
    )
    return changed.rowcount == 1


def _bind(work: Work, moment: datetime) -> Any:
    """Spell a moment as the column stores it: raw SQL passes by the column's type."""
    column_type: Any = Job.__table__.c.run_at.type  # type: ignore[attr-defined]
    process = column_type.dialect_impl(work.get_bind().dialect).bind_processor(work.get_bind().dialect)
    return process(moment) if process else moment
