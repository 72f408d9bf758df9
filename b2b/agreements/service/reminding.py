"""The day before an appointment both are reminded, once."""

from typing import Any

from b2b.agreements import queries
from b2b.agreements.service.telling import tell_soon
from b2b.core.db import Work
from b2b.jobs.worker import Desk, Ticket

BATCH = 200


def remind_due(work: Work, limit: int = BATCH) -> int:
    """Remind both of up to `limit` appointments that begin within a day; return how many."""
    due = queries.due_to_remind(work, limit)
    for agreement in due:
        agreement.reminded_at = work.now()
        tell_soon(work, agreement)
    return len(due)


def reminding_job(desk: Desk, _ticket: Ticket, _payload: dict[str, Any]) -> None:
    """Remind everybody who is due, in batches that each commit."""
    while True:
        with desk.writing() as work:
            if remind_due(work) < BATCH:
                return
