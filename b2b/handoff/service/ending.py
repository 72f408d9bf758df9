"""What the resident says when it is over: did it help, and please look again."""

from b2b.core import audit
from b2b.core.db import Work, lock
from b2b.core.history import move
from b2b.handoff import queries
from b2b.handoff.events import HandoffReopened
from b2b.handoff.models import Handoff
from b2b.handoff.rules import (
    HANDOFF_LIFECYCLE,
    HandoffAction,
    HandoffState,
    Helped,
    NoteKind,
    NothingToAnswer,
    TooLateToReopen,
    Words,
    may_reopen,
)
from b2b.handoff.service.handing import start_clock
from b2b.handoff.service.noting import write


def rate(work: Work, handoff: Handoff, helped: Helped) -> None:
    """Keep whether it helped; a later answer takes the place of an earlier one. Raises NothingToAnswer."""
    lock(work, handoff)
    if handoff.state not in (HandoffState.DONE, HandoffState.RETURNED):
        raise NothingToAnswer()
    handoff.helped = helped


def reopen(work: Work, handoff: Handoff, why: Words) -> None:
    """Ask the desk to look again, within a term. A second click changes nothing. Raises TooLateToReopen."""
    if queries.note_by_once(work, handoff.member_id, why.once) is not None:
        return
    lock(work, handoff)
    if handoff.state in (HandoffState.DONE, HandoffState.RETURNED) and not may_reopen(handoff.closed_at, work.now()):
        raise TooLateToReopen()
    move(work, handoff, HANDOFF_LIFECYCLE, HandoffAction.REOPEN)
    handoff.closed_at = handoff.closing_note = handoff.helped = None
    handoff.claimed_by_id = handoff.claimed_at = None
    start_clock(work, handoff)
    write(work, handoff, NoteKind.REOPEN, why, author_id=handoff.member_id)
    audit.note(work, "handoff.reopened", handoff)
    work.record(HandoffReopened(handoff.id or 0))
