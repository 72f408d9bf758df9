"""At the desk of a worker that did its rounds this morning."""

import pytest

from b2b.jobs.schedule import begun
from b2b.reactions import SLOTS


@pytest.fixture
def worker(worker):
    """The background worker, which did the chores of this hour and of last night before the test began.

    What waits is done at once, a chore when its next time comes: a page that needs one mail
    need not wait for a night's work.
    """
    worker._planned = set(begun(SLOTS, worker.desk.clock()))
    return worker
