"""Taking back what was asked for: for a demo that is told afterwards, and would mail about the past."""

from sqlalchemy import delete, func
from sqlmodel import col, select

from b2b.core.db import Work
from b2b.jobs.models import Job
from b2b.jobs.rules import JobState


def newest_id(work: Work) -> int:
    """Return the key of the newest job, 0 when there was none."""
    return work.exec(select(func.max(Job.id))).one() or 0


def drop_due(work: Work, after: int) -> int:
    """Take back the jobs newer than the one with key `after` that are due by now; return how many."""
    due = delete(Job).where(col(Job.id) > after, col(Job.state) == JobState.READY, col(Job.run_at) <= work.now())
    return work.connection().execute(due).rowcount
