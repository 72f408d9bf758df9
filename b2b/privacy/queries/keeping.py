"""Questions about keeping: when each job last forgot something, and how much."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from b2b.core.audit import AuditEntry
from b2b.core.clock import local
from b2b.core.db import Work
from b2b.jobs.purging import RAN

LOOK_BACK = 1000
"""Entries of the audit trail that are read: some weeks, also in a large city."""


@dataclass(frozen=True)
class LastTime:
    """When something was last forgotten, and how many rows on that day."""

    at: datetime
    rows: int


def last_times(work: Work, municipality_id: int) -> dict[str, LastTime]:
    """Return by job, or by class of the nightly job, when it last forgot something: here, or for all municipalities."""
    entries = work.exec(
        select(AuditEntry)
        .where(col(AuditEntry.thing) == "retention", col(AuditEntry.thing_id).is_(None), AuditEntry.action == RAN)
        .where(col(AuditEntry.municipality_id).is_(None) | (col(AuditEntry.municipality_id) == municipality_id))
        .order_by(col(AuditEntry.at).desc(), col(AuditEntry.id).desc())
        .limit(LOOK_BACK)
    )
    found: dict[str, LastTime] = {}
    for entry in entries:
        job, rows = str(entry.detail["job"]), int(entry.detail["rows"])
        last = found.setdefault(job, LastTime(entry.at, 0))
        if local(last.at).date() == local(entry.at).date():
            found[job] = LastTime(last.at, last.rows + rows)
    return found
