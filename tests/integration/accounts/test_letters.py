"""The letter with a code: asked for, printed, used once."""

import pytest
from sqlalchemy import text
from sqlmodel import select

from b2b.accounts.models import Letter, Member
from b2b.accounts.queries import trust as queries
from b2b.accounts.rules.letters import Address, AskedBefore, LetterAnswer, LetterState, NotHere, NothingToPrint
from b2b.accounts.rules.trust import Level, NeedsNoVouching
from b2b.accounts.service import letters
from b2b.authz.predicates import Role
from b2b.core.lifecycle import IllegalMove

HOME = Address("3561AB", 12, "B")


@pytest.fixture
def olena(make):
    return make.member("Olena", trusted=False)


@pytest.fixture
def nadia(make):
    return make.staff(Role.ADMINISTRATOR, "Nadia", everywhere=True)


@pytest.fixture
def code(writing, olena, nadia):
    """A letter that was printed and sent; return its code."""
    with writing() as work:
        letters.ask(work, work.get_one(Member, olena.id), HOME)
    with writing() as work:
        work.actor_id = nadia.id
        run = letters.start_run(work, olena.municipality_id)
        code = queries.printed(work, run)[0].code
        letters.finish_run(work, run)
    return code


def level(writing, member):
    with writing() as work:
        return work.get_one(Member, member.id).level


def test_the_code_of_the_letter_proves_where_somebody_lives(writing, olena, code):
    with writing() as work:
        assert letters.answer(work, work.get_one(Member, olena.id), code) is LetterAnswer.RIGHT
    assert level(writing, olena) is Level.ADDRESS


def test_a_code_works_once(writing, olena, code):
    with writing() as work:
        letters.answer(work, work.get_one(Member, olena.id), code)
    with writing() as work:
        assert letters.answer(work, work.get_one(Member, olena.id), code) is LetterAnswer.OVER


def test_a_code_is_worth_nothing_to_somebody_else(writing, make, code):
    with writing() as work:
        bram = work.get_one(Member, make.member("Bram", trusted=False).id)
        assert letters.answer(work, bram, code) is LetterAnswer.OVER


def test_the_fifth_wrong_code_is_the_last(writing, olena, code):
    wrong = "00000000" if code != "00000000" else "11111111"
    said = []
    for _ in range(5):
        with writing() as work:
            said.append(letters.answer(work, work.get_one(Member, olena.id), wrong))
    assert said == [LetterAnswer.WRONG] * 4 + [LetterAnswer.OVER]
    with writing() as work:
        assert letters.answer(work, work.get_one(Member, olena.id), code) is LetterAnswer.OVER
    assert level(writing, olena) is Level.EMAIL


@pytest.mark.parametrize(("days", "seconds", "answer"), [(30, -1, LetterAnswer.RIGHT), (30, 0, LetterAnswer.OVER)])
def test_a_code_works_for_thirty_days(writing, clock, olena, code, days, seconds, answer):
    clock.advance(days=days, seconds=seconds)
    with writing() as work:
        assert letters.answer(work, work.get_one(Member, olena.id), code) is answer


def test_a_code_does_not_work_before_the_letter_went_to_the_post(writing, olena, nadia):
    with writing() as work:
        letters.ask(work, work.get_one(Member, olena.id), HOME)
        work.actor_id = nadia.id
        run = letters.start_run(work, olena.municipality_id)
        code = queries.printed(work, run)[0].code
    with writing() as work:
        assert letters.answer(work, work.get_one(Member, olena.id), code) is LetterAnswer.OVER


def test_after_the_post_nothing_of_the_address_or_the_code_is_left(writing, olena, code):
    with writing() as work:
        letter = work.exec(select(Letter)).one()
        assert (letter.address, letter.code, letter.state) == (None, None, LetterState.SENT)
    with writing() as work:
        for row in work.connection().execute(text("SELECT * FROM letters")).mappings():
            kept = b" ".join(bytes(value) for value in row.values() if isinstance(value, bytes | memoryview))
            assert b"3561AB" not in kept
            assert code.encode() not in kept


def test_before_the_post_the_address_is_sealed(writing, olena):
    with writing() as work:
        letters.ask(work, work.get_one(Member, olena.id), HOME)
    with writing() as work:
        row = work.connection().execute(text("SELECT address, address_key FROM letters")).one()
    assert b"3561AB" not in bytes(row.address)
    assert b"3561AB" not in bytes(row.address_key)


def test_one_letter_for_an_address_in_thirty_days_whoever_asks(writing, make, clock, olena, code):
    bram = make.member("Bram", trusted=False)
    with writing() as work, pytest.raises(AskedBefore):
        letters.ask(work, work.get_one(Member, bram.id), HOME)
    clock.advance(days=30)
    with writing() as work:
        letters.ask(work, work.get_one(Member, bram.id), HOME)


def test_one_letter_for_a_member_in_thirty_days_wherever_it_goes(writing, clock, olena, code):
    elsewhere = Address("3562AB", 3)
    clock.advance(days=29)
    with writing() as work, pytest.raises(AskedBefore):
        letters.ask(work, work.get_one(Member, olena.id), elsewhere)
    clock.advance(days=2)
    with writing() as work:
        letters.expire_due(work)
        letters.ask(work, work.get_one(Member, olena.id), elsewhere)


def test_asking_twice_is_one_letter(writing, olena):
    for _ in range(2):
        with writing() as work:
            letters.ask(work, work.get_one(Member, olena.id), HOME)
    with writing() as work:
        assert len(work.exec(select(Letter)).all()) == 1


def test_a_letter_that_was_not_printed_can_be_taken_back_and_its_address_is_gone(writing, olena):
    with writing() as work:
        letters.withdraw(work, letters.ask(work, work.get_one(Member, olena.id), HOME))
    with writing() as work:
        assert work.exec(select(Letter)).one().address is None
        assert letters.ask(work, work.get_one(Member, olena.id), Address("3562AB", 3)).state is LetterState.WAITING


def test_a_letter_that_is_being_printed_cannot_be_taken_back(writing, olena, nadia):
    with writing() as work:
        letter = letters.ask(work, work.get_one(Member, olena.id), HOME)
        work.actor_id = nadia.id
        letters.start_run(work, olena.municipality_id)
        with pytest.raises(IllegalMove):
            letters.withdraw(work, letter)


def test_a_postcode_elsewhere_gets_no_letter(writing, olena):
    with writing() as work, pytest.raises(NotHere):
        letters.ask(work, work.get_one(Member, olena.id), Address("9999ZZ", 1))


def test_who_has_a_proof_needs_no_letter(writing, make):
    with writing() as work, pytest.raises(NeedsNoVouching):
        letters.ask(work, work.get_one(Member, make.member().id), HOME)


def test_nothing_to_print_makes_no_run(writing, olena):
    with writing() as work, pytest.raises(NothingToPrint):
        letters.start_run(work, olena.municipality_id)


def test_another_municipality_prints_its_own_letters_only(writing, make, olena):
    loes = make.member("Loes", trusted=False, at=make.neighbourhood("BU07721110"))
    with writing() as work:
        letters.ask(work, work.get_one(Member, olena.id), HOME)
        assert queries.how_many_wait(work, loes.municipality_id) == (0, None)
        assert queries.how_many_wait(work, olena.municipality_id)[0] == 1


def test_sending_a_run_twice_changes_nothing(writing, clock, olena, nadia):
    with writing() as work:
        letters.ask(work, work.get_one(Member, olena.id), HOME)
        work.actor_id = nadia.id
        run = letters.start_run(work, olena.municipality_id)
        letters.finish_run(work, run)
        first = run.printed_at
        clock.advance(days=1)
        letters.finish_run(work, run)
        assert run.printed_at == first


def test_an_unused_letter_is_forgotten_and_a_used_one_keeps_only_the_fingerprint(writing, clock, make, olena, code):
    bram = make.member("Bram", trusted=False)
    with writing() as work:
        letters.answer(work, work.get_one(Member, olena.id), code)
        letters.withdraw(work, letters.ask(work, work.get_one(Member, bram.id), Address("3562AB", 3)))
    clock.advance(days=31)
    with writing() as work:
        assert letters.purge(work) == 1
        assert letters.purge(work) == 0
        left = work.exec(select(Letter)).one()
        assert (left.member_id, left.code_hash, left.address) == (olena.id, None, None)
