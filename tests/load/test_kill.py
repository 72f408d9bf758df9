"""A worker is killed in the middle, again and again: what was committed gets done, what was not does not."""

import subprocess
import sys
import time
from collections import Counter
from datetime import timedelta

import pytest
from sqlalchemy import text

from b2b.core.clock import system_clock
from b2b.core.db import unit_of_work
from b2b.jobs import rules, service
from tests.conftest import ROOT

pytestmark = pytest.mark.load

SECONDS = 60
VICTIM = ROOT / "tests" / "load" / "victim.py"


class Gone(Exception):
    """The transaction that must leave nothing behind."""


@pytest.fixture
def start(database_url, database):
    """Start a worker process: `start("first")`; every one is killed when the test ends."""
    with database.write.begin() as connection:
        connection.execute(text("CREATE TABLE effects (number INTEGER, job INTEGER, mark VARCHAR(20))"))
    running = []

    def begin(mark="victim", seconds=0.002):
        command = [sys.executable, "-W", "error", str(VICTIM), database_url, mark, str(seconds)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        running.append(process)
        assert process.stdout.readline() == "ready\n"
        return process

    yield begin
    for process in running:
        process.kill()
        process.wait()
        process.stdout.close()


@pytest.fixture
def now(database):
    """Open a unit of work by the clock on the wall, as the workers do."""
    return lambda: unit_of_work(database.write, clock=system_clock)


def enqueue(now, numbers):
    """One transaction per number; every sixth is rolled back. Returns the numbers that were committed."""
    kept = []
    for number in numbers:
        try:
            with now() as work:
                service.enqueue(work, "effect", {"number": number})
                if number % 6 == 0:
                    raise Gone
            kept.append(number)
        except Gone:
            pass
    return kept


def effects(database):
    with database.read.connect() as connection:
        return connection.execute(text("SELECT number, job, mark FROM effects")).all()


def left(database):
    with database.read.connect() as connection:
        return connection.execute(text("SELECT count(*) FROM jobs WHERE state = 'ready'")).scalar_one()


def expire_leases(database):
    """Do as if a minute had passed since somebody was killed."""
    long_ago = {"long_ago": system_clock() - rules.LEASE - timedelta(seconds=1)}
    with database.write.begin() as connection:
        if database.dialect == "sqlite":
            long_ago = {"long_ago": "2020-01-01 00:00:00.000000"}
        connection.execute(
            text("UPDATE jobs SET lease_until = :long_ago WHERE state = 'ready' AND lease_until IS NOT NULL"),
            long_ago,
        )


def wait_for(condition, what):
    deadline = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < deadline, f"{what} took more than {SECONDS} s"
        time.sleep(0.02)


def test_a_worker_killed_five_times_loses_no_job_and_invents_none(start, now, database):
    committed = enqueue(now, range(1, 385))
    assert len(committed) == 320
    for kill in range(1, 6):
        victim = start(f"victim {kill}")
        wait_for(lambda goal=kill * 50: len(effects(database)) >= goal, "the first jobs")
        victim.kill()
        victim.wait()
        expire_leases(database)
    start("survivor")
    wait_for(lambda: left(database) == 0, "the rest")
    done = Counter(row.number for row in effects(database))
    assert sorted(done) == committed
    # Killed between doing and recording: at most the one job in hand each time.
    assert sum(done.values()) - len(done) <= 5


def test_what_a_lost_worker_held_is_done_by_the_other(start, now, database):
    committed = enqueue(now, range(1, 97))
    lost = start("lost", 0.05)
    start("other", 0.005)
    wait_for(lambda: any(row.mark == "lost" for row in effects(database)), "the first job of the lost one")
    lost.kill()
    lost.wait()
    wait_for(lambda: left(database) <= rules.BATCH, "the jobs that nobody holds")
    expire_leases(database)
    wait_for(lambda: left(database) == 0, "the jobs that the lost one held")
    assert sorted({row.number for row in effects(database)}) == committed


def test_two_workers_do_each_job_once(start, now, database):
    committed = enqueue(now, range(1, 121))
    start("first")
    start("second")
    wait_for(lambda: left(database) == 0, "all jobs")
    assert sorted(row.number for row in effects(database)) == committed


def test_one_dedupe_key_is_done_once_however_often_it_is_asked(start, now, database):
    start("worker")
    for _ in range(50):
        with now() as work:
            service.enqueue(work, "effect", {"number": 1}, dedupe_key="purge:2026-11-22")
    wait_for(lambda: left(database) == 0, "the job")
    assert len(effects(database)) == 1
