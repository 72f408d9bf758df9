"""A moderator, and the jobs that forget."""

import pytest

from b2b.jobs.worker import Desk, Ticket
from b2b.privacy.ledger_file import LedgerFile
from b2b.reactions import TASKS


@pytest.fixture
def mo(make):
    """A moderator of the neighbourhood."""
    return make.staff("moderator")


@pytest.fixture
def night(writing, clock, tmp_path):
    """Run a job at a moment: `night("purge:drafts", moment)`."""
    desk = Desk(writing, writing, clock, {"ledger": LedgerFile(tmp_path / "erasures.txt")})

    def run(kind, moment):
        clock.moment = moment
        TASKS[kind].handler(desk, Ticket(1, 1, kind=kind), {})

    return run
