"""Members without an e-mail address: made at the desk, and let in with a code on paper, once."""

import os
from collections.abc import Sequence

from sqlalchemy import delete, update
from sqlmodel import col, select

from b2b.accounts.events import MemberAddedAtDesk
from b2b.accounts.models import Member, PaperCode
from b2b.accounts.rules import code_hash, same
from b2b.accounts.rules.letters import new_letter_code
from b2b.accounts.rules.paper import PAPER_CODE_KEPT, PAPER_CODE_LIFE, PAPER_CODE_TRIES, HasAddress
from b2b.accounts.service.joining import NewMember
from b2b.core import audit
from b2b.core.crypto import keyring
from b2b.core.db import Work, lock
from b2b.core.ids import new_reference

_NOBODY = b"\0" * 16


def add_at_desk(work: Work, municipality_id: int, who: NewMember) -> Member:
    """Make a member without an e-mail address; who heard the house rules said aloud and accepted them."""
    member = Member(
        reference=new_reference("B"),
        municipality_id=municipality_id,
        neighbourhood_id=who.neighbourhood_id,
        first_name=who.first_name,
        language=who.language,
        sixteen_confirmed_at=work.now(),
        created_at=work.now(),
    )
    work.add(member)
    work.flush()  # those who listen need the key
    audit.note(work, "member.added_at_desk", member)
    work.record(MemberAddedAtDesk(member.id or 0, municipality_id))
    return member


def make_code(work: Work, member: Member) -> PaperCode:
    """Make a code for the card of a member without an address; the one before it is worth nothing any more."""
    lock(work, member)
    if member.email is not None:
        raise HasAddress()
    _end(work, col(PaperCode.member_id) == member.id)
    code, salt = new_letter_code(), os.urandom(16)
    made = PaperCode(
        municipality_id=member.municipality_id,
        member_id=member.id or 0,
        made_by_id=work.actor_id,
        code=code,
        code_salt=salt,
        code_hash=_hash(code, salt),
        made_at=work.now(),
        expires_at=work.now() + PAPER_CODE_LIFE,
    )
    work.add(made)
    audit.note(work, "paper_code.made", member)
    return made


def use_code(work: Work, municipality_id: int, reference: str, code: str) -> Member | None:
    """Return the member of the card with this reference when the code is right, and use the code up; else None.

    The try counts before it is looked at, and takes as long when there is no such card.
    """
    found = select(PaperCode).join(Member, col(Member.id) == col(PaperCode.member_id))
    here = found.where(col(Member.reference) == reference, col(Member.municipality_id) == municipality_id)
    card = work.exec(here.where(col(PaperCode.ended_at).is_(None))).first()
    typed = _hash(code, card.code_salt if card else _NOBODY)
    if card is None or not _take_a_try(work, card) or not same(typed, card.code_hash):
        return None
    member = work.get_one(Member, card.member_id)
    if member.email is not None or not _end(work, col(PaperCode.id) == card.id, used_at=work.now()):
        return None
    audit.note(work, "paper_code.used", member)
    return member


def purge_codes(work: Work) -> int:
    """End the codes whose time is over, and forget those that ended long ago; return how many rows went."""
    _end(work, col(PaperCode.expires_at) <= work.now())
    old = delete(PaperCode).where(col(PaperCode.ended_at) < work.now() - PAPER_CODE_KEPT)
    return work.connection().execute(old).rowcount


def _take_a_try(work: Work, card: PaperCode) -> bool:
    """Count one try in the row itself: of two at once, both count, and the sixth gets nothing."""
    alive = (col(PaperCode.id) == card.id, col(PaperCode.expires_at) > work.now(), col(PaperCode.ended_at).is_(None))
    may = update(PaperCode).where(*alive, col(PaperCode.tries) < PAPER_CODE_TRIES)
    return work.connection().execute(may.values(tries=col(PaperCode.tries) + 1)).rowcount == 1


def _end(work: Work, *which: object, **values: object) -> int:
    work.flush()  # a code made in this same work ends too
    these: Sequence[object] = (*which, col(PaperCode.ended_at).is_(None))
    ended = update(PaperCode).where(*these).values(ended_at=work.now(), code=None, **values)  # type: ignore[arg-type]
    return work.connection().execute(ended.execution_options(synchronize_session=False)).rowcount


def _hash(code: str, salt: bytes) -> bytes:
    """Mix the code with a secret outside the database first: a stolen database alone does not tell it."""
    return code_hash(keyring().fingerprint("paper-code", code), salt)
