"""The jobs of deliveries: read what to do, call with no open transaction, note the result."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from b2b.handoff import queries, service
from b2b.handoff.connectors.base import Connector, NoAnswer, NumberTaken, Stopped
from b2b.handoff.models import Attempt
from b2b.handoff.rules import TRIES, AttemptState
from b2b.jobs.purging import purging
from b2b.jobs.rules import GiveUp, RetryLater
from b2b.jobs.schedule import Slot, daily, every
from b2b.jobs.worker import Desk, Task, Ticket


class Logbook:
    """Writes each step of one delivery down at once."""

    def __init__(self, desk: Desk, attempt_id: int):
        self._desk, self._attempt_id = desk, attempt_id

    def note(self, step: str, value: str) -> None:
        """Keep `value`; raises Stopped when the resident took the question back."""
        with self._desk.writing() as work:
            goes_on = service.step_made(work, self._attempt_id, step, value)
        if not goes_on:
            raise Stopped


def deliver(desk: Desk, ticket: Ticket, payload: dict[str, Any]) -> None:
    """Deliver one attempt through its connector; a twin or a municipality may be on the other side."""
    attempt_id = int(payload["attempt_id"])
    with desk.reading() as work:
        found = queries.parcel(work, attempt_id, desk.services["base_url"])
        rests = queries.resting_until(work, found[0]) if found else None
    if found is None:
        return
    if rests and not ticket.last:
        raise RetryLater("the connection rests", rests - desk.clock())
    attempt, parcel = found
    try:
        receipt = _connector(desk, attempt).deliver(parcel, Logbook(desk, attempt_id))
    except Stopped:
        return
    except Exception as problem:
        _failed(desk, attempt, problem, last=ticket.last)
        raise
    with desk.writing() as work:
        service.delivered(work, attempt_id, receipt)


def look_around(desk: Desk, ticket: Ticket, payload: dict[str, Any]) -> None:
    """Plan a look at each task that somebody may have changed."""
    with desk.writing() as work:
        service.plan_looks(work, queries.to_look_at(work))


def look(desk: Desk, ticket: Ticket, payload: dict[str, Any]) -> None:
    """Ask how one delivered question stands there, and let ours follow."""
    with desk.reading() as work:
        found = queries.sent(work, int(payload["attempt_id"]), desk.services["base_url"])
    if found is None:
        return
    attempt, parcel = found
    with _silence_noted(desk, attempt):
        seen = _connector(desk, attempt).look(parcel)
    with desk.writing() as work:
        service.went_well(work, attempt.connection_id)
        if seen is not None:
            service.follow(work, attempt.id or 0, seen)


def take_back(desk: Desk, ticket: Ticket, payload: dict[str, Any]) -> None:
    """Remove what lies there of a question that was withdrawn, or given up half-way."""
    with desk.reading() as work:
        found = queries.to_take_back(work, int(payload["attempt_id"]), desk.services["base_url"])
    if found is None:
        return
    attempt, parcel = found
    with _silence_noted(desk, attempt):
        removed = _connector(desk, attempt).take_back(parcel)
    with desk.writing() as work:
        service.taken_back(work, attempt.id or 0, removed=removed)


def finish(desk: Desk, ticket: Ticket, payload: dict[str, Any]) -> None:
    """End the task there of a question that our desk ended."""
    with desk.reading() as work:
        found = queries.to_finish(work, int(payload["attempt_id"]), desk.services["base_url"])
    if found is None:
        return
    attempt, parcel = found
    with _silence_noted(desk, attempt):
        ended = _connector(desk, attempt).finish(parcel)
    with desk.writing() as work:
        service.went_well(work, attempt.connection_id)
        if ended:
            # What is still open there must not be taken, at the next look, for something that was opened again.
            service.finished_there(work, attempt.id or 0)


def pass_on(desk: Desk, ticket: Ticket, payload: dict[str, Any]) -> None:
    """Give the task there to the team of the new neighbourhood; one that did not arrive yet is waited for."""
    with desk.reading() as work:
        found = queries.to_pass_on(work, int(payload["attempt_id"]), desk.services["base_url"])
    if found is None:
        return
    attempt, parcel, connection_id = found
    if attempt.state is AttemptState.PLANNED:
        raise RetryLater("it did not arrive yet")
    if attempt.state is not AttemptState.DELIVERED:
        return
    with _silence_noted(desk, attempt):
        team = _connector(desk, attempt).pass_on(parcel)
    with desk.writing() as work:
        service.went_well(work, attempt.connection_id)
        if team is not None:
            service.passed_on_there(work, attempt.id or 0, connection_id, team)


def link_case(desk: Desk, ticket: Ticket, payload: dict[str, Any]) -> None:
    """Let the register point to the case, or no longer: what must stand is asked now, not when the job was planned."""
    with desk.reading() as work:
        found = queries.to_link(work, int(payload["attempt_id"]), desk.services["base_url"])
    if found is None:
        return
    attempt, parcel, case, stands = found
    if stands:
        with desk.writing() as work:
            service.points_to(work, attempt.id or 0, case)
    with _silence_noted(desk, attempt):
        _connector(desk, attempt).link_case(parcel, case, stands=stands)
    with desk.writing() as work:
        service.went_well(work, attempt.connection_id)
        if not stands:
            service.points_to(work, attempt.id or 0, None)


def test(desk: Desk, ticket: Ticket, payload: dict[str, Any]) -> None:
    """Try a connection out, because its administrator pressed the button."""
    with desk.reading() as work:
        found = queries.connection_to_test(work, int(payload["connection_id"]), desk.services["base_url"])
    if found is None or found[0] not in desk.services["connectors"]:
        return
    findings = desk.services["connectors"][found[0]].test(found[1])
    with desk.writing() as work:
        service.tested(work, int(payload["connection_id"]), findings)


def _connector(desk: Desk, attempt: Attempt) -> Connector:
    registry = desk.services["connectors"]
    if attempt.connector not in registry:
        raise GiveUp(f"no connector is called {attempt.connector}")
    found: Connector = registry[attempt.connector]
    return found


def _failed(desk: Desk, attempt: Attempt, problem: Exception, *, last: bool) -> None:
    known = isinstance(problem, (GiveUp, RetryLater))
    words = str(problem) if known else type(problem).__name__
    with desk.writing() as work:
        if isinstance(problem, NumberTaken):
            service.renumber(work, attempt.id or 0)
        elif isinstance(problem, NoAnswer):
            service.went_wrong(work, attempt.connection_id, words)
        service.not_delivered(work, attempt.id or 0, words, final=last or isinstance(problem, GiveUp))


@contextmanager
def _silence_noted(desk: Desk, attempt: Attempt) -> Iterator[None]:
    """Write down with the connection that nothing answered; the job tries again by itself."""
    try:
        yield
    except NoAnswer as problem:
        with desk.writing() as work:
            service.went_wrong(work, attempt.connection_id, str(problem))
        raise


TASKS = {
    service.DELIVER: Task(deliver, tries=TRIES),
    service.TAKE_BACK: Task(take_back, tries=TRIES),
    service.FINISH: Task(finish, tries=TRIES),
    service.PASS_ON: Task(pass_on, tries=TRIES),
    service.LINK: Task(link_case, tries=TRIES),
    service.LOOK: Task(look, tries=3),
    service.TEST: Task(test, tries=1),
    "handoff:look-around": Task(look_around),
    "handoffs:lapse": Task(purging(service.lapse_due)),
    "exceptions:lapse": Task(purging(service.lapse_exceptions)),
    "purge:referrals": Task(purging(service.purge_referrals)),
    "purge:handoffs": Task(purging(service.purge)),
    "purge:desk-links": Task(purging(service.forget_links)),
    "purge:messages": Task(purging(service.forget_messages)),
}
"""Job kind -> its handler; `reactions.py` takes them in."""

SLOTS = [
    Slot("handoff:look-around", every(15)),
    Slot("handoffs:lapse", every(15)),
    Slot("exceptions:lapse", every(15)),
    Slot("purge:referrals", daily(4)),
    Slot("purge:handoffs", daily(4)),
    Slot("purge:desk-links", daily(4)),
    Slot("purge:messages", daily(4)),
]
"""What recurs."""
