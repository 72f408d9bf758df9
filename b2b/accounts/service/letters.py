"""The letter with a code: asked for by a resident, printed by an administrator, used once.

The address is kept sealed until the letter went to the post. After that only a fingerprint is left,
by which an address gets one letter in thirty days, whoever asks.
"""

import secrets
from typing import Any

from sqlalchemy import delete
from sqlmodel import col

from b2b.accounts.events import LetterSent
from b2b.accounts.models import Letter, LetterRun, Member
from b2b.accounts.queries import trust as queries
from b2b.accounts.rules.codes import code_hash, same
from b2b.accounts.rules.letters import (
    LETTER_KEPT,
    LETTER_LIFE,
    LETTER_LIFECYCLE,
    LETTER_TRIES,
    ONE_EACH,
    STANDING,
    Address,
    AskedBefore,
    LetterAction,
    LetterAnswer,
    LetterState,
    NotHere,
    NothingToPrint,
    new_letter_code,
)
from b2b.accounts.rules.trust import NeedsNoVouching, ProofKind
from b2b.accounts.service.locks import one_at_a_time
from b2b.accounts.service.trust import prove
from b2b.core import audit
from b2b.core.crypto import keyring
from b2b.core.db import Work, lock
from b2b.core.history import move
from b2b.core.ids import new_reference
from b2b.jobs.worker import Desk, Ticket
from b2b.municipalities.queries import district_for_postcode


def address_key(municipality_id: int, address: Address) -> bytes:
    """Return the fingerprint by which an address is known again, and cannot be read back."""
    return keyring().fingerprint("address", f"{municipality_id} {address.spelled}")


def ask(work: Work, member: Member, address: Address) -> Letter:
    """Ask for a letter to this address. Asking again while one is on its way returns that one.

    Raises NeedsNoVouching for who has a proof, NotHere, AskedBefore.
    """
    key = address_key(member.municipality_id, address)
    one_at_a_time(work, key)
    one_at_a_time(work, keyring().fingerprint("letter", str(member.id)))
    if member.proven_at is not None:
        raise NeedsNoVouching()
    standing = queries.letter_of(work, member.id or 0)
    if standing is not None and standing.address_key == key:
        return standing
    if district_for_postcode(work, member.municipality_id, address.postcode) is None:
        raise NotHere()
    if standing is not None or queries.asked_since(work, member.id or 0, key, work.now() - ONE_EACH):
        raise AskedBefore(retry_after=int(ONE_EACH.total_seconds()))
    letter = Letter(
        reference=new_reference("P"),
        municipality_id=member.municipality_id,
        member_id=member.id or 0,
        address=address.spelled,
        address_key=key,
        asked_at=work.now(),
    )
    work.add(letter)
    return letter


def withdraw(work: Work, letter: Letter) -> None:
    """The resident does not want the letter after all: the address goes at once. IllegalMove when it is printed."""
    lock(work, letter)
    move(work, letter, LETTER_LIFECYCLE, LetterAction.WITHDRAW)
    letter.address, letter.ended_at = None, work.now()


def start_run(work: Work, municipality_id: int) -> LetterRun:
    """Take the letters that wait into one run and give each its code; raise NothingToPrint."""
    one_at_a_time(work, keyring().fingerprint("letter-run", str(municipality_id)))
    letters = queries.waiting_letters(work, municipality_id)
    if not letters:
        raise NothingToPrint()
    run = LetterRun(
        reference=new_reference("Y"),
        municipality_id=municipality_id,
        made_by_id=work.actor_id or 0,
        letters=len(letters),
        made_at=work.now(),
    )
    work.add(run)
    work.flush()  # the letters point at it
    for letter in letters:
        lock(work, letter)
        move(work, letter, LETTER_LIFECYCLE, LetterAction.PRINT)
        letter.run_id = run.id
        _give_code(letter)
    audit.note(work, "letters.run-made", run, letters=len(letters))
    return run


def finish_run(work: Work, run: LetterRun) -> None:
    """The letters went to the post: from now the codes work, and nobody can read an address or a code any more.

    A second time changes nothing.
    """
    lock(work, run)
    if run.printed_at is not None:
        return
    run.printed_at = work.now()
    for letter in queries.letters_of_run(work, run):
        move(work, letter, LETTER_LIFECYCLE, LetterAction.SEND)
        letter.address = letter.code = None
        letter.printed_at, letter.expires_at = work.now(), work.now() + LETTER_LIFE
        work.record(LetterSent(letter.member_id, letter.municipality_id, letter.reference))
    audit.note(work, "letters.run-sent", run, letters=run.letters)


def answer(work: Work, member: Member, code: str) -> LetterAnswer:
    """Try the code of a letter. Five wrong ones, or thirty days, and the letter is worth nothing."""
    letter = queries.letter_of(work, member.id or 0)
    if letter is None:
        return LetterAnswer.OVER
    lock(work, letter)
    if letter.state is not LetterState.SENT or letter.expires_at is None or work.now() >= letter.expires_at:
        return LetterAnswer.OVER
    letter.tries += 1
    if same(code_hash(_peppered(letter, code), letter.code_salt or b""), letter.code_hash or b""):
        _end(work, letter, LetterAction.USE)
        prove(work, member, ProofKind.LETTER)
        return LetterAnswer.RIGHT
    if letter.tries < LETTER_TRIES:
        return LetterAnswer.WRONG
    _end(work, letter, LetterAction.SPEND)
    return LetterAnswer.OVER


def expire_due(work: Work) -> int:
    """End letters whose code is too old; return how many."""
    due = queries.due_letters(work)
    for letter in due:
        _end(work, letter, LetterAction.EXPIRE)
    return len(due)


def tidying_job(desk: Desk, _ticket: Ticket, _payload: dict[str, Any]) -> None:
    """End what is too old."""
    with desk.writing() as work:
        expire_due(work)


def purge(work: Work) -> int:
    """Forget letters that came to nothing LETTER_KEPT ago, with the fingerprint of their address; return how many.

    Of a letter that was used the fingerprint stays: it says who live in one house.
    """
    work.flush()  # what ended a moment ago is not seen as standing
    old = delete(Letter).where(
        col(Letter.state).not_in([*sorted(STANDING), LetterState.USED]),
        col(Letter.ended_at) < work.now() - LETTER_KEPT,
        col(Letter.asked_at) < work.now() - ONE_EACH,
    )
    return work.connection().execute(old).rowcount


def _give_code(letter: Letter) -> None:
    letter.code, letter.code_salt = new_letter_code(), secrets.token_bytes(16)
    letter.code_hash = code_hash(_peppered(letter, letter.code), letter.code_salt)


def _peppered(letter: Letter, code: str) -> bytes:
    return keyring().fingerprint("letter-code", f"{letter.reference} {code}")


def _end(work: Work, letter: Letter, action: LetterAction) -> None:
    move(work, letter, LETTER_LIFECYCLE, action)
    letter.code_hash = letter.code_salt = None
    letter.ended_at = work.now()
