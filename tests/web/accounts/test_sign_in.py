"""Somebody signs in with a code by mail: quickly when it is them, never when it is not."""

import re

import pytest
from sqlmodel import select

from b2b.accounts.models import SignInChallenge
from tests.client import path, soup, words

FATIMA = "fatima@voorbeeld.nl"


@pytest.fixture
def fatima(make):
    return make.member("Fatima", email=FATIMA)


def other(code):
    """Return a code that is not this one."""
    return f"{(int(code) + 1) % 1_000_000:06d}"


def is_in(visitor):
    return visitor.get("/mijn").status_code == 200


def test_a_member_types_the_code_from_the_subject_and_is_in(browser, fatima, sign_in):
    visitor = browser()
    answer = sign_in(visitor, "  Fatima@Voorbeeld.nl ")
    assert (answer.status_code, path(answer)) == (303, "/")
    assert "Hallo Fatima" in words(visitor.get("/mijn"))


def test_the_mail_says_who_asked_and_that_the_code_is_secret(browser, fatima, read_mail):
    visitor = browser()
    visitor.client.environ_base["HTTP_USER_AGENT"] = (
        "Mozilla/5.0 (Linux; Android 14) Chrome/131.0 Mobile Safari/537.36"
    )
    visitor.submit("/inloggen", {"email": FATIMA})
    text = read_mail(FATIMA)
    assert "om 10.00 uur, met Chrome op Android" in text
    assert "Geef deze code aan niemand" in text


def test_who_was_on_the_way_somewhere_gets_there(browser, fatima, sign_in):
    visitor = browser()
    detour = visitor.get("/mijn/apparaten?x=1")
    answer = sign_in(visitor, FATIMA, detour.headers["Location"])
    assert answer.headers["Location"] == "/mijn/apparaten?x=1"


@pytest.mark.parametrize("target", ["https://evil.example", "//evil.example", "/\\evil.example", "/%09/evil.example"])
def test_nobody_is_sent_to_another_site(browser, fatima, sign_in, target):
    answer = sign_in(browser(), FATIMA, f"/inloggen?next={target}")
    assert path(answer) == "/"
    assert "evil" not in answer.headers["Location"]


def test_a_chosen_neighbourhood_and_a_draft_survive_signing_in(browser, fatima, sign_in):
    visitor = browser()
    with visitor.client.session_transaction() as cookie:
        cookie["neighbourhood"], cookie["drafts"], cookie["attacker"] = "zambesidreef", "token", "x"
    sign_in(visitor, FATIMA)
    with visitor.client.session_transaction() as cookie:
        assert (cookie["neighbourhood"], cookie["drafts"]) == ("zambesidreef", "token")
        assert "attacker" not in cookie


def test_known_and_unknown_addresses_get_the_same_answer_and_both_a_mail(browser, fatima, worker, mail):
    pages = []
    for address in (FATIMA, "nieuwe@voorbeeld.nl"):
        visitor = browser()
        answer = visitor.submit("/inloggen", {"email": address})
        page = visitor.follow(answer)
        pages.append((answer.status_code, answer.headers["Location"], words(page).replace(address, "X")))
    assert pages[0] == pages[1]
    worker.run_until_quiet()
    assert len(mail.to(FATIMA)) == len(mail.to("nieuwe@voorbeeld.nl")) == 1


def test_a_wrong_code_answers_the_same_for_known_and_unknown(browser, fatima, code_for):
    answers = []
    for address in (FATIMA, "nieuwe@voorbeeld.nl"):
        visitor = browser()
        visitor.submit("/inloggen", {"email": address})
        answer = visitor.submit("/inloggen/code", {"code": other(code_for(address))})
        answers.append((answer.status_code, words(answer).replace(address, "X")))
    assert answers[0] == answers[1]
    assert answers[0][0] == 422


@pytest.mark.parametrize(
    "typed", ["", "geen adres", "a@b", "a b@c.nl", "x" * 300 + "@voorbeeld.nl", "a@b.nl\nBcc: c@d.nl"]
)
def test_what_is_no_address_comes_back_as_it_was_typed(browser, typed):
    answer = browser().submit("/inloggen", {"email": typed})
    assert answer.status_code == 422
    assert soup(answer).title.get_text().startswith("Fout:")
    assert soup(answer).select_one("input[name=email]")["value"] == " ".join(typed.split())


def test_a_slip_of_the_finger_costs_no_try(browser, fatima, writing):
    visitor = browser()
    visitor.submit("/inloggen", {"email": FATIMA})
    for typed in ("", "12345", "abcdef"):
        assert visitor.submit("/inloggen/code", {"code": typed}).status_code == 422
    with writing() as work:
        assert work.exec(select(SignInChallenge)).one().tries == 0


def test_who_asks_twice_may_type_either_code(browser, fatima, code_for):
    visitor = browser()
    visitor.submit("/inloggen", {"email": FATIMA})
    first = code_for(FATIMA)
    visitor.submit("/inloggen/code", form="main form.b2b-confirm")
    assert code_for(FATIMA) != first
    assert path(visitor.submit("/inloggen/code", {"code": first})) == "/"


def test_the_cookies_are_for_this_site_only(browser, fatima):
    answer = browser().submit("/inloggen", {"email": FATIMA})
    for cookie in answer.headers.getlist("Set-Cookie"):
        assert re.search(r"HttpOnly", cookie) and "SameSite=Lax" in cookie and "Path=/" in cookie


def test_the_code_page_without_asking_first_starts_at_the_beginning(browser):
    assert path(browser().get("/inloggen/code")) == "/inloggen"
    assert path(browser().post("/inloggen/code", {"code": "123456"})) == "/inloggen"


def test_who_is_in_does_not_sign_in_again(browser, fatima):
    assert path(browser(fatima).get("/inloggen?next=/mijn/gegevens")) == "/mijn/gegevens"


def test_a_new_device_is_told_by_mail_and_a_known_one_is_not(browser, fatima, sign_in, worker, mail):
    def told():
        sign_in(browser(), FATIMA)
        worker.run_until_quiet()
        return [str(m["Subject"]) for m in mail.to(FATIMA)].count("Je bent ingelogd op een nieuw apparaat")

    assert told() == 1
    assert told() == 1
