"""Workers to hire, a pair of hands that notes what it was asked, and jobs to ask for."""

import pytest
from sqlmodel import select

from b2b.core.db import unit_of_work
from b2b.jobs import service
from b2b.jobs.models import Job
from b2b.jobs.worker import Desk, Task, Worker


class Hands:
    """A handler that notes what it was asked, and does what it is told to do."""

    def __init__(self):
        self.asked = []
        self.problem = None
        self.meanwhile = lambda: None

    def __call__(self, _desk, ticket, payload):
        self.asked.append((payload.get("number"), ticket.attempts, ticket.last))
        self.meanwhile()
        if self.problem is not None:
            raise self.problem

    @property
    def numbers(self):
        return [number for number, _, _ in self.asked]


@pytest.fixture
def hands():
    return Hands()


@pytest.fixture
def other_hands():
    return Hands()


@pytest.fixture
def hire(database, clock, hands):
    """Return a function that makes a worker: each call another one."""
    desk = Desk(
        writing=lambda: unit_of_work(database.write, clock=clock),
        reading=lambda: unit_of_work(database.read, clock=clock),
        clock=clock,
        services={},
    )
    return lambda slots=(), **tasks: Worker(desk, {"do": Task(hands), **tasks}, slots)


@pytest.fixture
def ask(writing):
    """Enqueue jobs numbered 1 to `count`."""

    def enqueue(count=1, kind="do", **options):
        with writing() as work:
            for number in range(1, count + 1):
                service.enqueue(work, kind, {"number": number}, **options)

    return enqueue


@pytest.fixture
def rows(writing):
    """Return every job, oldest first."""

    def read():
        with writing() as work:
            return list(work.exec(select(Job).order_by(Job.id)))

    return read
