"""Verbs of who has a question: on to a colleague or another neighbourhood, or taken over; one or many at once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from b2b.accounts import queries as people
from b2b.authz.predicates import Role
from b2b.core import audit
from b2b.core.db import Work, lock
from b2b.core.errors import Conflict
from b2b.core.history import move
from b2b.handoff import queries
from b2b.handoff.events import HandoffMoved, HandoffMovedOn, HandoffPassed
from b2b.handoff.models import Handoff
from b2b.handoff.rules import (
    HANDOFF_LIFECYCLE,
    HandoffAction,
    HandoffState,
    NoSuchDesk,
    NoteKind,
    NotYours,
    StillBusy,
    Words,
    may_take_over,
)
from b2b.handoff.service.handing import start_clock, step
from b2b.handoff.service.noting import write
from b2b.municipalities import queries as areas
from b2b.notifications.service import notify


@dataclass(frozen=True)
class Forward:
    """Where questions go on to, and why: a colleague's reference, or the slug of a neighbourhood."""

    colleague: str
    neighbourhood: str
    why: Words


def forward(work: Work, handoff: Handoff, to: Forward) -> None:
    """Pass a question on; what is new to the next one is in the reason. A second click changes nothing.

    Raises NoSuchDesk when the colleague does not look after this place, NotYours when somebody else has it.
    """
    if queries.note_by_once(work, work.actor_id or 0, _mark(to.why, handoff)) is not None:
        return
    lock(work, handoff)
    _check_mine(work, handoff)
    if to.colleague:
        _to_colleague(work, handoff, to.colleague)
    else:
        _to_neighbourhood(work, handoff, to.neighbourhood)
    write(work, handoff, NoteKind.FORWARD, Words(to.why.text, to.why.for_resident, _mark(to.why, handoff)))


def passing_on(to: Forward) -> Callable[[Work, Handoff], None]:
    """Return a verb that passes a question on there: for `all_of`."""
    return lambda work, handoff: forward(work, handoff, to)


def take_over(work: Work, handoff: Handoff) -> None:
    """Take a question over from a colleague who is away or too late. Raises StillBusy when that is not so."""
    lock(work, handoff)
    before = handoff.claimed_by_id
    if before == work.actor_id:
        return  # the second click of a double click
    if not may_take_over(handoff.due_at, work.now(), away=queries.is_away(work, handoff)):
        raise StillBusy()
    move(work, handoff, HANDOFF_LIFECYCLE, HandoffAction.TAKE_OVER)
    audit.note(work, "handoff.take_over", handoff, before=before)
    handoff.claimed_by_id, handoff.claimed_at = work.actor_id, work.now()
    if handoff.state is not HandoffState.WAITING:
        start_clock(work, handoff)
    work.record(HandoffMoved(handoff.id or 0))


def all_of(work: Work, handoffs: Iterable[Handoff], verb: Callable[[Work, Handoff], None]) -> int:
    """Do `verb` with each; return how many could. What somebody else took in the meantime is left as it is.

    Every verb refuses before it changes anything, so the others are whole. One order, by key, so that
    two people who do this at once never wait for each other.
    """
    done = 0
    for handoff in sorted(handoffs, key=lambda one: one.id or 0):
        try:
            verb(work, handoff)
        except Conflict:
            continue
        done += 1
    return done


def tell_colleague(work: Work, event: HandoffPassed) -> None:
    """Mail a colleague that somebody passed a question on; not what it says."""
    handoff = queries.by_id(work, event.handoff_id)
    notify(work, event.to_id, "handoff-passed", municipality_id=handoff.municipality_id, handoff_id=handoff.id)


def _check_mine(work: Work, handoff: Handoff) -> None:
    if handoff.claimed_by_id not in (None, work.actor_id):
        raise NotYours()


def _to_colleague(work: Work, handoff: Handoff, reference: str) -> None:
    found = people.colleagues(work, Role.COORDINATOR, handoff.municipality_id)
    colleague = next((one for one in found if one.reference == reference), None)
    barred = (work.actor_id, handoff.member_id)
    if colleague is None or colleague.id in barred or not colleague.looks_after(handoff.neighbourhood_id):
        raise NoSuchDesk()
    step(work, handoff, HandoffAction.PASS_ON)
    if handoff.claimed_at is None:
        start_clock(work, handoff)
    handoff.claimed_by_id, handoff.claimed_at = colleague.id, work.now()
    work.record(HandoffPassed(handoff.id or 0, colleague.id))
    work.record(HandoffMoved(handoff.id or 0))


def _to_neighbourhood(work: Work, handoff: Handoff, slug: str) -> None:
    hood = areas.neighbourhood_by_reference(work, handoff.municipality_id, slug)
    if hood is None or hood.id == handoff.neighbourhood_id:
        raise NoSuchDesk()
    step(work, handoff, HandoffAction.MOVE_ON)
    handoff.neighbourhood_id = hood.id
    handoff.claimed_by_id = handoff.claimed_at = None
    start_clock(work, handoff, since=handoff.created_at)
    work.record(HandoffMovedOn(handoff.id or 0))
    work.record(HandoffMoved(handoff.id or 0))


def _mark(why: Words, handoff: Handoff) -> str:
    """Return the one-time word of this question: a form may pass on many."""
    return f"{why.once[:20]}:{handoff.id}"
