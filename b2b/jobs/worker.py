"""The worker: claim (commit), do it with no open transaction, record the result (commit)."""

import logging
import os
import socket
import threading
import uuid
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from b2b.core.clock import Clock
from b2b.core.db import Work
from b2b.core.traces import where
from b2b.core.words import N_
from b2b.jobs import queries, service
from b2b.jobs.models import Job
from b2b.jobs.rules import TRIES, GiveUp, RetryLater, wait_after
from b2b.jobs.schedule import Slot, begun, plan
from b2b.jobs.wake import wait, wake

log = logging.getLogger("b2b.jobs")

POLL_SECONDS = 1.0
KILLED = N_("Het proces stopte steeds tijdens deze taak.")


@dataclass(frozen=True)
class Ticket:
    """What a handler gets to know of its job. `last`: when this try fails, the job is dead."""

    id: int
    attempts: int
    last: bool = False
    kind: str = ""


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
    """A kind of job: who does it, how often it is tried, whether its payload is wiped once done."""

    handler: Handler
    tries: int = TRIES
    forget: bool = False


class Worker:
    """Runs jobs until told to stop; any number may run beside each other."""

    def __init__(self, desk: Desk, tasks: Mapping[str, Task], slots: Sequence[Slot] = ()):
        self.desk, self.tasks, self.slots = desk, tasks, slots
        self.name = f"{socket.gethostname()[:20]}-{os.getpid()}-{uuid.uuid4().hex[:8]}"
        self._planned: set[str] = set()
        self._stop = threading.Event()

    def run_forever(self) -> None:
        """Work until `stop()`; a failing round is logged and followed by a pause."""
        while not self._stop.is_set():
            try:
                busy = self.run_once() > 0
            except Exception as problem:
                log.error("a round of jobs failed: %s", where(problem))
                busy = False
                self._stop.wait(POLL_SECONDS)
            if not busy and not self._stop.is_set():
                wait(POLL_SECONDS)

    def stop(self) -> None:
        """Finish the job in hand, give the others back, then return from `run_forever`."""
        self._stop.set()
        wake()

    def run_once(self) -> int:
        """Plan due slots, run one batch; return how many jobs were taken."""
        jobs = self._take()
        for number, job in enumerate(jobs):
            if self._stop.is_set():
                with self.desk.writing() as work:
                    service.hand_back(work, jobs[number:], self.name)
                return number
            self._run(job)
        return len(jobs)

    def run_until_quiet(self, rounds: int = 1000) -> int:
        """Run rounds until nothing is due: for tests and commands. Returns the number of jobs."""
        total = 0
        for _ in range(rounds):
            taken = self.run_once()
            total += taken
            if not taken:
                break
        return total

    def _take(self) -> list[Job]:
        slots = begun(self.slots, self.desk.clock())
        fresh = {key: kind for key, kind in slots.items() if key not in self._planned}
        if not fresh:
            # Looking is free; a transaction that writes would make residents wait, every second.
            with self.desk.reading() as work:
                if not queries.any_due(work):
                    return []
        with self.desk.writing() as work:
            plan(work, fresh)
            jobs = service.claim(work, self.name, {slot.kind for slot in self.slots})
        self._planned = set(slots)
        return jobs

    def _run(self, job: Job) -> None:
        with self.desk.writing() as work:
            attempt = service.begin(work, job, self.name)
        if attempt is None:
            return
        task = self.tasks.get(job.kind)
        tries = task.tries if task else 1
        try:
            if task is None:
                raise GiveUp(N_("Niemand doet deze taak: ") + job.kind)
            if attempt > tries:
                raise GiveUp(KILLED)
            task.handler(self.desk, Ticket(job.id or 0, attempt, last=attempt >= tries, kind=job.kind), job.payload)
        except Exception as problem:
            self._failed(job, problem, attempt, tries)
        else:
            with self.desk.writing() as work:
                service.finish(work, job, self.name, forget=task.forget)

    def _failed(self, job: Job, problem: Exception, attempt: int, tries: int) -> None:
        # Messages of libraries may quote addresses: only our own words are kept, and where it broke.
        known = isinstance(problem, (RetryLater, GiveUp))
        words = str(problem) if known else type(problem).__name__
        log.warning("job %s (%s), try %s: %s", job.id, job.kind, attempt, words if known else where(problem))
        with self.desk.writing() as work:
            if isinstance(problem, GiveUp) or attempt >= tries:
                service.bury(work, job, self.name, words)
            else:
                wait = wait_after(attempt, getattr(problem, "after", None))
                service.fail(work, job, self.name, words, after=wait)
