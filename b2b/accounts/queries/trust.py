"""Questions about trust: letters that wait, who vouches for whom, what proves that somebody lives here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlmodel import col

from b2b.accounts.models import Letter, LetterRun, Member, Proof, Strike, Vouch, VouchedRole
from b2b.accounts.rules import MemberState
from b2b.accounts.rules.letters import RUN_MAX, STANDING, LetterState
from b2b.accounts.rules.trust import STRIKE_LIFE, ProofKind
from b2b.core.clock import local
from b2b.core.db import Work

RUNS_SHOWN = 20


@dataclass(frozen=True)
class Vouched:
    """One standing word of one neighbour for another, as either of them sees it."""

    reference: str
    first_name: str
    since: datetime


@dataclass(frozen=True)
class ProofRow:
    """One proof as staff see it: by which way, on whose word."""

    reference: str
    kind: ProofKind
    reason: str
    given_by: str | None
    given_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True)
class PrintedLetter:
    """One letter as it is printed: all that stands on the paper."""

    reference: str
    first_name: str
    address: str
    code: str


def letter_of(work: Work, member_id: int) -> Letter | None:
    """Return the letter of a member that can still lead to something."""
    found = select(Letter).where(col(Letter.member_id) == member_id, col(Letter.state).in_(sorted(STANDING)))
    return work.scalars(found).first()


def asked_since(work: Work, member_id: int, address_key: bytes, since: datetime) -> bool:
    """Say whether this member asked a letter, or one was asked for this address, after `since`.

    What was withdrawn before it was printed does not count.
    """
    found = select(col(Letter.id)).where(
        (col(Letter.address_key) == address_key) | (col(Letter.member_id) == member_id),
        col(Letter.state) != LetterState.WITHDRAWN,
        col(Letter.asked_at) > since,
    )
    return work.scalars(found.limit(1)).first() is not None


def waiting_letters(work: Work, municipality_id: int, limit: int = RUN_MAX) -> list[Letter]:
    """Return letters that wait to be printed, the longest first; whose member may not come in gets none."""
    found = (
        select(Letter)
        .join(Member, col(Member.id) == col(Letter.member_id))
        .where(
            col(Letter.municipality_id) == municipality_id,
            col(Letter.state) == LetterState.WAITING,
            col(Member.state) == MemberState.ACTIVE,
        )
    )
    return list(work.scalars(found.order_by(col(Letter.id)).limit(limit)))


def how_many_wait(work: Work, municipality_id: int) -> tuple[int, datetime | None]:
    """Return how many letters wait, and since when the first does."""
    row = work.execute(
        select(func.count(), func.min(Letter.asked_at))
        .select_from(Letter)
        .join(Member, col(Member.id) == col(Letter.member_id))
        .where(
            col(Letter.municipality_id) == municipality_id,
            col(Letter.state) == LetterState.WAITING,
            col(Member.state) == MemberState.ACTIVE,
        )
    ).one()
    return row[0], row[1]


def runs(work: Work, municipality_id: int) -> list[LetterRun]:
    """Return the last runs of letters, newest first."""
    found = select(LetterRun).where(col(LetterRun.municipality_id) == municipality_id)
    return list(work.scalars(found.order_by(col(LetterRun.id).desc()).limit(RUNS_SHOWN)))


def letters_of_run(work: Work, run: LetterRun) -> list[Letter]:
    """Return the letters of a run in the order of their asking."""
    return list(work.scalars(select(Letter).where(col(Letter.run_id) == run.id).order_by(col(Letter.id))))


def printed(work: Work, run: LetterRun) -> list[PrintedLetter]:
    """Return what stands on each paper of a run; empty once it went to the post."""
    rows = work.execute(
        select(col(Letter.reference), col(Member.first_name), col(Letter.address), col(Letter.code))
        .join(Member, col(Member.id) == col(Letter.member_id))
        .where(col(Letter.run_id) == run.id, col(Letter.state) == LetterState.PRINTING)
        .order_by(col(Letter.id))
    )
    return [PrintedLetter(*row) for row in rows]


def due_letters(work: Work, limit: int = RUN_MAX) -> list[Letter]:
    """Return letters whose code is too old."""
    found = select(Letter).where(col(Letter.state) == LetterState.SENT, col(Letter.expires_at) <= work.now())
    return list(work.scalars(found.limit(limit)))


def vouch(work: Work, member_id: int, voucher_id: int) -> Vouch | None:
    """Return the word of one for the other, unless it was taken back."""
    found = select(Vouch).where(
        col(Vouch.member_id) == member_id, col(Vouch.voucher_id) == voucher_id, col(Vouch.taken_back_at).is_(None)
    )
    return work.scalars(found).first()


def standing_vouches(work: Work, member_id: int) -> list[Vouch]:
    """Return the words for a member that count, oldest first."""
    found = select(Vouch).where(
        col(Vouch.member_id) == member_id, col(Vouch.taken_back_at).is_(None), col(Vouch.struck_at).is_(None)
    )
    return list(work.scalars(found.order_by(col(Vouch.id))))


def vouches_since(work: Work, voucher_id: int, since: datetime) -> list[datetime]:
    """Return when a member vouched after `since`, also what was taken back."""
    found = select(col(Vouch.created_at)).where(col(Vouch.voucher_id) == voucher_id, col(Vouch.created_at) > since)
    return list(work.scalars(found))


def vouched_by(work: Work, voucher_id: int) -> list[Vouched]:
    """Return for whom a member vouches, newest first."""
    return _vouched(work, col(Vouch.voucher_id) == voucher_id, col(Vouch.member_id))


def vouchers_of(work: Work, member_id: int) -> list[Vouched]:
    """Return who vouches for a member, newest first: for that member only."""
    return _vouched(work, col(Vouch.member_id) == member_id, col(Vouch.voucher_id))


def _vouched(work: Work, side: Any, other: Any) -> list[Vouched]:
    rows = work.execute(
        select(col(Member.reference), col(Member.first_name), col(Vouch.created_at))
        .join_from(Vouch, Member, col(Member.id) == other)
        .where(side, col(Vouch.taken_back_at).is_(None), col(Vouch.struck_at).is_(None))
        .order_by(col(Vouch.id).desc())
    )
    return [Vouched(*row) for row in rows]


def proofs(work: Work, member_id: int) -> list[Proof]:
    """Return the proofs of a member that stand, oldest first."""
    found = select(Proof).where(col(Proof.member_id) == member_id, col(Proof.ended_at).is_(None))
    return list(work.scalars(found.order_by(col(Proof.id))))


def proof_rows(work: Work, member_id: int) -> list[ProofRow]:
    """Return every proof a member ever had, newest first: for staff."""
    rows = work.execute(
        select(
            col(Proof.reference),
            col(Proof.kind),
            col(Proof.reason),
            col(Member.first_name),
            col(Proof.given_at),
            col(Proof.ended_at),
        )
        .join_from(Proof, Member, col(Member.id) == col(Proof.given_by_id), isouter=True)
        .where(col(Proof.member_id) == member_id)
        .order_by(col(Proof.id).desc())
    )
    return [ProofRow(*row) for row in rows]


def vouched_roles(work: Work, member_id: int) -> Sequence[VouchedRole]:
    """Return the words about roles of a member that are good today: what neighbours may see."""
    today = local(work.now()).date()
    found = select(VouchedRole).where(
        col(VouchedRole.member_id) == member_id,
        col(VouchedRole.ended_at).is_(None),
        col(VouchedRole.expires_on) >= today,
    )
    return work.scalars(found.order_by(col(VouchedRole.id))).all()


def strikes(work: Work, member_id: int) -> int:
    """Return how many strikes count against a member now."""
    counted = select(func.count()).where(
        col(Strike.member_id) == member_id,
        col(Strike.cleared_at).is_(None),
        col(Strike.at) > work.now() - STRIKE_LIFE,
    )
    return int(work.scalars(counted).one())


def unknown_proven(work: Work, member_ids: Sequence[int], joined_before: datetime) -> list[int]:
    """Return who of these could become known: active, proven, not known yet, a member for long enough."""
    if not member_ids:
        return []
    found = select(col(Member.id)).where(
        col(Member.id).in_(list(member_ids)),
        col(Member.state) == MemberState.ACTIVE,
        col(Member.proven_at).is_not(None),
        col(Member.known_at).is_(None),
        col(Member.created_at) <= joined_before,
    )
    return [i for i in work.scalars(found) if i is not None]
