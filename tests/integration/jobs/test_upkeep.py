"""What keeps the outbox well: recurring work, new lives, health, and forgetting."""

from datetime import timedelta

from b2b.jobs import queries, service
from b2b.jobs.purging import purging
from b2b.jobs.rules import GiveUp, JobState
from b2b.jobs.schedule import Slot, daily
from b2b.jobs.worker import Task


def test_recurring_work_is_done_once_a_slot_by_any_number_of_workers(hire, hands, clock):
    slots = [Slot("do", daily(4))]
    workers = [hire(slots), hire(slots)]
    for _ in range(2):
        for worker in workers:
            worker.run_until_quiet()
    assert len(hands.asked) == 1
    clock.advance(days=1)
    for worker in workers:
        worker.run_until_quiet()
    assert len(hands.asked) == 2


def test_a_dead_job_can_be_given_a_new_life(ask, hire, hands, rows, writing):
    ask(2)
    hands.problem = GiveUp("Nee.")
    hire().run_until_quiet()
    hands.problem = None
    first = rows()[0].id
    with writing() as work:
        assert service.retry(work, first)
        assert not service.retry(work, first)
        assert service.retry_all(work) == 1
    hire().run_until_quiet()
    assert {job.state for job in rows()} == {JobState.DONE}


def test_health_tells_how_long_work_waits_and_what_died(ask, hire, hands, writing, clock):
    ask(2)
    clock.advance(minutes=3)
    with writing() as work:
        assert queries.health(work) == queries.JobHealth(timedelta(minutes=3), 0)
        assert queries.waiting(work) == 2
    hands.problem = GiveUp("Nee.")
    hire().run_until_quiet()
    with writing() as work:
        assert queries.health(work) == queries.JobHealth(timedelta(), 2)
        assert queries.waiting(work) == 0


def test_what_was_done_is_forgotten_after_a_week_and_what_died_after_a_season(ask, hire, hands, rows, clock):
    ask(30)
    hire().run_until_quiet()
    hands.problem = GiveUp("Nee.")
    ask()
    hire().run_until_quiet()
    sweeper = hire(sweep=Task(purging(lambda work: service.purge(work, limit=7))))
    clock.advance(days=6)
    ask(kind="sweep")
    sweeper.run_until_quiet()
    assert len(rows()) == 32
    clock.advance(days=2)
    ask(kind="sweep")
    sweeper.run_until_quiet()
    assert [job.state for job in rows() if job.kind == "do"] == [JobState.DEAD]
    clock.advance(days=90)
    ask(kind="sweep")
    sweeper.run_until_quiet()
    assert not [job for job in rows() if job.kind == "do"]
