"""The job that delivers: read the parcel, hand it over with no open transaction, note the result."""

from typing import Any

from b2b.handoff import queries, service
from b2b.jobs.rules import GiveUp, RetryLater
from b2b.jobs.worker import Desk, Ticket


def deliver(desk: Desk, ticket: Ticket, payload: dict[str, Any]) -> None:
    """Deliver one attempt through its connector; a twin or a municipality may be on the other side."""
    attempt_id = int(payload["attempt_id"])
    with desk.reading() as work:
        found = queries.parcel(work, attempt_id, desk.services["base_url"])
    if found is None:
        return
    attempt, parcel = found
    registry = desk.services["connectors"]
    if attempt.connector not in registry:
        _failed(desk, attempt_id, "no such connector", final=True)
        raise GiveUp(f"no connector is called {attempt.connector}")
    try:
        receipt = registry[attempt.connector].deliver(parcel)
    except Exception as problem:
        known = isinstance(problem, (GiveUp, RetryLater))
        words = str(problem) if known else type(problem).__name__
        _failed(desk, attempt_id, words, final=ticket.last or isinstance(problem, GiveUp))
        raise
    with desk.writing() as work:
        service.delivered(work, attempt_id, receipt.external_reference)


def _failed(desk: Desk, attempt_id: int, words: str, *, final: bool) -> None:
    with desk.writing() as work:
        service.not_delivered(work, attempt_id, words, final=final)
