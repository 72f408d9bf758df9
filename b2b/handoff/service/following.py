"""A handoff follows how its task stands in the municipality's own system."""

from b2b.core import audit
from b2b.core.db import Work, lock
from b2b.core.history import move
from b2b.handoff.connectors.base import Seen
from b2b.handoff.events import HandoffMoved
from b2b.handoff.models import Attempt, Handoff
from b2b.handoff.rules import HANDOFF_LIFECYCLE, HandoffAction, There, consequence
from b2b.handoff.service.handing import start_clock


def follow(work: Work, attempt_id: int, seen: Seen) -> None:
    """Let a handoff follow how its task stands: taken on, sent on, done, opened again."""
    attempt = work.get_one(Attempt, attempt_id)
    handoff = work.get_one(Handoff, attempt.handoff_id)
    lock(work, handoff)
    lock(work, attempt)
    holders = ",".join(seen.holders)
    known = attempt.steps.get("holders", attempt.steps.get("team", holders))
    elsewhere = attempt.steps.get("team") not in seen.holders and holders != known
    there = There(attempt.seen, seen.standing.value, sent_on=elsewhere and bool(seen.holders))
    attempt.seen, attempt.seen_at = seen.standing.value, work.now()
    if seen.holders:
        attempt.steps = {**attempt.steps, "holders": holders}
    action = consequence(handoff.state, there)
    if action is None:
        return
    move(work, handoff, HANDOFF_LIFECYCLE, action)
    start_clock(work, handoff)
    if action is HandoffAction.DONE_THERE:
        handoff.closed_at = work.now()
    if action is HandoffAction.OPENED_THERE:
        handoff.closed_at = handoff.claimed_by_id = handoff.claimed_at = None
    audit.note(work, f"handoff.{action}", handoff)
    work.record(HandoffMoved(handoff.id or 0))
