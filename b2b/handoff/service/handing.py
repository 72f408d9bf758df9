"""Verbs of a handoff: ask, claim, say how it goes, take back."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, update
from sqlmodel import col, select

from b2b.accounts import queries as people
from b2b.authz.predicates import Role
from b2b.core import audit
from b2b.core.db import Work, lock
from b2b.core.history import move
from b2b.core.ids import new_reference
from b2b.handoff import queries
from b2b.handoff.events import (
    HandedOver,
    HandoffCameBack,
    HandoffMoved,
    HandoffMovedOn,
    HandoffReopened,
    HandoffWithdrawn,
)
from b2b.handoff.models import ConsentException, Handoff, HandoffNote, HandoffProposal, HandoffQuestion
from b2b.handoff.rules import (
    ENDED,
    HANDOFF_LIFECYCLE,
    KEEP_CLOSED,
    PICK_UP_DAYS,
    PICK_UP_USUAL,
    AlreadyClaimed,
    ConsentChanged,
    HandoffAction,
    HandoffState,
    Question,
    consent_hash,
    due,
)
from b2b.handoff.service.delivering import plan
from b2b.municipalities import queries as areas
from b2b.municipalities.events import NeighbourhoodEnded
from b2b.notifications.service import notify

PURGE_BATCH = 200


def hand_over(
    work: Work,
    *,
    municipality_id: int,
    neighbourhood_id: int,
    member_id: int,
    question: Question,
    agreed_to: str,
    once: str,
    post_id: int | None = None,
) -> Handoff:
    """Send a question to the coordinator, exactly as its writer saw it (`agreed_to`: its hash).

    The same form twice (`once`) is one handoff. Raises ConsentChanged when the text is another one.
    """
    if (sent := queries.by_once(work, member_id, once)) is not None:
        return sent
    also = tuple(one.name for one in queries.partners(work, municipality_id))
    if consent_hash(question) != agreed_to or question.also_read_by != also:
        raise ConsentChanged()
    handoff = Handoff(
        reference=new_reference("H"),
        municipality_id=municipality_id,
        neighbourhood_id=neighbourhood_id,
        member_id=member_id,
        post_id=post_id,
        once=once,
        question=question.question,
        contact_way=question.contact_way,
        contact=question.contact,
        consented_at=work.now(),
        consent_hash=agreed_to,
        created_at=work.now(),
    )
    start_clock(work, handoff)
    work.add(handoff)
    work.flush()  # the deliveries point at it
    plan(work, handoff, question)
    audit.note(work, "handoff.sent", handoff)
    work.record(HandedOver(handoff.id or 0))
    return handoff


def claim(work: Work, handoff: Handoff) -> None:
    """Take the question on; of two who try, one wins."""
    lock(work, handoff)
    if handoff.state is not HandoffState.NEW and handoff.claimed_by_id != work.actor_id:
        raise AlreadyClaimed()
    if handoff.state is HandoffState.CLAIMED:
        return  # the second click of a double click
    move(work, handoff, HANDOFF_LIFECYCLE, HandoffAction.CLAIM)
    handoff.claimed_by_id, handoff.claimed_at = work.actor_id, work.now()
    start_clock(work, handoff)
    audit.note(work, "handoff.claimed", handoff)
    work.record(HandoffMoved(handoff.id or 0))


def release(work: Work, handoff: Handoff) -> None:
    """Put a claimed question back for a colleague. The resident waits on, so the clock says since when."""
    step(work, handoff, HandoffAction.RELEASE)
    handoff.claimed_by_id = handoff.claimed_at = None
    start_clock(work, handoff, since=handoff.created_at)


def contact(work: Work, handoff: Handoff) -> None:
    """Say that the resident has been spoken to."""
    step(work, handoff, HandoffAction.CONTACT)
    handoff.contacted_at = work.now()
    start_clock(work, handoff)
    work.record(HandoffMoved(handoff.id or 0))


def finish(work: Work, handoff: Handoff, note: str) -> None:
    """Say that it is done; the resident reads `note`."""
    _end(work, handoff, HandoffAction.FINISH, note)


def give_back(work: Work, handoff: Handoff, note: str) -> None:
    """Say that the municipality cannot do this; the resident reads why in `note`."""
    _end(work, handoff, HandoffAction.RETURN, note)


def withdraw(work: Work, handoff: Handoff) -> None:
    """Take the question back: its words and the contact are erased at once."""
    lock(work, handoff)
    move(work, handoff, HANDOFF_LIFECYCLE, HandoffAction.WITHDRAW)
    handoff.closed_at, handoff.question, handoff.contact, handoff.due_at = work.now(), None, None, None
    forget_words(work, [handoff.id or 0])
    audit.note(work, "handoff.withdrawn", handoff)
    work.record(HandoffWithdrawn(handoff.id or 0))


def note_seen(work: Work, handoff: Handoff) -> None:
    """Write down that a member of staff opened the words of a resident."""
    audit.note(work, "handoff.seen", handoff)


def tell_staff(work: Work, event: HandedOver | HandoffMovedOn | HandoffReopened | HandoffCameBack) -> None:
    """Mail the coordinators of the neighbourhood: there is a question, not what it says."""
    handoff = queries.by_id(work, event.handoff_id)
    town = handoff.municipality_id
    for member_id in people.staff(work, Role.COORDINATOR, town, handoff.neighbourhood_id):
        notify(work, member_id, "handoff-waiting", municipality_id=town, handoff_id=handoff.id)
    for partner in queries.partners(work, town):
        if handoff.consented_at >= partner.since:
            tell_elsewhere(work, handoff, partner.municipality_id)


def tell_elsewhere(work: Work, handoff: Handoff, home_id: int) -> None:
    """Mail who serves the whole municipality `home_id`, and so this one too: at home, where they sign in."""
    town = handoff.municipality_id
    with work.within(home_id):
        for member_id in people.staff(work, Role.COORDINATOR, home_id):
            notify(work, member_id, "handoff-waiting", municipality_id=home_id, handoff_id=handoff.id, town=town)


def tell_resident(work: Work, event: HandoffMoved) -> None:
    """Mail the resident how it goes."""
    handoff = queries.by_id(work, event.handoff_id)
    notify(work, handoff.member_id, "handoff-moved", municipality_id=handoff.municipality_id, handoff_id=handoff.id)


def purge(work: Work, keep: timedelta = KEEP_CLOSED) -> int:
    """Erase the words, notes and contacts of handoffs that ended longer ago than `keep`; return how many."""
    found = select(col(Handoff.id)).where(
        col(Handoff.state).in_(ENDED),
        col(Handoff.closed_at) < work.now() - keep,
        col(Handoff.contact).is_not(None),
    )
    old = [key for key in work.exec(found.limit(PURGE_BATCH)) if key is not None]
    forget_words(work, old)
    erased = update(Handoff).where(col(Handoff.id).in_(old)).values(question=None, contact=None, closing_note=None)
    work.connection().execute(erased)
    return len(old)


def forget_words(work: Work, handoff_ids: Sequence[int]) -> None:
    """Delete what was written beside these handoffs."""
    work.flush()  # also what was written a moment ago
    for kind in (HandoffNote, HandoffQuestion, HandoffProposal):
        work.connection().execute(delete(kind).where(col(kind.handoff_id).in_(handoff_ids)))
    silenced = update(ConsentException).where(col(ConsentException.handoff_id).in_(handoff_ids)).values(words=None)
    work.connection().execute(silenced)


def start_clock(work: Work, handoff: Handoff, *, since: datetime | None = None) -> None:
    """Say until when the question may stay in its state, entered now or at `since`."""
    days = areas.setting(work, handoff.municipality_id, PICK_UP_DAYS, PICK_UP_USUAL)
    week = areas.working_week(work, handoff.municipality_id)
    handoff.due_at = due(handoff.state, since or work.now(), days, week)


def step(work: Work, handoff: Handoff, action: HandoffAction) -> None:
    """Bring the question to its next state, by who has it. Raises AlreadyClaimed or IllegalMove."""
    lock(work, handoff)
    if handoff.claimed_by_id not in (None, work.actor_id):
        raise AlreadyClaimed()
    move(work, handoff, HANDOFF_LIFECYCLE, action)
    audit.note(work, f"handoff.{action}", handoff)


def _end(work: Work, handoff: Handoff, action: HandoffAction, note: str) -> None:
    step(work, handoff, action)
    handoff.closed_at, handoff.closing_note, handoff.due_at = work.now(), note, None
    work.record(HandoffMoved(handoff.id or 0))


def follow_ended_neighbourhood(work: Work, event: NeighbourhoodEnded) -> None:
    """Move the questions that are not closed to what came in the place of their neighbourhood."""
    if event.successor_ids:
        open_ones = update(Handoff).where(
            col(Handoff.neighbourhood_id) == event.neighbourhood_id, col(Handoff.state).not_in(sorted(ENDED))
        )
        work.connection().execute(open_ones.values(neighbourhood_id=event.successor_ids[0]))
