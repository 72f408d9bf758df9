"""Passkeys: made once, used from then on; and whatever is wrong with one opens nothing."""

import json

import pytest
from sqlmodel import select

from b2b.accounts.models import Passkey
from b2b.authz.predicates import Role
from b2b.core.audit import AuditEntry
from tests.authenticator import NEW, SIGN_IN, Authenticator, make_passkey, question, text, use_passkey
from tests.client import path, soup, words

LIST = "/mijn/toegangssleutels"


@pytest.fixture
def chief(make):
    return make.staff(Role.ADMINISTRATOR, "Els", everywhere=True)


@pytest.fixture
def phone():
    return Authenticator()


def is_in(visitor):
    return visitor.get("/mijn").status_code == 200


@pytest.fixture
def made(browser, fatima, phone):
    """A neighbour with a passkey on this phone."""
    assert path(make_passkey(browser(fatima), phone)) == LIST
    return phone


def test_a_neighbour_makes_a_passkey_and_comes_in_with_it(browser, made):
    visitor = browser()
    assert path(use_passkey(visitor, made, f"{SIGN_IN}?next=/mijn/gegevens")) == "/mijn/gegevens"
    assert "Fatima" in words(visitor.get("/mijn"))


def test_what_is_asked_names_this_site_and_wants_a_finger(browser, fatima):
    asked = question(browser(fatima).get(NEW))
    assert asked["rp"]["id"] == "localhost"
    assert asked["authenticatorSelection"]["userVerification"] == "required"
    assert asked["authenticatorSelection"]["residentKey"] == "required"
    assert asked["attestation"] == "none"
    assert fatima.email not in json.dumps(asked)
    at_the_door = question(browser().get(SIGN_IN))
    assert at_the_door["userVerification"] == "required"
    assert at_the_door.get("allowCredentials", []) == []


def test_a_passkey_is_told_by_mail_and_in_the_trail(make, made, fatima, writing):
    with writing() as work:
        assert "passkey.added" in {entry.action for entry in work.exec(select(AuditEntry))}
        passkey = work.exec(select(Passkey)).one()
        assert passkey.member_id == fatima.id
        assert passkey.host == "localhost"


@pytest.mark.parametrize(
    "wrong",
    [
        {"challenge": text(b"another challenge, of the same length")},
        {"challenge": ""},
        {"origin": "https://evil.example"},
        {"origin": "http://localhost:81"},
        {"type": "webauthn.get"},
    ],
    ids=["challenge", "no challenge", "origin", "port", "type"],
)
def test_a_new_passkey_for_another_question_is_not_kept(wrong, browser, fatima, phone, writing):
    answer = make_passkey(browser(fatima), phone, **wrong)
    assert answer.status_code == 422
    assert "De toegangssleutel is niet gemaakt" in words(answer)
    with writing() as work:
        assert work.exec(select(Passkey)).all() == []


def test_a_device_that_checks_nobody_is_not_enough(browser, fatima, writing):
    answer = make_passkey(browser(fatima), Authenticator(verified=False))
    assert answer.status_code == 422
    with writing() as work:
        assert work.exec(select(Passkey)).all() == []


def test_a_passkey_of_another_host_is_not_kept(browser, fatima):
    assert make_passkey(browser(fatima), Authenticator(host="evil.example")).status_code == 422


@pytest.mark.parametrize(
    "wrong",
    [
        {"challenge": text(b"another challenge, of the same length")},
        {"challenge": ""},
        {"origin": "https://evil.example"},
        {"type": "webauthn.create"},
    ],
    ids=["challenge", "no challenge", "origin", "type"],
)
def test_an_answer_to_another_question_lets_nobody_in(wrong, browser, made):
    visitor = browser()
    answer = use_passkey(visitor, made, **wrong)
    assert answer.status_code == 422
    assert "gebruik een code per e-mail" in words(answer)
    assert not is_in(visitor)


def test_a_passkey_without_a_finger_lets_nobody_in(browser, made):
    made.verified = False
    visitor = browser()
    assert use_passkey(visitor, made).status_code == 422
    assert not is_in(visitor)


def test_a_signature_of_another_key_lets_nobody_in(browser, made):
    visitor, thief = browser(), Authenticator(credential=made.credential, count=5)
    assert use_passkey(visitor, thief).status_code == 422
    assert not is_in(visitor)


def test_a_copy_of_a_passkey_is_noticed_by_its_count(browser, made):
    assert path(use_passkey(browser(), made)) == "/"
    copy, visitor = Authenticator(key=made.key, credential=made.credential, count=0), browser()
    assert use_passkey(visitor, copy).status_code == 422
    assert not is_in(visitor)


def test_a_device_that_counts_nothing_is_welcome(browser, fatima):
    phone = Authenticator(counts=False)
    assert path(make_passkey(browser(fatima), phone)) == LIST
    assert path(use_passkey(browser(), phone)) == "/"
    assert path(use_passkey(browser(), phone)) == "/"


def test_a_handle_of_somebody_else_lets_nobody_in(browser, made):
    made.handle = text(b"somebody else")
    assert use_passkey(browser(), made).status_code == 422


@pytest.mark.parametrize("sent", ["", "{}", "[]", "null", "7", "{", '{"rawId": 7}', '{"rawId": "AA"}', "x" * 20_000])
def test_what_is_no_answer_at_all_is_a_page_and_no_crash(sent, browser, made):
    visitor = browser()
    visitor.get(SIGN_IN)
    assert visitor.post(SIGN_IN, {"credential": sent}).status_code == 422
    assert not is_in(visitor)


def test_an_answer_works_once(browser, made):
    made.counts = True
    visitor, other = browser(), browser()
    asked = question(visitor.get(SIGN_IN))
    answer = made.use(asked)
    other.client.set_cookie("b2b", visitor.client.get_cookie("b2b").value)
    assert path(visitor.post(SIGN_IN, {"credential": answer})) == "/"
    assert other.post(SIGN_IN, {"credential": answer}).status_code == 422
    later = made.use(asked)  # a new signature under the old question
    assert other.post(SIGN_IN, {"credential": later}).status_code == 422
    assert not is_in(other)


def test_a_question_stands_for_five_minutes(browser, made, clock):
    visitor = browser()
    answer = made.use(question(visitor.get(SIGN_IN)))
    clock.advance(minutes=6)
    assert visitor.post(SIGN_IN, {"credential": answer}).status_code == 422


def test_an_answer_for_making_one_is_none_for_signing_in(browser, fatima, made):
    visitor = browser(fatima)
    asked = question(visitor.get(NEW))
    assert visitor.post(SIGN_IN, {"credential": made.use(asked)}).status_code == 422


def test_the_same_passkey_is_not_kept_twice(browser, fatima, made):
    answer = make_passkey(browser(fatima), made)
    assert answer.status_code == 422
    assert "Deze toegangssleutel heb je al" in words(answer)


def test_a_device_is_told_which_passkeys_it_has(browser, fatima, made):
    asked = question(browser(fatima).get(NEW))
    assert [each["id"] for each in asked["excludeCredentials"]] == [text(made.credential)]


def test_there_is_an_end_to_how_many(browser, fatima):
    visitor = browser(fatima)
    for _ in range(10):
        assert path(make_passkey(visitor, Authenticator())) == LIST
    answer = make_passkey(visitor, Authenticator())
    assert answer.status_code == 409
    assert "Haal er eerst een weg" in words(answer)


def test_a_passkey_gets_another_name_and_goes_away(browser, fatima, made):
    visitor = browser(fatima)
    assert path(visitor.submit(LIST, {"name": "Oude tablet"}, form='form[action$="/naam"]')) == LIST
    assert "Oude tablet" in words(visitor.get(LIST))
    assert path(visitor.submit(LIST, form='form[action$="/weghalen"]')) == LIST
    assert "Je hebt nog geen toegangssleutel" in words(visitor.get(LIST))
    assert use_passkey(browser(), made).status_code == 422


def test_a_name_that_is_empty_comes_back(browser, fatima, made):
    answer = browser(fatima).submit(LIST, {"name": " "}, form='form[action$="/naam"]')
    assert answer.status_code == 422
    assert "Vul een naam in" in words(answer)


def test_changing_how_one_signs_in_asks_for_proof_again(browser, fatima, made, clock):
    visitor = browser(fatima)
    page = visitor.get(LIST)
    clock.advance(minutes=16)
    for address in [NEW, *(form["action"] for form in soup(page).select('form[action*="/Y-"]'))]:
        answer = visitor.get(address) if address == NEW else visitor.post(address, {"name": "x"})
        assert path(answer) == "/inloggen"
        assert "opnieuw=1" in answer.headers["Location"]
    assert "Mijn telefoon" in words(visitor.get(LIST))


def test_a_passkey_proves_it_again(browser, fatima, made, clock):
    visitor = browser(fatima)
    clock.advance(minutes=16)
    again = visitor.get(NEW).headers["Location"]
    door = soup(visitor.get(again)).select_one(f'a[href^="{SIGN_IN}"]')["href"]
    assert path(use_passkey(visitor, made, door)) == NEW
    assert visitor.get(NEW).status_code == 200


def test_nobody_touches_a_passkey_of_somebody_else(browser, make, made, writing):
    with writing() as work:
        reference = work.exec(select(Passkey.reference)).one()
    stranger = browser(make.member("Bram"))
    for verb in ("naam", "weghalen"):
        assert stranger.post(f"{LIST}/{reference}/{verb}", {"name": "Van mij"}).status_code == 404


def test_a_passkey_is_offered_once(browser, make, fatima):
    visitor = browser(fatima)
    assert "Volgende keer sneller inloggen?" in words(visitor.get("/mijn"))
    assert path(visitor.submit("/mijn", button="Niet nu")) == "/mijn"
    assert "Volgende keer sneller inloggen?" not in words(visitor.get("/mijn"))
    assert "Volgende keer sneller inloggen?" not in words(browser(fatima).get("/mijn"))
    assert path(visitor.post(f"{LIST}/niet-nu")) == "/mijn"  # a second tab


def test_who_has_one_is_not_offered_one(browser, fatima, made):
    assert "Volgende keer sneller inloggen?" not in words(browser(fatima).get("/mijn"))


def test_a_page_at_a_bare_number_says_that_it_does_not_work_there(browser, fatima):
    visitor = browser(fatima)
    page = visitor.get(NEW, base_url="http://127.0.0.1")
    if page.status_code == 200:
        assert "Op dit adres werken toegangssleutels niet" in words(page)
    door = browser().get(SIGN_IN, base_url="http://127.0.0.1")
    assert "Op dit adres werken toegangssleutels niet" in words(door)


def test_without_a_script_the_page_says_what_to_do(browser, fatima):
    for page in (browser().get(SIGN_IN), browser(fatima).get(NEW)):
        assert (
            "Gebruik de code per e-mail"
            in soup(page).select_one("[data-passkey-says=script]:not([hidden])").get_text()
        )
    answer = browser().submit(SIGN_IN)
    assert answer.status_code == 422
    assert "Zonder JavaScript kan het niet" in words(answer)
