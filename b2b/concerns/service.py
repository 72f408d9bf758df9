"""Verbs of worries and early signals. The desk decides; nothing here decides about a person."""

from datetime import timedelta
from typing import Any

from sqlalchemy import delete, or_
from sqlmodel import col

from b2b.accounts import queries as people
from b2b.authz.predicates import Role
from b2b.concerns import queries
from b2b.concerns.events import ContactOffered, WorryMoved, WorryTold
from b2b.concerns.models import EarlySignal, Worry
from b2b.concerns.rules.signals import (
    KEEP_SIGNAL,
    RANK,
    SIGNAL_LIFECYCLE,
    Found,
    SignalAction,
    SignalState,
    Why,
    may_be_set_aside,
)
from b2b.concerns.rules.worries import (
    KEEP_AT_MOST,
    KEEP_WORRY,
    WEEK,
    WORRIES_A_WEEK,
    SecondPerson,
    Told,
    TooManyWorries,
    Worried,
    needs_second,
)
from b2b.core import audit
from b2b.core.db import Work, lock
from b2b.core.history import move
from b2b.core.ids import new_reference
from b2b.core.lifecycle import IllegalMove
from b2b.handoff.rules import NotYours
from b2b.jobs.worker import Desk, Ticket
from b2b.notifications.service import notify

_A = SignalAction


def tell_worry(work: Work, municipality_id: int, neighbourhood_id: int, member_id: int, told: Worried) -> Worry:
    """Tell the desk of a neighbourhood that one is worried. The same form twice is one. Raises TooManyWorries."""
    if (before := queries.worry_once(work, member_id, told.once)) is not None:
        return before
    if queries.worries_since(work, member_id, WEEK) >= WORRIES_A_WEEK:
        raise TooManyWorries()
    worry = Worry(
        reference=new_reference("Z"),
        municipality_id=municipality_id,
        neighbourhood_id=neighbourhood_id,
        member_id=member_id,
        kind=told.kind,
        about=told.about,
        place=told.place,
        words=told.words,
        spoken=told.spoken,
        may_name=told.may_name,
        once=told.once,
        created_at=work.now(),
    )
    work.add(worry)
    here = (municipality_id, neighbourhood_id)
    signal = _add(work, Found(Why.WORRY, *here, worry.reference, work.now(), member_id))
    work.flush()  # the mails name it
    audit.note(work, "worry.told", worry)
    work.record(WorryTold(signal.id or 0))
    return worry


def look(work: Work) -> None:
    """Bring the list up to date: what is new comes on it, what is over and nobody took up goes, what waited wakes."""
    found = queries.look(work)
    standing = {(one.municipality_id, one.why, one.subject) for one in found}
    for signal in queries.waiting(work):
        if (signal.municipality_id, signal.why, signal.subject) not in standing:
            work.delete(signal)
    work.flush()  # the next questions must not find what went
    for signal in queries.to_wake(work):
        move(work, signal, SIGNAL_LIFECYCLE, _A.WAKE)
        signal.later_until = None
    known = queries.known(work)
    for one in found:
        if (one.municipality_id, one.why, one.subject) not in known:
            _add(work, one)


def looking_job(desk: Desk, _ticket: Ticket, _payload: dict[str, Any]) -> None:
    """Bring the lists of all desks up to date."""
    with desk.writing() as work:
        look(work)


def take(work: Work, signal: EarlySignal) -> None:
    """Take it up; of two who try, one wins. A second click changes nothing."""
    lock(work, signal)
    if signal.state is SignalState.TAKEN and signal.taken_by_id == work.actor_id:
        return
    _step(work, signal, _A.TAKE)
    signal.taken_by_id, signal.later_until = work.actor_id, None
    _tell_who_was_worried(work, signal)


def release(work: Work, signal: EarlySignal) -> None:
    """Leave it to a colleague."""
    _step(work, signal, _A.RELEASE)
    signal.taken_by_id = None


def postpone(work: Work, signal: EarlySignal, weeks: int) -> None:
    """Look at it again in so many weeks."""
    _step(work, signal, _A.POSTPONE)
    signal.taken_by_id, signal.later_until = None, work.now() + timedelta(weeks=weeks)


def set_aside(work: Work, signal: EarlySignal, reason: str) -> None:
    """Do nothing with it, and say why. Raises IllegalMove for a worry: those end with how the person heard of it."""
    if not may_be_set_aside(signal.why):
        raise IllegalMove()
    _step(work, signal, _A.SET_ASIDE)
    signal.reason, signal.closed_at = reason, work.now()


def close(work: Work, signal: EarlySignal, told: Told | None = None) -> None:
    """Be done with it. Of a worry: say how the person heard of it (`told`); who was worried hears that somebody looked.

    Raises SecondPerson when somebody alone would keep it from the person, NotYours for another's.
    """
    lock(work, signal)
    worry = queries.worry_of(work, signal)
    if worry is None:
        _step(work, signal, _A.CLOSE)
    else:
        _close_worry(work, signal, worry, told)
    signal.closed_at = work.now()
    _tell_who_was_worried(work, signal)


def offer_contact(work: Work, signal: EarlySignal) -> None:
    """Offer the desk's help to who asked neighbours in vain: a mail, and they say yes or nothing. Once."""
    lock(work, signal)
    if signal.why is not Why.UNMET or signal.state is not SignalState.TAKEN:
        raise IllegalMove()
    if signal.taken_by_id != work.actor_id:
        raise NotYours()
    if signal.offered_at is None:
        signal.offered_at = work.now()
        audit.note(work, "signal.offered", signal)
        work.record(ContactOffered(signal.id or 0))


def note_worry_seen(work: Work, worry: Worry) -> None:
    """Write down that a member of staff read a worry."""
    audit.note(work, "worry.seen", worry)


def tell_desk(work: Work, event: WorryTold) -> None:
    """Mail the coordinators of the neighbourhood that there is a worry; not about whom, and not of whom."""
    signal = queries.by_id(work, event.signal_id)
    if signal is None:
        return
    for member_id in people.staff(work, Role.COORDINATOR, signal.municipality_id, signal.neighbourhood_id):
        if member_id != signal.member_id:
            notify(work, member_id, "worry-told", municipality_id=signal.municipality_id, signal_id=signal.id)


def tell_worrier(work: Work, event: WorryMoved) -> None:
    """Mail who was worried that somebody looks, or looked; what was found is nobody's business."""
    _mail(work, event.signal_id, "worry-moved")


def tell_offer(work: Work, event: ContactOffered) -> None:
    """Mail who asked neighbours in vain that the municipality may be asked."""
    _mail(work, event.signal_id, "contact-offered")


def purge(work: Work) -> int:
    """Delete worries and signals whose time is over; return how many."""
    now = work.now()
    old = or_(col(Worry.closed_at) < now - KEEP_WORRY, col(Worry.created_at) < now - KEEP_AT_MOST)
    worries = work.connection().execute(delete(Worry).where(old)).rowcount
    left = work.connection().execute(
        delete(EarlySignal).where(
            or_(
                col(EarlySignal.closed_at) < now - KEEP_SIGNAL,
                (col(EarlySignal.why) == Why.WORRY) & (col(EarlySignal.closed_at) < now - KEEP_WORRY),
                (col(EarlySignal.why) == Why.WORRY) & (col(EarlySignal.created_at) < now - KEEP_AT_MOST),
            )
        )
    )
    return worries + left.rowcount


def _add(work: Work, found: Found) -> EarlySignal:
    signal = EarlySignal(
        reference=new_reference("L"),
        municipality_id=found.municipality_id,
        neighbourhood_id=found.neighbourhood_id,
        member_id=found.member_id,
        why=found.why,
        rank=RANK[found.why],
        subject=found.subject,
        number=found.number,
        since=found.since,
        created_at=work.now(),
    )
    work.add(signal)
    return signal


def _step(work: Work, signal: EarlySignal, action: SignalAction, *, for_second: bool = False) -> None:
    lock(work, signal)
    if signal.taken_by_id not in (None, work.actor_id) and not for_second:
        raise NotYours()
    move(work, signal, SIGNAL_LIFECYCLE, action)
    audit.note(work, f"signal.{action}", signal, why=str(signal.why))


def _close_worry(work: Work, signal: EarlySignal, worry: Worry, told: Told | None) -> None:
    if told is None or needs_second(told, work.actor_id, signal.taken_by_id):
        raise SecondPerson()
    _step(work, signal, _A.CLOSE, for_second=told is Told.DANGEROUS)
    worry.told, worry.closed_at = told, work.now()
    audit.note(work, "worry.closed", worry, told=str(told))


def _tell_who_was_worried(work: Work, signal: EarlySignal) -> None:
    if signal.why is Why.WORRY:
        work.record(WorryMoved(signal.id or 0))


def _mail(work: Work, signal_id: int, mail: str) -> None:
    signal = queries.by_id(work, signal_id)
    if signal is not None and signal.member_id is not None:
        notify(work, signal.member_id, mail, municipality_id=signal.municipality_id, signal_id=signal.id)
