"""The only door to background work: `enqueue(work, kind, payload)`; and what the worker needs."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import String, bindparam, delete, func, text, update
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import col, select

from b2b.core.clock import system_clock
from b2b.core.db import Work
from b2b.jobs.models import Job
from b2b.jobs.rules import BATCH, ERROR_MAX, KEEP_DEAD, KEEP_DONE, LEASE, JobState
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


def moment(work: Work) -> datetime:
    """Return the moment that leases are reckoned by.

    With many workers on PostgreSQL that is the database's clock: two machines whose clocks
    differ would take each other's jobs.
    """
    if work.dialect == "postgresql" and work.clock is system_clock:
        return work.connection().execute(select(func.clock_timestamp())).scalar_one()
    return work.now()


# One statement, so that two workers never hold the same job. The due jobs are found first and once: as a part of the
# update PostgreSQL may ask for them again for each row it meets, and skip what it locked itself: more than :batch.
_CLAIM = """
WITH due AS MATERIALIZED (
    SELECT id FROM jobs
    WHERE state = 'ready' AND run_at <= :now AND (lease_until IS NULL OR lease_until < :now) AND kind {which} :chores
    ORDER BY run_at, id LIMIT :batch {lock}
)
UPDATE jobs SET lease_until = :until, lease_by = :me WHERE id IN (SELECT id FROM due) RETURNING id
"""
_CLAIMS = {
    (dialect, which): text(_CLAIM.format(lock=lock, which=which)).bindparams(
        bindparam("chores", type_=String, expanding=True)
    )
    for dialect, lock in (("sqlite", ""), ("postgresql", "FOR UPDATE SKIP LOCKED"))
    for which in ("IN", "NOT IN")
}


def claim(work: Work, me: str, chores: Collection[str] = (), batch: int = BATCH) -> list[Job]:
    """Lease up to `batch` due jobs to the worker named `me`, oldest first; one of the kinds `chores` when nothing else is due.

    Nobody waits for a chore: who asks for a code at night gets it after one of them at most, not after all.
    """
    return _claim(work, me, chores, "NOT IN", batch) or _claim(work, me, chores, "IN", 1)


def _claim(work: Work, me: str, chores: Collection[str], which: str, most: int) -> list[Job]:
    now = moment(work)
    values = {
        "now": _bind(work, now),
        "until": _bind(work, now + LEASE),
        "me": me,
        "batch": most,
        "chores": [*chores],
    }
    ids = [row.id for row in work.connection().execute(_CLAIMS[work.dialect, which], values)]
    return list(work.exec(select(Job).where(col(Job.id).in_(ids)).order_by(col(Job.run_at), col(Job.id))))


def begin(work: Work, job: Job, me: str) -> int | None:
    """Renew the lease and count the try before a handler starts; return which try this is.

    None when somebody else has the job. The try is counted here and not at the claim: when a
    worker is killed, the jobs it held but had not begun lose nothing.
    """
    mine = (
        update(Job)
        .where(col(Job.id) == job.id, col(Job.lease_by) == me)
        .values(lease_until=moment(work) + LEASE, attempts=col(Job.attempts) + 1)
        .returning(col(Job.attempts))
    )
    return work.connection().execute(mine).scalar()


def hand_back(work: Work, jobs: list[Job], me: str) -> None:
    """Let others have the jobs that a stopping worker did not begin."""
    for job in jobs:
        _mine(work, job, me, lease_until=None, lease_by=None)


def finish(work: Work, job: Job, me: str, *, forget: bool = False) -> bool:
    """Mark the job done, if the lease is still ours; `forget` wipes its payload."""
    wiped: dict[str, Any] = {"payload": {}} if forget else {}
    return _mine(work, job, me, state=JobState.DONE, finished_at=work.now(), lease_by=None, last_error=None, **wiped)


def fail(work: Work, job: Job, me: str, error: str, *, after: timedelta) -> bool:
    """Plan another try, if the lease is still ours."""
    run_at = moment(work) + after
    return _mine(work, job, me, run_at=run_at, lease_until=None, lease_by=None, last_error=error[:ERROR_MAX])


def bury(work: Work, job: Job, me: str, error: str) -> bool:
    """Declare the job dead, if the lease is still ours: an operator may try again."""
    return _mine(
        work, job, me, state=JobState.DEAD, finished_at=work.now(), lease_by=None, last_error=error[:ERROR_MAX]
    )


def retry(work: Work, job_id: int) -> bool:
    """Give a dead job a new life: the operator's button. False when it is not dead."""
    return _revive(work, col(Job.id) == job_id) == 1


def retry_all(work: Work) -> int:
    """Give every dead job a new life; return how many."""
    return _revive(work)


def purge(work: Work, limit: int = 1000) -> int:
    """Forget up to `limit` jobs that were done or given up long ago; return how many rows went."""
    over = ((col(Job.state) == JobState.DONE) & (col(Job.finished_at) < work.now() - KEEP_DONE)) | (
        (col(Job.state) == JobState.DEAD) & (col(Job.finished_at) < work.now() - KEEP_DEAD)
    )
    old = select(Job.id).where(over).limit(limit)
    return work.connection().execute(delete(Job).where(col(Job.id).in_(old))).rowcount


def _revive(work: Work, *which: Any) -> int:
    work.after_commit.append(wake)
    revived = update(Job).where(col(Job.state) == JobState.DEAD, *which)
    return (
        work.connection()
        .execute(
            revived.values(state=JobState.READY, attempts=0, run_at=work.now(), lease_until=None, finished_at=None)
        )
        .rowcount
    )


def _mine(work: Work, job: Job, me: str, **values: Any) -> bool:
    changed = work.connection().execute(
        update(Job).where(col(Job.id) == job.id, col(Job.lease_by) == me).values(**values)
    )
    return changed.rowcount == 1


def _bind(work: Work, at: datetime) -> Any:
    """Spell a moment as the column stores it: raw SQL passes by the column's type."""
    column_type: Any = Job.__table__.c.run_at.type  # type: ignore[attr-defined]
    process = column_type.dialect_impl(work.get_bind().dialect).bind_processor(work.get_bind().dialect)
    return process(at) if process else at
