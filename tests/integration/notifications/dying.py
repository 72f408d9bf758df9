"""A worker that is killed when a mail has just left, and what may come of that."""

import pytest

from b2b.jobs.rules import LEASE
from b2b.notifications.channels.twin import MailTwin


class Killed(BaseException):
    """The process ends here: nothing after this line happens."""


class Door(MailTwin):
    """Takes mail; `deadly`: the worker is killed when the mail has just left."""

    deadly = False

    def send(self, message):
        super().send(message)
        if self.deadly:
            raise Killed


def goes_twice_at_most_as_the_same_mail(worker, door, clock):
    """Kill the worker between sending and remembering, let it begin again, and look at what went."""
    door.deadly = True
    with pytest.raises(Killed):
        worker.run_until_quiet()
    door.deadly = False
    clock.advance(seconds=LEASE.total_seconds() + 1)
    for _ in range(3):
        worker.run_until_quiet()
        clock.advance(hours=1)
    first, second = door.sent
    assert first["Message-ID"] == second["Message-ID"]
