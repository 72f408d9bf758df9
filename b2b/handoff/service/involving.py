"""Verbs of who is involved: refer, end that, and share without consent when a life is at stake."""

from sqlalchemy import delete, or_
from sqlmodel import col

from b2b.accounts import queries as people
from b2b.authz.predicates import Role
from b2b.core import audit
from b2b.core.db import Work, lock
from b2b.core.history import move
from b2b.core.ids import new_reference
from b2b.handoff import queries
from b2b.handoff.events import ExceptionMade
from b2b.handoff.models import ConsentException, Handoff, Referral
from b2b.handoff.rules import (
    EXCEPTION_LIFECYCLE,
    KEEP_CLOSED,
    KEEP_REFERRAL,
    SECOND_PERSON_WITHIN,
    ExceptionAction,
    ExceptionState,
    SecondPersonNeeded,
    Sharing,
)
from b2b.notifications.service import notify


def refer(work: Work, handoff: Handoff, organisation: str, *, hidden: bool = False) -> Referral:
    """Write down that an organisation has something open for the resident from now on."""
    referral = Referral(
        reference=new_reference("F"),
        municipality_id=handoff.municipality_id,
        handoff_id=handoff.id or 0,
        member_id=handoff.member_id,
        made_by_id=work.actor_id or 0,
        organisation=organisation,
        hidden=hidden,
        since=work.now(),
    )
    work.add(referral)
    return referral


def end_referral(work: Work, referral: Referral) -> None:
    """Say that this organisation is no longer involved."""
    if referral.ended_at is None:
        referral.ended_at = work.now()
        audit.note(work, "referral.ended", referral)


def share_without_consent(work: Work, handoff: Handoff, sharing: Sharing) -> ConsentException:
    """Write down what is shared without a yes; a second person looks within a day. The same form twice is one.

    The resident is told at once, unless that is dangerous; who looks second judges that too.
    """
    made = queries.exception_once(work, work.actor_id or 0, sharing.once)
    if made is not None:
        return made
    made = ConsentException(
        reference=new_reference("E"),
        municipality_id=handoff.municipality_id,
        neighbourhood_id=handoff.neighbourhood_id,
        handoff_id=handoff.id or 0,
        member_id=handoff.member_id,
        made_by_id=work.actor_id or 0,
        ground=sharing.ground,
        organisation=sharing.organisation,
        words=sharing.words,
        secret=sharing.secret,
        once=sharing.once,
        created_at=work.now(),
        due_at=work.now() + SECOND_PERSON_WITHIN,
        told_at=None if sharing.secret else work.now(),
    )
    work.add(made)
    work.flush()  # the mails name it
    refer(work, handoff, sharing.organisation, hidden=sharing.secret)
    audit.note(work, "exception.made", made, ground=str(sharing.ground), secret=sharing.secret)
    work.record(ExceptionMade(made.id or 0))
    return made


def judge_exception(work: Work, made: ConsentException, *, right: bool) -> None:
    """Say as the second person whether this was right. What was wrong is told, also when it was kept quiet.

    Raises SecondPersonNeeded for who made it, IllegalMove when somebody judged already.
    """
    lock(work, made)
    if made.made_by_id == work.actor_id:
        raise SecondPersonNeeded()
    move(work, made, EXCEPTION_LIFECYCLE, ExceptionAction.CONFIRM if right else ExceptionAction.REFUSE)
    made.decided_by_id, made.decided_at = work.actor_id, work.now()
    audit.note(work, f"exception.{made.state}", made)
    if not right and made.told_at is None:
        made.told_at = work.now()
        _tell(work, made, made.member_id, "handoff-shared")


def lapse_exceptions(work: Work) -> int:
    """Note which exceptions nobody looked at within a day, and ask the administrators; return how many."""
    late = queries.exceptions_late(work)
    for made in late:
        lock(work, made)
        if made.state is not ExceptionState.OPEN:
            continue
        move(work, made, EXCEPTION_LIFECYCLE, ExceptionAction.LAPSE)
        for member_id in people.staff(work, Role.ADMINISTRATOR, made.municipality_id):
            _tell(work, made, member_id, "handoff-second-person")
    work.flush()  # the next question must not find them again
    return len(late)


def tell_exception(work: Work, event: ExceptionMade) -> None:
    """Ask the others of the desk and the administrators to look, and tell the resident unless that is dangerous."""
    made = work.get_one(ConsentException, event.exception_id)
    asked = {
        *people.staff(work, Role.COORDINATOR, made.municipality_id, made.neighbourhood_id),
        *people.staff(work, Role.ADMINISTRATOR, made.municipality_id),
    } - {made.made_by_id, made.member_id}
    for member_id in sorted(asked):
        _tell(work, made, member_id, "handoff-second-person")
    if made.told_at is not None:
        _tell(work, made, made.member_id, "handoff-shared")


def purge_referrals(work: Work) -> int:
    """Delete referrals that ended a while ago, or that are so old that nobody knows; return how many."""
    now = work.now()
    old = or_(col(Referral.ended_at) < now - KEEP_CLOSED, col(Referral.since) < now - KEEP_REFERRAL)
    return work.connection().execute(delete(Referral).where(old)).rowcount


def _tell(work: Work, made: ConsentException, member_id: int, mail: str) -> None:
    notify(
        work,
        member_id,
        mail,
        municipality_id=made.municipality_id,
        handoff_id=made.handoff_id,
        exception_id=made.id,
    )
