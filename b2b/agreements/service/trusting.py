"""Who helped often and well becomes a known neighbour: accounts cannot ask appointments, so these tell."""

from datetime import timedelta
from typing import Any

from b2b.accounts.queries import trust
from b2b.accounts.rules.trust import DAYS_TO_BE_KNOWN, HELPED_TO_BE_KNOWN, HELPS_TO_BE_KNOWN
from b2b.accounts.service.trust import become_known
from b2b.agreements.queries.trust import good_helpers
from b2b.core.db import Work
from b2b.jobs.worker import Desk, Ticket

BATCH = 500


def recognise(work: Work) -> int:
    """Let everybody who may be known by now be known; return how many."""
    helpers = good_helpers(work, HELPS_TO_BE_KNOWN, HELPED_TO_BE_KNOWN)
    long_enough = work.now() - timedelta(days=DAYS_TO_BE_KNOWN)
    found = [
        member_id
        for start in range(0, len(helpers), BATCH)
        for member_id in trust.unknown_proven(work, helpers[start : start + BATCH], long_enough)
        if not trust.strikes(work, member_id)
    ]
    for member_id in found:
        become_known(work, member_id)
    return len(found)


def recognising_job(desk: Desk, _ticket: Ticket, _payload: dict[str, Any]) -> None:
    """Look who may be known by now."""
    with desk.writing() as work:
        recognise(work)
