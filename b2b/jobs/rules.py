"""When a job runs again, and when it is given up. Pure."""

import random
from datetime import timedelta
from enum import StrEnum

LEASE = timedelta(seconds=60)
"""Longer than the longest handler may take; renewed before each job of a batch."""
BATCH = 10
BACKOFF_FIRST = timedelta(seconds=5)
BACKOFF_CAP = timedelta(hours=1)
WAIT_CAP = timedelta(days=1)
"""The longest wait that the outside world may ask for."""
TRIES = 8
KEEP_DONE = timedelta(days=7)
KEEP_DEAD = timedelta(days=90)
LATE = timedelta(minutes=10)
"""A job that is due for longer than this means: nobody is working."""
ERROR_MAX = 300


class JobState(StrEnum):
    READY = "ready"
    DONE = "done"
    DEAD = "dead"


class RetryLater(Exception):
    """A handler's word that the outside world asks to come back; `after` is its Retry-After."""

    def __init__(self, why: str, after: timedelta | None = None):
        super().__init__(why)
        self.after = after


class GiveUp(Exception):
    """A handler's word that trying again cannot help (a refused address, a thing that is gone)."""


def backoff(attempts: int, chance: float | None = None) -> timedelta:
    """Return the wait after the `attempts`-th failure: 5 s x 2^n, jitter 0.5-1.5, at most an hour."""
    jitter = 0.5 + (random.random() if chance is None else chance)
    return min(BACKOFF_FIRST * 2 ** min(attempts - 1, 20) * jitter, BACKOFF_CAP)


def wait_after(attempts: int, asked: timedelta | None = None, chance: float | None = None) -> timedelta:
    """Return the wait before the next try: our own, or longer when the outside asked for more."""
    return max(min(asked or timedelta(), WAIT_CAP), backoff(attempts, chance))
