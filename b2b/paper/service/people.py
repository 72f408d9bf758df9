"""Who takes part without e-mail: made with a yes said aloud, called, given a code on paper."""

from dataclasses import dataclass

from sqlalchemy import delete, exists, update
from sqlmodel import col

from b2b.accounts.queries import Member, without_address_among
from b2b.accounts.service import paper as doors
from b2b.accounts.service.joining import NewMember
from b2b.accounts.service.people import known
from b2b.core import audit
from b2b.core.db import Work
from b2b.notifications import service as news
from b2b.paper import queries
from b2b.paper.models import PaperCall, PaperPerson
from b2b.paper.rules import CALLS_KEPT, OUTCOMES, PHONE_KEPT, CallOutcome
from b2b.posts.queries import alive_authors


@dataclass(frozen=True)
class NewPerson:
    """What somebody tells at the desk. The form asked whether they said yes aloud, to all of it."""

    who: NewMember
    phone: str | None
    once: str


@dataclass(frozen=True)
class Call:
    """What came of a call."""

    outcome: CallOutcome
    note: str
    once: str


def add(work: Work, municipality_id: int, new: NewPerson) -> Member:
    """Make a member without an address; a second click gives the one who was made already."""
    before = queries.made_once(work, new.once)
    if before is not None:
        return known(work, before.member_id)
    member = doors.add_at_desk(work, municipality_id, new.who)
    work.add(
        PaperPerson(
            municipality_id=municipality_id,
            member_id=member.id or 0,
            made_by_id=work.actor_id or 0,
            agreed_at=work.now(),
            phone=new.phone,
            phone_at=work.now() if new.phone else None,
            once=new.once,
        )
    )
    return member


def change_phone(work: Work, person: PaperPerson, phone: str | None) -> None:
    """Keep another telephone number, or (None) none."""
    if person.phone != phone:
        person.phone, person.phone_at = phone, work.now() if phone else None
        audit.note(work, "paper.phone_changed", person, given=phone is not None)


def show_phone(work: Work, person: PaperPerson) -> str | None:
    """Return the number to call; that it was looked at is written down."""
    audit.note(work, "paper.phone_shown", person)
    return person.phone


def write_down(work: Work, member: Member, call: Call) -> None:
    """Write down what came of a call; who was told everything has no news left. A second click changes nothing."""
    if queries.called_once(work, call.once) is not None:
        return
    told = news.read_all(work, member.id or 0) if OUTCOMES[call.outcome].tells else 0
    work.add(
        PaperCall(
            municipality_id=member.municipality_id,
            member_id=member.id or 0,
            by_id=work.actor_id or 0,
            outcome=call.outcome,
            note=call.note or None,
            told=told,
            once=call.once,
            at=work.now(),
        )
    )


def make_code(work: Work, member: Member) -> None:
    """Put a code on the card with which this person can sign in, once."""
    doors.make_code(work, member)


def purge(work: Work) -> int:
    """Forget old calls, and telephone numbers that nobody needs to call any more; return how many rows changed."""
    before = work.now() - PHONE_KEPT
    gone = work.connection().execute(delete(PaperCall).where(col(PaperCall.at) < work.now() - CALLS_KEPT)).rowcount
    called = exists().where(col(PaperCall.member_id) == col(PaperPerson.member_id), col(PaperCall.at) >= before)
    idle = (col(PaperPerson.phone_at) < before, ~called, col(PaperPerson.member_id).not_in(alive_authors(before)))
    erased = update(PaperPerson).where(col(PaperPerson.phone).is_not(None), *idle)
    return gone + _erase(work, erased) + _erase_mailed(work)


def _erase_mailed(work: Work) -> int:
    """Erase the number of who has an e-mail address since: we mail them."""
    kept = work.execute(queries.with_phone()).all()
    called = without_address_among(work, [row.member_id for row in kept])
    mailed = [row.id for row in kept if row.member_id not in called]
    return _erase(work, update(PaperPerson).where(col(PaperPerson.id).in_(mailed))) if mailed else 0


def _erase(work: Work, which: object) -> int:
    return work.connection().execute(which.values(phone=None, phone_at=None)).rowcount  # type: ignore[attr-defined]
