"""Questions about background work: is it healthy, what waits, what died."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, exists, func
from sqlalchemy import select as select_rows
from sqlmodel import col, select

from b2b.core.db import Work
from b2b.jobs.models import Job
from b2b.jobs.rules import LATE, JobState

_DUE = (col(Job.state) == JobState.READY) & (col(Job.run_at) <= bindparam("now"))
_FREE = col(Job.lease_until).is_(None) | (col(Job.lease_until) < bindparam("now"))
_ANY_DUE = select_rows(exists().where(_DUE & _FREE))
_OLDEST_DUE = select_rows(func.min(col(Job.run_at))).where(_DUE)
_DEAD = select_rows(func.count()).select_from(Job).where(col(Job.state) == JobState.DEAD)
_WAITING = select_rows(func.count()).select_from(Job).where(col(Job.state) == JobState.READY)


@dataclass(frozen=True)
class JobHealth:
    """`late_by`: how long the longest waiting due job waits; `dead`: how many gave up."""

    late_by: timedelta
    dead: int

    @property
    def is_late(self) -> bool:
        """Say whether jobs wait so long that nobody can be working."""
        return self.late_by > LATE


def any_due(work: Work) -> bool:
    """Say whether there is a job to take now."""
    return bool(work.connection().execute(_ANY_DUE, {"now": work.now()}).scalar())


def health(work: Work) -> JobHealth:
    """Return how background work is doing."""
    oldest: datetime | None = work.connection().execute(_OLDEST_DUE, {"now": work.now()}).scalar()
    late_by = work.now() - oldest if oldest else timedelta()
    return JobHealth(late_by, work.connection().execute(_DEAD).scalar_one())


def last_done(work: Work) -> dict[str, datetime]:
    """Return by kind of job when one was last done; what is done is forgotten after a week (rules.KEEP_DONE)."""
    done = select(Job.kind, func.max(Job.finished_at)).where(Job.state == JobState.DONE).group_by(col(Job.kind))
    return {kind: at for kind, at in work.exec(done) if at is not None}


def waiting(work: Work) -> int:
    """Return how many jobs are still to be done, now or later."""
    return int(work.connection().execute(_WAITING).scalar_one())


def dead_jobs(work: Work, limit: int = 100) -> list[Job]:
    """Return the newest dead jobs, for the operator."""
    return _newest(work, limit, col(Job.state) == JobState.DEAD)


def newest_jobs(work: Work, limit: int = 50) -> list[Job]:
    """Return the newest jobs in any state, for the command line."""
    return _newest(work, limit)


def _newest(work: Work, limit: int, *which: Any) -> list[Job]:
    return list(work.exec(select(Job).where(*which).order_by(col(Job.id).desc()).limit(limit)))
