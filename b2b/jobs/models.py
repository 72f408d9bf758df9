"""The outbox: what must still happen, written with what caused it."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field, SQLModel

from b2b.core.columns import by_value, primary_key
from b2b.jobs.rules import JobState


class Job(SQLModel, table=True):
    """One thing to do, at least once. `payload` carries ids, never words of residents."""

    __tablename__ = "jobs"
    __table_args__ = (Index(None, "state", "run_at"),)

    id: int | None = primary_key()
    kind: str = Field(max_length=64)
    payload: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    dedupe_key: str | None = Field(default=None, max_length=128, unique=True)
    state: JobState = Field(default=JobState.READY, sa_type=by_value(JobState))
    run_at: datetime
    attempts: int = 0
    lease_until: datetime | None = None
    lease_by: str | None = Field(default=None, max_length=64)
    last_error: str | None = Field(default=None, max_length=300)
    created_at: datetime
    finished_at: datetime | None = None
