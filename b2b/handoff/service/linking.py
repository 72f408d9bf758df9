"""The register points to the case, where a municipality has both: told once each stands, and taken off when the case goes."""

from b2b.core.db import Work, lock
from b2b.handoff import queries
from b2b.handoff.models import Attempt, Handoff
from b2b.handoff.queries.deliveries import CASE, case_of
from b2b.handoff.rules import AttemptState
from b2b.jobs.service import enqueue

LINK = "handoff:link-case"
REGISTER, CASES = "openklant", "zgw"
THERE = (AttemptState.DELIVERED, AttemptState.KEPT_THERE)


def plan_link(work: Work, handoff: Handoff) -> None:
    """Ask to let the register agree with the case system: when both have the question, or the case went again.

    Two deliveries may arrive at once: who calls this holds the lock on `handoff`, so that the second sees the first.
    """
    register = queries.attempt_through(work, handoff, REGISTER)
    if register is None or register.state not in THERE:
        return
    case = case_of(work, handoff.id or 0)
    if case != register.steps.get(CASE):
        key = f"{LINK}:{register.id}:{case or 'none'}:{register.tries}"
        enqueue(work, LINK, {"attempt_id": register.id}, dedupe_key=key)


def points_to(work: Work, attempt_id: int, case: str | None) -> None:
    """Remember to which case the register points. Before it is made: what stands there without our knowing stays for ever."""
    attempt = work.get_one(Attempt, attempt_id)
    lock(work, attempt)
    kept = {name: value for name, value in attempt.steps.items() if name != CASE}
    attempt.steps = kept | ({CASE: case} if case else {})
