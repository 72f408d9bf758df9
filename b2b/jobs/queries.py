"""Questions about background work: is it healthy, what died."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func
from sqlmodel import col, select

from b2b.core.db import Work
from b2b.jobs.models import Job
from b2b.jobs.rules import JobState


@dataclass(frozen=True)
class JobHealth:
    """`oldest_due`: since when the longest waiting due job waits; `dead`: how many gave up."""

    oldest_due: datetime | None
    dead: int


def health(work: Work) -> JobHealth:
    """Return how background work is doing."""
    due = select(func.min(Job.run_at)).where(col(Job.state) == JobState.READY, col(Job.run_at) <= work.now())
    dead = select(func.count()).select_from(Job).where(col(Job.state) == JobState.DEAD)
    return JobHealth(work.exec(due).one(), work.exec(dead).one())


def dead_jobs(work: Work, limit: int = 100) -> list[Job]:
    """Return the newest dead jobs, for the operator."""
    found = select(Job).where(col(Job.state) == JobState.DEAD).order_by(col(Job.finished_at).desc()).limit(limit)
    return list(work.exec(found))
