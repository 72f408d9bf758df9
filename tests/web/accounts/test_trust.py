"""My place on the ladder, the letter, vouching and the desk, as people see them."""

import csv
from io import StringIO

import pytest
from sqlmodel import select

from b2b.accounts.models import Letter, Member
from b2b.accounts.rules.letters import LetterState
from b2b.accounts.rules.trust import Level
from b2b.authz.predicates import Role
from b2b.core.audit import AuditEntry
from tests.client import path, soup, words

ADDRESS = {"postcode": "3561 ab", "number": "12", "addition": "b"}


@pytest.fixture
def olena(make):
    return make.member("Olena", trusted=False)


@pytest.fixture
def nadia(make):
    return make.staff(Role.ADMINISTRATOR, "Nadia", everywhere=True)


@pytest.fixture
def level(writing):
    def level(member):
        with writing() as work:
            return work.get_one(Member, member.id).level

    return level


@pytest.fixture
def post_letters(browser, nadia):
    """Let the administrator print and send what waits; return the code that stands in the file."""

    def post():
        desk = browser(nadia, second_factor=True)
        run = path(desk.submit("/beheer/brieven", button="Maak deze brieven"))
        page = desk.get(run)
        file = desk.press(page, button="Download", at=run)
        printed = desk.press(page, button="Toon de brieven", at=run)
        row = next(csv.DictReader(StringIO(file.get_data().decode("utf-8-sig")), delimiter=";"))
        assert soup(printed).select_one(".b2b-bigcode").text == row["code"]
        desk.press(page, button="De brieven zijn verstuurd", at=run)
        return row

    return post


def test_a_newcomer_sees_what_is_allowed_and_what_comes_next(browser, olena):
    page = words(browser(olena).get("/mijn/vertrouwen"))
    assert "Jij bent nu: Nieuw" in page
    assert "1 per dag" in page
    assert "Wat komt hierna? Buur" in page
    assert olena.reference in page


def test_nobody_else_sees_how_far_somebody_is(browser, make, olena):
    known = make.member("Ria", known_at=olena.created_at)
    seen = [words(browser(known).get(f"/buren/{who.reference}")) for who in (olena, make.member("Bram"))]
    assert seen[0].replace("Olena", "") == seen[1].replace("Bram", "")


def test_from_a_letter_to_a_proven_neighbour(browser, level, olena, post_letters, worker):
    visitor = browser(olena)
    assert path(visitor.submit("/mijn/vertrouwen/brief", ADDRESS)) == "/mijn/vertrouwen"
    assert "Je hebt een brief gevraagd" in words(visitor.get("/mijn/vertrouwen"))
    row = post_letters()
    assert (row["voornaam"], row["postcode"], row["huisnummer"], row["toevoeging"]) == ("Olena", "3561AB", "12", "B")
    assert "Je brief is onderweg" in words(visitor.get("/mijn/vertrouwen"))
    assert path(visitor.submit("/mijn/vertrouwen/code", {"code": row["code"].lower()})) == "/mijn/vertrouwen"
    assert "Jij bent nu: Buur" in words(visitor.get("/mijn/vertrouwen"))
    assert level(olena) is Level.ADDRESS


def test_who_printed_is_written_down_and_what_was_printed_is_gone(browser, writing, nadia, olena, post_letters):
    browser(olena).submit("/mijn/vertrouwen/brief", ADDRESS)
    post_letters()
    with writing() as work:
        acts = {entry.action for entry in work.exec(select(AuditEntry).where(AuditEntry.actor_id == nadia.id))}
        assert {"letters.run-made", "letters.shown", "letters.downloaded", "letters.run-sent"} <= acts
        letter = work.exec(select(Letter)).one()
        assert (letter.state, letter.address, letter.code) == (LetterState.SENT, None, None)


def test_the_site_says_that_the_letter_left_and_that_it_worked(browser, olena, post_letters):
    visitor = browser(olena)
    visitor.submit("/mijn/vertrouwen/brief", ADDRESS)
    row = post_letters()
    visitor.submit("/mijn/vertrouwen/code", {"code": row["code"]})
    told = words(visitor.get("/berichten-voor-jou"))
    assert "Je brief is onderweg" in told
    assert "We weten nu dat je hier woont" in told


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"postcode": "", "number": "12"}, "Vul je postcode in."),
        ({"postcode": "356", "number": "12"}, "Dit is geen postcode."),
        ({"postcode": "3561 AB", "number": "12B"}, "Zet letters bij de toevoeging."),
        ({"postcode": "9999 ZZ", "number": "1"}, "Deze postcode ligt niet in deze gemeente."),
    ],
)
def test_a_wrong_address_comes_back_with_what_was_typed(browser, olena, typed, sentence):
    answer = browser(olena).submit("/mijn/vertrouwen/brief", typed)
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert soup(answer).select_one("[name=postcode]")["value"] == typed["postcode"]


def test_a_second_letter_to_an_address_has_to_wait(browser, make, olena):
    browser(olena).submit("/mijn/vertrouwen/brief", ADDRESS)
    answer = browser(make.member("Huisgenoot", trusted=False)).submit("/mijn/vertrouwen/brief", ADDRESS)
    assert answer.status_code == 429
    assert "Er is deze maand al een brief gevraagd" in words(answer)


def test_a_letter_is_taken_back_while_it_waits(browser, olena):
    visitor = browser(olena)
    visitor.submit("/mijn/vertrouwen/brief", ADDRESS)
    visitor.submit("/mijn/vertrouwen", button="Ik wil toch geen brief")
    assert "Vraag een brief" in words(visitor.get("/mijn/vertrouwen"))


def test_a_slip_of_the_finger_costs_no_try_and_a_wrong_code_does(browser, writing, olena, post_letters):
    visitor = browser(olena)
    visitor.submit("/mijn/vertrouwen/brief", ADDRESS)
    row = post_letters()
    assert "8 letters en cijfers" in words(visitor.submit("/mijn/vertrouwen/code", {"code": "te kort"}))
    wrong = "0000 0000" if row["code"] != "0000 0000" else "1111 1111"
    assert "klopt niet" in words(visitor.submit("/mijn/vertrouwen/code", {"code": wrong}))
    with writing() as work:
        assert work.exec(select(Letter)).one().tries == 1


def test_nothing_waits_nothing_is_printed(browser, nadia):
    assert "Er wachten geen brieven" in words(browser(nadia, second_factor=True).get("/beheer/brieven"))
    answer = browser(nadia, second_factor=True).post("/beheer/brieven")
    assert answer.status_code == 409


def test_a_name_is_no_formula_in_the_file(browser, make, post_letters):
    browser(make.member("=SUM(A1)", trusted=False, email="som@voorbeeld.nl")).submit(
        "/mijn/vertrouwen/brief", ADDRESS
    )
    assert post_letters()["voornaam"] == "'=SUM(A1)"


def test_two_known_neighbours_vouch_with_the_code_of_the_newcomer(browser, clock, make, level, olena):
    for name in ("Ria", "Rob"):
        neighbour = browser(make.member(name, known_at=clock()))
        page = neighbour.follow(neighbour.submit("/mijn/vertrouwen/instaan", {"code": olena.reference[2:].lower()}))
        assert "Misdraagt Olena zich erg?" in words(page)
        done = neighbour.follow(neighbour.press(page, button="Ik sta in voor Olena"))
        assert "Je staat in voor deze buur" in words(done)
    assert level(olena) is Level.ADDRESS
    back = neighbour.submit("/mijn/vertrouwen", button="Neem dit terug")
    assert path(back) == "/mijn/vertrouwen"
    assert level(olena) is Level.EMAIL


def test_a_code_that_nobody_has_is_refused(browser, clock, make):
    answer = browser(make.member("Ria", known_at=clock())).submit("/mijn/vertrouwen/instaan", {"code": "0000-0000"})
    assert answer.status_code == 422
    assert "Wij kennen niemand" in words(answer)


def test_who_is_not_known_cannot_vouch(browser, make, olena):
    assert browser(make.member("Bram")).get(f"/buren/{olena.reference}/instaan").status_code == 403


def test_a_moderator_writes_down_who_came_to_the_desk(browser, make, level, olena):
    mo = browser(make.staff(Role.MODERATOR), second_factor=True)
    url = f"/buren/{olena.reference}/bewijs"
    empty = mo.submit(url, button="Gezien aan de balie")
    assert (empty.status_code, level(olena)) == (422, Level.EMAIL)
    page = mo.follow(mo.submit(url, {"reason": "Huurcontract"}, button="Gezien aan de balie"))
    assert "door Mo: Huurcontract" in words(page)
    assert level(olena) is Level.ADDRESS
    mo.press(page, button="Haal dit weg", at=url)
    assert level(olena) is Level.EMAIL


WORD = {"role": "maatje", "seen_by": "Stichting Maatjes", "seen_on": "2026-11-01", "expires_on": "2027-11-01"}


def test_a_vog_that_somebody_saw_is_shown_with_what_it_means(browser, make, nadia, olena):
    desk = browser(nadia, second_factor=True)
    desk.submit(f"/buren/{olena.reference}/bewijs", WORD, button="Schrijf dit op")
    shown = words(browser(make.member("Bram")).get(f"/buren/{olena.reference}"))
    assert "VOG gezien door Stichting Maatjes, op 1 november 2026" in shown
    assert "Staat er niets bij een buur? Dan zegt dat niets over die buur." in shown


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"seen_on": "2026-12-01"}, "Deze dag moet nog komen."),
        ({"seen_on": "2020-01-01"}, "Deze VOG is te oud."),
        ({"expires_on": "2026-11-01"}, "Kies een dag die nog komt."),
        ({"expires_on": "2040-01-01"}, "Kies een dag binnen 3 jaar"),
        ({"role": ""}, "Vul de rol in."),
        ({"seen_on": "gisteren"}, "Vul de dag in."),
    ],
)
def test_a_word_about_a_role_has_sensible_days(browser, nadia, olena, wrong, sentence):
    desk = browser(nadia, second_factor=True)
    answer = desk.submit(f"/buren/{olena.reference}/bewijs", WORD | wrong, button="Schrijf dit op")
    assert answer.status_code == 422
    assert sentence in words(answer)


def test_a_moderator_gives_no_word_about_a_vog(browser, make, olena):
    mo = browser(make.staff(Role.MODERATOR), second_factor=True)
    assert mo.post(f"/buren/{olena.reference}/bewijs/rol", WORD).status_code == 403
