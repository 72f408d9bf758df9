"""What the outbox promises: after the commit, at least once, by one worker at a time, until it is given up."""

import threading
from datetime import timedelta

import pytest
from sqlalchemy import text

from b2b.jobs import service
from b2b.jobs.rules import LEASE, TRIES, GiveUp, JobState, RetryLater
from b2b.jobs.schedule import Slot, daily
from b2b.jobs.worker import Task


def test_jobs_are_done_in_the_order_they_were_asked(ask, hire, hands, rows):
    ask(25)
    assert hire().run_until_quiet() == 25
    assert hands.numbers == list(range(1, 26))
    assert {job.state for job in rows()} == {JobState.DONE}


def test_who_waits_for_a_mail_waits_for_one_chore_at_most(ask, hire, hands, other_hands, clock):
    chores = [Slot(f"chore {number}", daily(2)) for number in range(3)]
    worker = hire(chores, **{slot.kind: Task(other_hands) for slot in chores})
    other_hands.meanwhile = lambda: ask(dedupe_key=f"asked during chore {len(other_hands.asked)}")
    ask()
    seen = []
    while worker.run_once():
        seen.append((len(hands.asked), len(other_hands.asked)))
    assert seen == [(1, 0), (1, 1), (2, 1), (2, 2), (3, 2), (3, 3), (4, 3)]


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_one_chore_is_claimed_whatever_way_the_database_takes_to_it(writing):
    """PostgreSQL may walk the jobs and look for the due ones again at each: then each is the first."""
    with writing() as work:
        for way in ("hashjoin", "mergejoin", "hashagg", "material", "sort"):
            work.connection().execute(text(f"SET LOCAL enable_{way} = off"))
        work.connection().execute(text("SET LOCAL plan_cache_mode = force_generic_plan"))
        for _ in range(3):  # only a statement that was asked before has such a plan
            assert not service.claim(work, "me", ["chore"])
        for _ in range(3):
            service.enqueue(work, "chore", {})
        assert len(service.claim(work, "me", ["chore"])) == 1


def test_a_job_waits_for_its_moment(ask, hire, hands, clock):
    ask(run_at=clock() + timedelta(hours=1))
    worker = hire()
    assert worker.run_until_quiet() == 0
    clock.advance(hours=1)
    assert worker.run_until_quiet() == 1


def test_one_dedupe_key_is_one_job(ask, hire, hands):
    ask(5, dedupe_key="once")
    hire().run_until_quiet()
    assert hands.numbers == [1]


def test_a_failure_is_tried_again_later_and_the_last_try_knows_it_is_the_last(ask, hire, hands, rows, clock):
    ask()
    hands.problem = RetryLater("Nog niet.")
    worker = hire()
    for _ in range(TRIES + 3):
        worker.run_until_quiet()
        clock.advance(hours=2)
    assert [attempt for _, attempt, _ in hands.asked] == list(range(1, TRIES + 1))
    assert [last for _, _, last in hands.asked] == [False] * (TRIES - 1) + [True]
    (job,) = rows()
    assert (job.state, job.last_error, job.attempts) == (JobState.DEAD, "Nog niet.", TRIES)


def test_the_outside_world_can_ask_for_a_longer_wait(ask, hire, hands, clock):
    ask()
    hands.problem = RetryLater("Kom over een uur terug.", after=timedelta(hours=1))
    worker = hire()
    worker.run_until_quiet()
    clock.advance(minutes=59)
    assert worker.run_until_quiet() == 0
    clock.advance(minutes=2)
    assert worker.run_until_quiet() == 1


@pytest.mark.parametrize("kind", ["do", "nobody"])
def test_what_cannot_succeed_is_given_up_at_once(kind, ask, hire, hands, rows):
    ask(kind=kind)
    hands.problem = GiveUp("Dit kan niet.")
    hire().run_until_quiet()
    (job,) = rows()
    assert job.state is JobState.DEAD
    assert job.last_error == {"do": "Dit kan niet.", "nobody": "Niemand doet deze taak: nobody"}[kind]


def test_words_of_a_library_are_not_kept(ask, hire, hands, rows):
    ask()
    hands.problem = RuntimeError("cannot deliver to fatima@voorbeeld.nl")
    hire().run_until_quiet()
    assert rows()[0].last_error == "RuntimeError"


def test_a_kind_can_have_fewer_tries_and_can_wipe_its_payload(ask, hire, hands, other_hands, rows):
    ask(kind="once")
    ask(kind="secret")
    hands.problem = RetryLater("Nee.")
    hire(once=Task(hands, tries=1), secret=Task(other_hands, forget=True)).run_until_quiet()
    once, secret = rows()
    assert once.state is JobState.DEAD
    assert (secret.state, secret.payload) == (JobState.DONE, {})


def test_nobody_takes_a_job_that_somebody_else_holds(ask, hire, hands, writing):
    ask(3)
    first, second = hire(), hire()
    with writing() as work:
        assert len(service.claim(work, first.name)) == 3
    assert second.run_until_quiet() == 0


def test_a_job_whose_holder_vanished_goes_to_another_after_the_lease(ask, hire, hands, writing, clock):
    ask(3)
    first, second = hire(), hire()
    with writing() as work:
        service.claim(work, first.name)
    clock.advance(seconds=LEASE.total_seconds() + 1)
    assert second.run_until_quiet() == 3
    assert [attempt for _, attempt, _ in hands.asked] == [1, 1, 1]


def test_a_worker_that_overslept_records_nothing_about_a_job_it_lost(ask, hire, hands, rows, clock):
    ask()
    slow, quick = hire(), hire()

    def oversleep():
        hands.meanwhile = lambda: None
        clock.advance(seconds=LEASE.total_seconds() + 1)
        quick.run_until_quiet()

    hands.meanwhile, hands.problem = oversleep, None
    slow.run_until_quiet()
    (job,) = rows()
    assert (job.state, job.attempts) == (JobState.DONE, 2)


def test_a_worker_that_overslept_its_batch_does_not_begin_the_rest(ask, hire, hands, clock):
    ask(2)
    slow, quick = hire(), hire()

    def oversleep():
        hands.meanwhile = lambda: None
        clock.advance(seconds=LEASE.total_seconds() + 1)
        quick.run_until_quiet()

    hands.meanwhile = oversleep
    slow.run_once()
    assert sorted(hands.numbers) == [1, 1, 2]


def test_a_job_that_kills_its_worker_every_time_is_given_up(ask, hire, hands, rows, writing, clock):
    ask()
    for _ in range(TRIES):
        victim = hire()
        with writing() as work:
            (job,) = service.claim(work, victim.name)
        with writing() as work:
            service.begin(work, job, victim.name)  # and then the process is killed
        clock.advance(seconds=LEASE.total_seconds() + 1)
    hire().run_until_quiet()
    (job,) = rows()
    assert (hands.asked, job.state) == ([], JobState.DEAD)
    assert job.last_error.startswith("Het proces stopte")


def test_a_worker_that_is_stopped_ends_its_job_and_hands_back_the_rest(ask, hire, hands, rows):
    ask(5)
    first = hire()
    hands.meanwhile = first.stop
    first.run_forever()
    assert hands.numbers == [1]
    assert [job.lease_by for job in rows()] == [None] * 5
    hands.meanwhile = lambda: None
    assert hire().run_until_quiet() == 4


def test_a_sleeping_worker_wakes_up_for_a_job_and_for_the_end(ask, hire, hands):
    worker, done = hire(), threading.Event()
    hands.meanwhile = done.set
    thread = threading.Thread(target=worker.run_forever)
    thread.start()
    ask()
    assert done.wait(10)
    worker.stop()
    thread.join(10)
    assert not thread.is_alive()


def test_a_round_that_fails_is_not_the_end_of_the_worker(ask, hire, hands, monkeypatch):
    ask()
    worker = hire()
    rounds = []

    def fail_once():
        rounds.append(1)
        if len(rounds) == 1:
            raise ConnectionError
        worker.stop()
        return 0

    monkeypatch.setattr(worker, "run_once", fail_once)
    monkeypatch.setattr("b2b.jobs.worker.POLL_SECONDS", 0.01)
    worker.run_forever()
    assert len(rounds) == 2


def test_looking_for_work_does_not_write(hire, database, listen):
    begun = []

    def note(connection):
        begun.append(connection)

    listen(database.write, "begin", note)
    hire().run_once()
    assert begun == []
