"""Vouching, the desk, words about roles, being known, strikes."""

from datetime import date, timedelta

import pytest
from sqlmodel import select

from b2b.accounts import service
from b2b.accounts.models import Member, Strike
from b2b.accounts.queries import trust as queries
from b2b.accounts.rules import NoSuchPerson
from b2b.accounts.rules.trust import (
    STRIKE_LIFE,
    AboutOneself,
    Level,
    NeedsNoVouching,
    NotKnown,
    NotOfThisWijk,
    ProofKind,
    RoleWord,
    TooManyVouches,
)
from b2b.accounts.service import trust
from b2b.authz.predicates import Role
from b2b.core.audit import AuditEntry


@pytest.fixture
def newcomer(make):
    return make.member("Nieuw", trusted=False)


@pytest.fixture
def known(make, clock):
    """Make a known neighbour."""

    def known(name, **more):
        return make.member(name, known_at=clock(), **more)

    return known


@pytest.fixture
def proven(writing, known):
    """Make known neighbours whose standing rests on a real proof."""

    def proven(name, **more):
        member = known(name, **more)
        with writing() as work:
            mine = work.get_one(Member, member.id)
            trust.prove(work, mine, ProofKind.DESK, "paspoort")
            mine.known_at = work.now()
        return member

    return proven


@pytest.fixture
def do(writing):
    """Do a verb with members read anew: `do(trust.vouch, ria, newcomer)`."""

    def do(verb, *people, by=None, **more):
        with writing() as work:
            work.actor_id = by.id if by else None
            return verb(work, *[work.get_one(Member, person.id) for person in people], **more)

    return do


@pytest.fixture
def level(writing):
    def level(member):
        with writing() as work:
            return work.get_one(Member, member.id).level

    return level


def test_two_known_neighbours_are_proof_and_one_is_not(do, level, known, newcomer):
    do(trust.vouch, known("Ria"), newcomer)
    assert level(newcomer) is Level.EMAIL
    do(trust.vouch, known("Rob"), newcomer)
    assert level(newcomer) is Level.ADDRESS


def test_vouching_twice_is_once(do, level, known, newcomer):
    ria = known("Ria")
    do(trust.vouch, ria, newcomer)
    do(trust.vouch, ria, newcomer)
    assert level(newcomer) is Level.EMAIL


def test_who_takes_it_back_takes_the_proof_along(do, level, known, newcomer):
    ria = known("Ria")
    do(trust.vouch, ria, newcomer)
    do(trust.vouch, known("Rob"), newcomer)
    do(trust.take_back, ria, newcomer)
    do(trust.take_back, ria, newcomer)
    assert level(newcomer) is Level.EMAIL


def test_another_proof_stays_when_vouching_ends(do, level, make, known, newcomer):
    ria = known("Ria")
    do(trust.vouch, ria, newcomer)
    do(trust.vouch, known("Rob"), newcomer)
    do(trust.see_at_desk, newcomer, by=make.staff(Role.MODERATOR), reason="huurcontract")
    do(trust.take_back, ria, newcomer)
    assert level(newcomer) is Level.ADDRESS


def test_only_a_known_neighbour_vouches(do, make, newcomer):
    with pytest.raises(NotKnown):
        do(trust.vouch, make.member("Bram"), newcomer)
    with pytest.raises(NotKnown):
        do(trust.vouch, make.member("Ans", proven=False, known_at=newcomer.created_at), newcomer)


def test_nobody_vouches_for_oneself(do, known):
    ria = known("Ria")
    with pytest.raises(AboutOneself):
        do(trust.vouch, ria, ria)


def test_vouching_is_for_ones_own_wijk(do, make, known, newcomer):
    with pytest.raises(NotOfThisWijk):
        do(trust.vouch, known("Ver", at=make.neighbourhood("BU03440111")), newcomer)


def test_who_was_blocked_vouches_for_nobody_here(do, writing, known, newcomer):
    ria = known("Ria")
    with writing() as work:
        service.block(work, newcomer.id, work.get_one(Member, ria.id))
    with pytest.raises(NoSuchPerson):
        do(trust.vouch, ria, newcomer)


def test_who_has_a_proof_needs_no_vouching(do, make, known):
    with pytest.raises(NeedsNoVouching):
        do(trust.vouch, known("Ria"), make.member("Bram"))


def test_nobody_vouches_for_more_than_three_in_a_month(do, make, clock, known):
    ria = known("Ria")
    people = [make.member(name, trusted=False) for name in ("An", "Bo", "Cas", "Dik")]
    for person in people[:3]:
        do(trust.vouch, ria, person)
        do(trust.take_back, ria, person)  # taking back gives no new turn
    with pytest.raises(TooManyVouches):
        do(trust.vouch, ria, people[3])
    clock.advance(days=30)
    do(trust.vouch, ria, people[3])


def test_who_vouched_shares_the_strike(do, level, writing, proven, newcomer):
    ria, rob = proven("Ria"), proven("Rob")
    do(trust.vouch, ria, newcomer)
    do(trust.vouch, rob, newcomer)
    with writing() as work:
        assert trust.strike_vouchers(work, newcomer.id, "Oplichting") == 2
    with writing() as work:
        assert trust.strike_vouchers(work, newcomer.id, "Oplichting") == 0
    assert level(newcomer) is Level.EMAIL
    assert level(ria) is level(rob) is Level.ADDRESS
    with writing() as work:
        assert [s.about_id for s in work.exec(select(Strike))] == [newcomer.id, newcomer.id]
        assert work.exec(select(AuditEntry).where(AuditEntry.action == "strike.given")).all()


def test_who_took_it_back_in_time_shares_nothing(do, level, writing, known, newcomer):
    ria = known("Ria")
    do(trust.vouch, ria, newcomer)
    do(trust.take_back, ria, newcomer)
    with writing() as work:
        assert trust.strike_vouchers(work, newcomer.id, "Oplichting") == 0
    assert level(ria) is Level.KNOWN


def test_a_reversal_gives_everything_back(do, level, writing, proven, newcomer):
    ria, rob = proven("Ria"), proven("Rob")
    do(trust.vouch, ria, newcomer)
    do(trust.vouch, rob, newcomer)
    with writing() as work:
        trust.strike_vouchers(work, newcomer.id, "Oplichting")
    with writing() as work:
        assert trust.forgive_vouchers(work, newcomer.id) == 2
        assert not queries.strikes(work, ria.id)
        trust.become_known(work, ria.id)
    assert level(newcomer) is Level.ADDRESS
    assert level(ria) is Level.KNOWN


def test_a_strike_of_a_decision_counts_once_and_for_a_year(do, level, writing, clock, proven):
    ria = proven("Ria")
    for _ in range(2):
        with writing() as work:
            trust.strike(work, ria.id, "Schelden", source="D-1")
    with writing() as work:
        assert queries.strikes(work, ria.id) == 1
        trust.become_known(work, ria.id)
    assert level(ria) is Level.ADDRESS
    clock.advance(seconds=STRIKE_LIFE.total_seconds())
    with writing() as work:
        assert queries.strikes(work, ria.id) == 0


def test_a_cleared_strike_does_not_count(writing, proven):
    ria = proven("Ria")
    with writing() as work:
        trust.strike(work, ria.id, "Schelden", source="D-1")
        assert trust.clear_strikes(work, "D-1") == 1
        assert queries.strikes(work, ria.id) == 0


def test_what_was_seen_at_the_desk_is_written_down_with_who_and_why(do, level, writing, make, newcomer):
    mo = make.staff(Role.MODERATOR)
    do(trust.see_at_desk, newcomer, by=mo, reason="paspoort en huurcontract")
    assert level(newcomer) is Level.ADDRESS
    with writing() as work:
        row = queries.proof_rows(work, newcomer.id)[0]
        assert (row.kind, row.given_by, row.reason) == (ProofKind.DESK, "Mo", "paspoort en huurcontract")
        entry = work.exec(select(AuditEntry).where(AuditEntry.action == "proof.desk")).one()
        assert (entry.actor_id, entry.thing_id) == (mo.id, newcomer.id)


def test_nobody_sees_oneself_at_the_desk(do, make):
    mo = make.staff(Role.MODERATOR)
    with pytest.raises(AboutOneself):
        do(trust.see_at_desk, mo, by=mo, reason="ik ben het")


def test_a_proof_can_be_taken_away(do, level, writing, make, newcomer):
    do(trust.see_at_desk, newcomer, by=make.staff(Role.MODERATOR), reason="paspoort")
    with writing() as work:
        reference = queries.proofs(work, newcomer.id)[0].reference
    assert do(trust.end_proof, newcomer, reference=reference)
    assert not do(trust.end_proof, newcomer, reference=reference)
    assert level(newcomer) is Level.EMAIL


def test_a_word_about_a_role_is_shown_until_its_last_day(do, writing, clock, make, newcomer):
    nadia = make.staff(Role.ADMINISTRATOR, "Nadia", everywhere=True)
    today = clock().date()
    word = RoleWord("maatje", "Stichting Maatjes", today, today + timedelta(days=10))
    do(trust.give_word, newcomer, by=nadia, word=word)
    do(trust.give_word, newcomer, by=nadia, word=word)
    with writing() as work:
        assert len(queries.vouched_roles(work, newcomer.id)) == 1
    clock.advance(days=10)
    with writing() as work:
        assert len(queries.vouched_roles(work, newcomer.id)) == 1
    clock.advance(days=1)
    with writing() as work:
        assert not queries.vouched_roles(work, newcomer.id)


def test_a_word_about_a_role_proves_no_address(do, level, make, newcomer):
    word = RoleWord("maatje", "Stichting Maatjes", date(2026, 11, 1), date(2027, 11, 1))
    do(trust.give_word, newcomer, by=make.staff(Role.ADMINISTRATOR, "Nadia", everywhere=True), word=word)
    assert level(newcomer) is Level.EMAIL
