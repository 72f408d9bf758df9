"""Forget what has served its time, a little at a time, so that nobody waits for it."""

from collections.abc import Callable
from typing import Any

from b2b.core.db import Work
from b2b.jobs.worker import Desk, Handler, Ticket

STEPS = 1000
"""At most so many transactions in one job: what is left goes tomorrow."""


def purging(forget: Callable[[Work], int]) -> Handler:
    """Return a handler that calls `forget(work)`, each time in a transaction of its own, until it returns 0."""

    def run(desk: Desk, _ticket: Ticket, _payload: dict[str, Any]) -> None:
        for _ in range(STEPS):
            with desk.writing() as work:
                gone = forget(work)
            if not gone:
                return

    return run
