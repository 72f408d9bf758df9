"""The link in the mail: one button where it was asked for, and nothing anywhere else."""

import re

import pytest
from sqlmodel import select

from b2b.accounts.models import SignInChallenge, SignInSession
from tests.client import path, words

FATIMA = "fatima@voorbeeld.nl"


@pytest.fixture
def fatima(make):
    return make.member("Fatima", email=FATIMA)


@pytest.fixture
def asker(browser, fatima):
    visitor = browser()
    visitor.submit("/inloggen?next=/mijn/apparaten", {"email": FATIMA})
    return visitor


@pytest.fixture
def link(asker, read_mail):
    return re.search(r"http://localhost(/inloggen/link/\S+)", read_mail(FATIMA))[1]


def sessions(writing):
    with writing() as work:
        return len(work.exec(select(SignInSession)).all())


def test_in_the_same_browser_it_is_one_button(asker, link):
    answer = asker.submit(link)
    assert path(answer) == "/mijn/apparaten"
    assert asker.get("/mijn").status_code == 200


def test_opening_it_changes_nothing_however_often(asker, link, browser, writing):
    for visitor in (asker, browser(), browser()):
        for _ in range(3):
            assert visitor.get(link).status_code == 200
            assert visitor.client.head(link).status_code == 200
    with writing() as work:
        challenge = work.exec(select(SignInChallenge)).one()
        assert (challenge.tries, challenge.used_at) == (0, None)
    assert sessions(writing) == 0


def test_in_another_browser_it_shows_the_code_and_no_button(link, browser, code_for):
    page = browser().get(link)
    code = code_for(FATIMA)
    assert f"{code[:3]} {code[3:]}" in words(page)
    assert "<form" not in page.text.partition("<main")[2].partition("</main")[0]
    assert page.headers["Cache-Control"] == "no-store"


def test_a_scanner_that_presses_buttons_gets_no_session(link, browser, writing):
    scanner = browser()
    assert scanner.post(link).status_code == 303
    assert scanner.get("/mijn").status_code == 303
    assert sessions(writing) == 0


def test_it_is_gone_when_it_is_used_old_or_made_up(asker, link, browser, clock):
    for made_up in ("/inloggen/link/abcdefgh", f"{link[:-4]}AAAA", "/inloggen/link/" + "A" * 300):
        assert asker.get(made_up).status_code == 410
    asker.submit(link)
    assert asker.get(link).status_code == 410
    other = browser()
    other.submit("/inloggen", {"email": FATIMA})
    clock.advance(minutes=10)
    assert other.get(link).status_code == 410


def test_what_cannot_be_a_link_does_not_exist(browser):
    assert browser().get("/inloggen/link/x").status_code == 404
    assert browser().get("/inloggen/link/" + "A" * 500).status_code == 404
