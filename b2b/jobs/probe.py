"""Is this installation well: does the database answer, is somebody working?"""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from b2b.core.db import Work
from b2b.core.errors import Unavailable
from b2b.jobs import queries

log = logging.getLogger("b2b.jobs")

WATCHES: list[Callable[[Work], dict[str, int]]] = []
"""What floors above want an operator to know: each returns counts by name, and nothing when all is well."""


def probe(reading: Callable[[], AbstractContextManager[Work]]) -> tuple[bool, dict[str, Any]]:
    """Return whether all is well, and what was seen: for a load balancer and for an operator.

    Dead jobs are told but do not make the installation unwell: taking it out of service
    would not bring them back. What floors above watch is told and no more than that.
    """
    try:
        with reading() as work:
            health = queries.health(work)
            watched = {name: count for watch in WATCHES for name, count in watch(work).items()}
    except (SQLAlchemyError, Unavailable) as error:
        log.warning("the database does not answer: %s", type(error).__name__)
        return False, {"status": "no database"}
    seen = {"late_seconds": int(health.late_by.total_seconds()), "dead_jobs": health.dead, **watched}
    return not health.is_late, {"status": "jobs are late" if health.is_late else "ok", **seen}
