"""What our desk did, told to the municipality's own system: a task there ends, or goes to the team of the new desk."""

from b2b.core import audit
from b2b.core.db import Work, lock
from b2b.handoff import queries
from b2b.handoff.connectors.base import Standing
from b2b.handoff.connectors.registry import WRITERS
from b2b.handoff.events import HandoffMoved, HandoffMovedOn
from b2b.handoff.models import Attempt, Handoff
from b2b.handoff.rules import HandoffState
from b2b.jobs.service import enqueue

FINISH = "handoff:finish-there"
PASS_ON = "handoff:pass-on-there"
OURS_TO_END = (HandoffState.DONE, HandoffState.RETURNED)


def finish_there(work: Work, event: HandoffMoved) -> None:
    """Ask to end the tasks of a question that our desk ended; what ended there itself is left alone."""
    handoff = queries.by_id(work, event.handoff_id)
    if handoff.state in OURS_TO_END:
        for attempt in queries.attempts(work, handoff):
            if attempt.task and attempt.seen != Standing.DONE:
                _ask(work, FINISH, attempt)


def pass_on_there(work: Work, event: HandoffMovedOn) -> None:
    """Ask to give the tasks of a question to the team of its new neighbourhood."""
    handoff = queries.by_id(work, event.handoff_id)
    for attempt in queries.attempts(work, handoff):
        if attempt.connector in WRITERS:
            _ask(work, PASS_ON, attempt)


def finished_there(work: Work, attempt_id: int) -> None:
    """Remember that the task is closed, by us: that it is done there is no news when somebody looks."""
    attempt = work.get_one(Attempt, attempt_id)
    lock(work, attempt)
    attempt.seen, attempt.seen_at = Standing.DONE.value, work.now()


def passed_on_there(work: Work, attempt_id: int, connection_id: int, team: str) -> None:
    """Remember whose the task is now: that it left the first team is no news when somebody looks."""
    attempt = work.get_one(Attempt, attempt_id)
    lock(work, attempt)
    attempt.connection_id = connection_id
    attempt.steps = {name: value for name, value in attempt.steps.items() if name != "holders"} | {"team": team}
    audit.note(
        work, "handoff.passed_on_there", work.get_one(Handoff, attempt.handoff_id), connector=attempt.connector
    )


def _ask(work: Work, kind: str, attempt: Attempt) -> None:
    moment = int(work.now().timestamp())
    enqueue(work, kind, {"attempt_id": attempt.id}, dedupe_key=f"{kind}:{attempt.id}:{moment}")
