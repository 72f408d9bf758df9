"""Climbing the ladder of trust, and coming down: proofs, vouching, words about roles, being known, strikes.

`proven_at` and `known_at` of a member follow from the rows here (`settle`), so that every request
knows a reader's level from the one statement that knows the reader.
"""

from sqlmodel import col, select

from b2b.accounts.events import MemberProven, VoucherStruck
from b2b.accounts.models import Member, Proof, Strike, Vouch, VouchedRole
from b2b.accounts.queries import are_blocked
from b2b.accounts.queries import trust as queries
from b2b.accounts.rules.people import NoSuchPerson
from b2b.accounts.rules.trust import (
    MONTH,
    REASON_MAX,
    VOUCHERS_NEEDED,
    VOUCHES_A_MONTH,
    AboutOneself,
    NeedsNoVouching,
    NotKnown,
    NotOfThisWijk,
    ProofKind,
    RoleWord,
    TooManyVouches,
)
from b2b.accounts.service.locks import one_at_a_time
from b2b.core import audit
from b2b.core.crypto import keyring
from b2b.core.db import Work
from b2b.core.ids import new_reference
from b2b.municipalities.queries import places


def prove(work: Work, member: Member, kind: ProofKind, reason: str = "") -> None:
    """Write down that somebody lives here, by this way. Twice the same way is once."""
    if all(proof.kind is not kind for proof in queries.proofs(work, member.id or 0)):
        work.add(
            Proof(
                reference=new_reference("P"),
                municipality_id=member.municipality_id,
                member_id=member.id or 0,
                kind=kind,
                given_by_id=work.actor_id,
                reason=reason[:REASON_MAX],
                given_at=work.now(),
            )
        )
        audit.note(work, f"proof.{kind}", member)
    settle(work, member)


def see_at_desk(work: Work, member: Member, reason: str) -> None:
    """A member of staff saw this person at the desk, and says why that is proof. Raises AboutOneself."""
    if work.actor_id == member.id:
        raise AboutOneself()
    prove(work, member, ProofKind.DESK, reason)


def end_proof(work: Work, member: Member, reference: str) -> bool:
    """Take a proof away: it was a mistake, or somebody moved. False when there is no such proof (any more)."""
    standing = [proof for proof in queries.proofs(work, member.id or 0) if proof.reference == reference]
    for proof in standing:
        proof.ended_at = work.now()
        audit.note(work, "proof.ended", member, kind=proof.kind)
    settle(work, member)
    return bool(standing)


def vouch(work: Work, voucher: Member, member: Member) -> None:
    """A known neighbour says that this newcomer lives in the wijk; with the second one, that is proof.

    Saying it again changes nothing. Raises AboutOneself, NotKnown, NotOfThisWijk, NeedsNoVouching,
    TooManyVouches; NoSuchPerson when one blocked the other.
    """
    for one in sorted(
        (voucher.id or 0, member.id or 0)
    ):  # one order: two who vouch for each other never wait in a ring
        one_at_a_time(work, keyring().fingerprint("vouch", str(one)))
    if queries.vouch(work, member.id or 0, voucher.id or 0) is not None:
        return
    _check(work, voucher, member)
    work.add(
        Vouch(
            municipality_id=member.municipality_id,
            member_id=member.id or 0,
            voucher_id=voucher.id or 0,
            created_at=work.now(),
        )
    )
    audit.note(work, "vouch.given", member, by=voucher.id)
    if len(queries.standing_vouches(work, member.id or 0)) >= VOUCHERS_NEEDED:
        prove(work, member, ProofKind.VOUCHING)


def take_back(work: Work, voucher: Member, member: Member) -> None:
    """Vouch no longer. With fewer than two left the proof ends, unless there is another. Twice changes nothing."""
    given = queries.vouch(work, member.id or 0, voucher.id or 0)
    if given is not None:
        given.taken_back_at = work.now()
        audit.note(work, "vouch.taken-back", member, by=voucher.id)
        _recount(work, member)


def give_word(work: Work, member: Member, word: RoleWord) -> None:
    """Write down who saw a VOG of this member, when, for which role. The same word twice is once."""
    if work.actor_id == member.id:
        raise AboutOneself()
    for known in queries.vouched_roles(work, member.id or 0):
        if (known.role, known.seen_by, known.seen_on) == (word.role, word.seen_by, word.seen_on):
            return
    work.add(
        VouchedRole(
            reference=new_reference("P"),
            municipality_id=member.municipality_id,
            member_id=member.id or 0,
            role=word.role,
            seen_by=word.seen_by,
            seen_on=word.seen_on,
            expires_on=word.expires_on,
            given_by_id=work.actor_id or 0,
            given_at=work.now(),
        )
    )
    audit.note(work, "role-word.given", member)


def end_word(work: Work, member: Member, reference: str) -> bool:
    """Take a word about a role away; False when there is no such word (any more)."""
    standing = [word for word in queries.vouched_roles(work, member.id or 0) if word.reference == reference]
    for word in standing:
        word.ended_at = work.now()
        audit.note(work, "role-word.ended", member)
    return bool(standing)


def become_known(work: Work, member_id: int) -> None:
    """Let somebody who helped often and well be known; who has a strike or no proof stays as they are."""
    member = _member(work, member_id)
    if member.known_at is None and member.proven_at is not None and not queries.strikes(work, member_id):
        member.known_at = work.now()
        audit.note(work, "member.known", member)


def strike(work: Work, member_id: int, why: str, source: str = "") -> None:
    """Count an upheld breach of the rules against a member; `source` names the decision, once each."""
    member = _member(work, member_id)
    if source and _strikes(work, Strike.source == source, Strike.member_id == member_id):
        return
    _strike(work, member, why, source=source)


def clear_strikes(work: Work, source: str) -> int:
    """Forget the strikes of a decision that was reversed; return how many. Being known comes back by itself."""
    return _clear(work, Strike.source == source)


def strike_vouchers(work: Work, member_id: int, why: str) -> int:
    """Let who vouched for this member share a strike, and end what the vouching proved; return how many.

    For a sanction for abuse. Twice is once.
    """
    member = _member(work, member_id)
    standing = queries.standing_vouches(work, member_id)
    for given in standing:
        given.struck_at = work.now()
        voucher = _member(work, given.voucher_id)
        _strike(work, voucher, why, about_id=member_id)
        work.record(VoucherStruck(voucher.id or 0, voucher.municipality_id))
    _recount(work, member)
    return len(standing)


def forgive_vouchers(work: Work, member_id: int) -> int:
    """The sanction was reversed: the vouchers' strikes go and their words stand again; return how many strikes."""
    struck = select(Vouch).where(
        Vouch.member_id == member_id, col(Vouch.struck_at).is_not(None), col(Vouch.taken_back_at).is_(None)
    )
    for given in work.exec(struck):
        given.struck_at = None
    cleared = _clear(work, Strike.about_id == member_id)
    member = _member(work, member_id)
    if len(queries.standing_vouches(work, member_id)) >= VOUCHERS_NEEDED:
        prove(work, member, ProofKind.VOUCHING)
    return cleared


def settle(work: Work, member: Member) -> None:
    """Make `proven_at` and `known_at` of a member what the proofs and strikes say."""
    before = member.proven_at
    standing = queries.proofs(work, member.id or 0)
    member.proven_at = min((proof.given_at for proof in standing), default=None)
    if member.proven_at is None or queries.strikes(work, member.id or 0):
        member.known_at = None
    if before is None and member.proven_at is not None:
        work.record(MemberProven(member.id or 0, member.municipality_id))


def _check(work: Work, voucher: Member, member: Member) -> None:
    if voucher.id == member.id:
        raise AboutOneself()
    if are_blocked(work, voucher.id or 0, member.id or 0):
        raise NoSuchPerson()
    if voucher.proven_at is None or voucher.known_at is None:
        raise NotKnown()
    if member.proven_at is not None:
        raise NeedsNoVouching()
    if not same_wijk(work, voucher, member):
        raise NotOfThisWijk()
    if len(queries.vouches_since(work, voucher.id or 0, work.now() - MONTH)) >= VOUCHES_A_MONTH:
        raise TooManyVouches(retry_after=int(MONTH.total_seconds()))


def same_wijk(work: Work, one: Member, other: Member) -> bool:
    """Say whether two members live in one wijk."""
    hoods = places(work, one.municipality_id).hoods
    mine, theirs = hoods.get(one.neighbourhood_id), hoods.get(other.neighbourhood_id)
    return mine is not None and theirs is not None and mine.district_id == theirs.district_id


def _recount(work: Work, member: Member) -> None:
    """End the proof by vouching when too few words are left."""
    if len(queries.standing_vouches(work, member.id or 0)) < VOUCHERS_NEEDED:
        for proof in queries.proofs(work, member.id or 0):
            if proof.kind is ProofKind.VOUCHING:
                proof.ended_at = work.now()
    settle(work, member)


def _strike(work: Work, member: Member, why: str, *, source: str = "", about_id: int | None = None) -> None:
    work.add(
        Strike(
            municipality_id=member.municipality_id,
            member_id=member.id or 0,
            about_id=about_id,
            source=source,
            why=why[:REASON_MAX],
            at=work.now(),
        )
    )
    audit.note(work, "strike.given", member)
    settle(work, member)


def _strikes(work: Work, *which: bool) -> list[Strike]:
    return list(work.exec(select(Strike).where(*which, col(Strike.cleared_at).is_(None))))


def _clear(work: Work, *which: bool) -> int:
    found = _strikes(work, *which)
    for each in found:
        each.cleared_at = work.now()
        audit.note(work, "strike.cleared", _member(work, each.member_id))
    return len(found)


def _member(work: Work, member_id: int) -> Member:
    member = work.get(Member, member_id)
    if member is None:
        raise NoSuchPerson()
    return member
