"""The worker: claim (commit), do it with no open transaction, record the result (commit)."""

import logging
import os
import socket
import threading
import uuid
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from b2b.core.clock import Clock
from b2b.core.db import Work
from b2b.jobs import service
from b2b.jobs.models import Job
from b2b.jobs.rules import TRIES, GiveUp, RetryLater
from b2b.jobs.schedule import Slot, plan
from b2b.jobs.wake import wait

log = logging.getLogger("b2b.jobs")

POLL_SECONDS = 1.0


@dataclass(frozen=True)
class Ticket:
    """What a handler gets to know of its job."""

    id: int
    attempts: int


@dataclass(frozen=True)
class Desk:
    """What a handler works with. `writing()` and `reading()` open a unit of work of their own.

    `services` holds the doors to the outside world by name ("mail", "connectors").
    """

    writing: Callable[[], AbstractContextManager[Work]]
    reading: Callable[[], AbstractContextManager[Work]]
    clock: Clock
    services: Mapping[str, Any]


Handler = Callable[[Desk, Ticket, dict[str, Any]], None]


@dataclass(frozen=True)
class Task:
    """A kind of job: who does it and how often it is tried."""

    handler: Handler
    tries: int = TRIES


class Worker:
    """Runs jobs until told to stop; any number may run beside each other."""

    def __init__(self, desk: Desk, tasks: Mapping[str, Task], slots: list[Slot]):
        self.desk, self.tasks, self.slots = desk, tasks, slots
        self.name = f"{socket.gethostname()[:20]}-{os.getpid()}-{uuid.uuid4().hex[:8]}"
        self._stop = threading.Event()

    def run_forever(self) -> None:
        """Work until `stop()`; a failing round is logged and followed by a pause."""
        while not self._stop.is_set():
            try:
                busy = self.run_once() > 0
            except Exception:
                log.exception("a round of jobs failed")
                busy = False
                self._stop.wait(POLL_SECONDS)
            if not busy:
                wait(POLL_SECONDS)

    def stop(self) -> None:
        """Finish the job in hand, then return from `run_forever`."""
        self._stop.set()

    def run_once(self) -> int:
        """Plan due slots, run one batch; return how many jobs were taken."""
        with self.desk.writing() as work:
            plan(work, self.slots)
            jobs = service.claim(work, self.name)
        for job in jobs:
            if self._stop.is_set():
                break
            self._run(job)
        return len(jobs)

    def run_until_quiet(self, rounds: int = 100) -> int:
        """Run rounds until nothing is due: for tests and commands. Returns the number of jobs."""
        total = 0
        for _ in range(rounds):
            taken = self.run_once()
            total += taken
            if not taken:
                break
        return total

    def _run(self, job: Job) -> None:
        with self.desk.writing() as work:
            if not service.renew(work, job, self.name):
                return
        task = self.tasks.get(job.kind)
        error: Exception | None = None
        try:
            if task is None:
                raise GiveUp(f"nobody handles {job.kind}")
            task.handler(self.desk, Ticket(job.id or 0, job.attempts), job.payload)
        except Exception as problem:
            error = problem
            log.warning("job %s (%s), try %s: %s", job.id, job.kind, job.attempts, type(problem).__name__)
        self._record(job, task, error)

    def _record(self, job: Job, task: Task | None, error: Exception | None) -> None:
        with self.desk.writing() as work:
            if error is None:
                service.finish(work, job, self.name)
                return
            after: timedelta | None = getattr(error, "after", None)
            # Messages of libraries may quote addresses: only our own words are kept.
            known = isinstance(error, (RetryLater, GiveUp))
            words = str(error) if known else type(error).__name__
            service.fail(
                work,
                job,
                self.name,
                words,
                tries=task.tries if task else 1,
                after=after,
                final=isinstance(error, GiveUp),
            )
