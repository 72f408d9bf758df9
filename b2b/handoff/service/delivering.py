"""Verbs of deliveries: plan, note how far it came, try again, take back, follow what happens there."""

from datetime import timedelta
from typing import Any

from sqlalchemy import update
from sqlmodel import col, select

from b2b.core import audit
from b2b.core.crypto import keyring
from b2b.core.db import Work, lock
from b2b.handoff import queries
from b2b.handoff.connectors.base import Finding, Receipt, Standing
from b2b.handoff.connectors.openklant.message import number_from
from b2b.handoff.connectors.registry import RENUMBERERS, WRITERS
from b2b.handoff.events import HandoffWithdrawn
from b2b.handoff.models import Attempt, Connection, Handoff
from b2b.handoff.rules import (
    ENDED,
    KEEP_CLOSED,
    AttemptState,
    ConsentChanged,
    HandoffState,
    NothingToRetry,
    Question,
    rest,
)
from b2b.handoff.service.linking import plan_link
from b2b.jobs.service import enqueue

DELIVER = "handoff:deliver"
LOOK = "handoff:look"
TAKE_BACK = "handoff:take-back"
BETWEEN_LOOKS = timedelta(minutes=15)
SOON = timedelta(seconds=10)
"""Notifications within this time lead to one look."""


def plan(work: Work, handoff: Handoff, question: Question) -> None:
    """Ask for a delivery through each connection of the neighbourhood; with the messages that were agreed to."""
    messages = dict(question.messages)
    for connection in queries.connections_for(work, handoff.municipality_id, handoff.neighbourhood_id):
        if connection.connector in WRITERS and connection.connector not in messages:
            raise ConsentChanged()
        attempt = Attempt(
            municipality_id=handoff.municipality_id,
            handoff_id=handoff.id or 0,
            connection_id=connection.id,
            connector=connection.connector,
            message=messages.get(connection.connector),
            number=question.number if connection.connector in WRITERS else None,
            object_id=question.object_id if connection.connector in WRITERS else None,
            created_at=work.now(),
        )
        work.add(attempt)
        work.flush()  # the job names it
        enqueue(work, DELIVER, {"attempt_id": attempt.id}, dedupe_key=f"{DELIVER}:{attempt.id}")


def step_made(work: Work, attempt_id: int, step: str, value: str) -> bool:
    """Remember what was made on the other side; say whether the delivery may go on."""
    attempt = work.get_one(Attempt, attempt_id)
    lock(work, attempt)
    attempt.steps = {**attempt.steps, step: value}
    if work.get_one(Handoff, attempt.handoff_id).state not in ENDED:
        return True
    _ask_back(work, attempt, "late")
    return False


def delivered(work: Work, attempt_id: int, receipt: Receipt) -> None:
    """Remember that the other side has it; the message is no longer needed."""
    attempt = work.get_one(Attempt, attempt_id)
    handoff = work.get_one(Handoff, attempt.handoff_id)
    lock(work, handoff)
    lock(work, attempt)
    attempt.state, attempt.delivered_at, attempt.error = AttemptState.DELIVERED, work.now(), None
    attempt.external_reference, attempt.task = receipt.external_reference, receipt.task
    attempt.tries, attempt.message, attempt.seen = attempt.tries + 1, None, Standing.WAITING.value
    went_well(work, attempt.connection_id)
    if handoff.state is HandoffState.WITHDRAWN:
        _ask_back(work, attempt, "late")
    plan_link(work, handoff)


def not_delivered(work: Work, attempt_id: int, error: str, *, final: bool) -> None:
    """Remember that a delivery failed; `final`: nobody will try again by itself, and what is half there is removed."""
    attempt = work.get_one(Attempt, attempt_id)
    lock(work, attempt)
    attempt.state = AttemptState.FAILED if final else AttemptState.PLANNED
    attempt.tries, attempt.error = attempt.tries + 1, error[:200]
    if final and attempt.steps:
        _ask_back(work, attempt, "given-up")


def renumber(work: Work, attempt_id: int) -> None:
    """Draw another number: somebody else's contact had ours. Nothing else of the message changes."""
    attempt = work.get_one(Attempt, attempt_id)
    lock(work, attempt)
    old = attempt.number or ""
    attempt.number = number_from(keyring().fingerprint("handoff-number", f"again:{attempt.id}:{old}"))
    attempt.message = RENUMBERERS[attempt.connector](attempt.message or "", attempt.number)


def retry(work: Work, attempt: Attempt) -> None:
    """Try a delivery again that was given up: the button of the desk."""
    lock(work, attempt)
    if attempt.state is not AttemptState.FAILED or (attempt.connector in WRITERS and not attempt.message):
        raise NothingToRetry()
    attempt.state, attempt.error = AttemptState.PLANNED, None
    audit.note(work, "handoff.retried", work.get_one(Handoff, attempt.handoff_id), connector=attempt.connector)
    key = f"{DELIVER}:{attempt.id}:{attempt.tries}"
    enqueue(work, DELIVER, {"attempt_id": attempt.id}, dedupe_key=key)


def take_back(work: Work, event: HandoffWithdrawn) -> None:
    """Remove what lies at the municipality, unless somebody there is at work on it."""
    handoff = work.get_one(Handoff, event.handoff_id)
    for attempt in queries.attempts(work, handoff):
        attempt.message = None
        _ask_back(work, attempt, "withdrawn")


def taken_back(work: Work, attempt_id: int, *, removed: bool) -> None:
    """Remember that it is no longer there, or that it stays because somebody works on it."""
    attempt = work.get_one(Attempt, attempt_id)
    handoff = work.get_one(Handoff, attempt.handoff_id)
    lock(work, handoff)
    lock(work, attempt)
    given_up = attempt.state is AttemptState.FAILED and attempt.message is not None
    if given_up:
        attempt.steps = {}  # what was half there is gone; the button of the desk may still start anew
        return
    attempt.state = AttemptState.TAKEN_BACK if removed else AttemptState.KEPT_THERE
    if removed:
        attempt.steps, attempt.task = {}, None
    plan_link(work, handoff)


def plan_looks(work: Work, attempt_ids: list[int]) -> None:
    """Ask for a look at each of these tasks: once in a quarter of an hour, also without notifications."""
    slot = int(work.now().timestamp()) // int(BETWEEN_LOOKS.total_seconds())
    for attempt_id in attempt_ids:
        enqueue(work, LOOK, {"attempt_id": attempt_id}, dedupe_key=f"{LOOK}:{attempt_id}:{slot}")


def heard(work: Work, connection: Connection, notice: Any) -> None:
    """Look soon at the task that a notification names, if it is ours; nothing of the notification is kept.

    Many notifications in a few seconds are one look, after the last of them.
    """
    attempt = queries.attempt_of_task(
        work, connection, notice.get("resourceUrl") if isinstance(notice, dict) else None
    )
    if attempt is None:
        return
    slot = int(work.now().timestamp()) // int(SOON.total_seconds())
    key = f"{LOOK}:{attempt.id}:told:{slot}"
    enqueue(work, LOOK, {"attempt_id": attempt.id}, run_at=work.now() + SOON, dedupe_key=key)


def went_well(work: Work, connection_id: int | None) -> None:
    """Close the circuit of a connection: it answered."""
    well = update(Connection).where(col(Connection.id) == connection_id)
    work.connection().execute(well.values(fails=0, rest_until=None, well_at=work.now()))


def went_wrong(work: Work, connection_id: int | None, words: str) -> None:
    """Count a failure of a connection; after some in a row it is left alone for a while."""
    connection = work.exec(select(Connection).where(Connection.id == connection_id).with_for_update()).first()
    if connection is None:
        return
    connection.fails, connection.failed_at, connection.failed_words = connection.fails + 1, work.now(), words[:200]
    pause = rest(connection.fails)
    connection.rest_until = work.now() + pause if pause else None


def tested(work: Work, connection_id: int, findings: list[Finding]) -> None:
    """Keep what a test of a connection found; when all is well it is tried again at once."""
    connection = work.get_one(Connection, connection_id)
    connection.findings = [vars(finding) for finding in findings]
    connection.tested_at = work.now()
    if all(finding.well for finding in findings):
        went_well(work, connection_id)


def forget_messages(work: Work) -> int:
    """Erase messages of deliveries that were given up and whose question ended long ago; return how many."""
    over = select(Handoff.id).where(col(Handoff.state).in_(ENDED), col(Handoff.closed_at) < work.now() - KEEP_CLOSED)
    old = update(Attempt).where(col(Attempt.handoff_id).in_(over), col(Attempt.message).is_not(None))
    return work.connection().execute(old.values(message=None)).rowcount


def _ask_back(work: Work, attempt: Attempt, why: str) -> None:
    key = f"{TAKE_BACK}:{attempt.id}:{why}:{attempt.tries}"
    enqueue(work, TAKE_BACK, {"attempt_id": attempt.id}, dedupe_key=key)
