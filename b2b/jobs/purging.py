"""Forget what has served its time, a little at a time, so that nobody waits for it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from b2b.core import audit
from b2b.core.db import Work
from b2b.jobs.worker import Desk, Handler, Ticket

STEPS = 1000
"""At most so many transactions in one job: what is left goes tomorrow."""
PURGE = "purge:"
"""How the kind of a job begins that forgets what has served its time."""
RAN = "retention.ran"
"""The act in the audit trail: which job forgot how many rows."""


@dataclass(frozen=True)
class Retention:
    """What the audit trail calls it when something was forgotten because its time was over."""

    municipality_id: int | None = None


def purging(forget: Callable[[Work], int]) -> Handler:
    """Return a handler that calls `forget(work)`, each time in a transaction of its own, until it returns 0.

    A job whose kind says that it forgets ("purge:drafts") leaves how many rows went in the audit trail.
    """

    def run(desk: Desk, ticket: Ticket, _payload: dict[str, Any]) -> None:
        for _ in range(STEPS):
            with desk.writing() as work:
                gone = forget(work)
                if gone and ticket.kind.startswith(PURGE):
                    audit.note(work, RAN, Retention(), job=ticket.kind, rows=gone)
            if not gone:
                return

    return run
