"""Somebody else changed the e-mail address: who reads the old one takes the account back."""

import re

import pytest

from b2b.accounts import queries
from b2b.accounts.service import people
from tests.client import words

EMAIL = "/mijn/gegevens/e-mailadres"
OLD = "fatima@voorbeeld.nl"


def stored(writing, member):
    with writing() as work:
        return queries.member(work, member.id)


@pytest.fixture
def thief(browser, fatima):
    """Somebody at Fatima's phone."""
    return browser(fatima)


@pytest.fixture
def changes(thief, code_for):
    """Change the address at this phone."""

    def change(new):
        thief.submit(EMAIL, {"email": new})
        answer = thief.submit(f"{EMAIL}/code", {"code": code_for(new)})
        assert "Je nieuwe e-mailadres is bewaard." in words(thief.follow(answer))

    return change


@pytest.fixture
def link_to(read_mail):
    """Return the path of the link in the newest mail to an address."""
    return lambda address: re.search(r"/e-mailadres-terugzetten/[\w.~-]+", read_mail(address))[0]


def test_the_link_puts_the_old_address_back_and_signs_everybody_out(
    changes, link_to, thief, browser, fatima, writing
):
    changes("dief@voorbeeld.nl")
    link, reader = link_to(OLD), browser()
    assert "Zet je oude e-mailadres terug" in words(reader.get(link))
    assert stored(writing, fatima).email == "dief@voorbeeld.nl"  # looking changes nothing
    answer = reader.submit(link)
    assert "Je oude e-mailadres staat er weer." in words(reader.follow(answer))
    assert stored(writing, fatima).email == OLD
    assert thief.get("/mijn").status_code == 303
    with writing() as work:
        assert queries.devices(work, fatima.id, None) == []
        assert queries.by_email(work, fatima.municipality_id, OLD).id == fatima.id


def test_the_address_that_was_removed_hears_of_it(changes, link_to, browser, read_mail):
    changes("dief@voorbeeld.nl")
    browser().submit(link_to(OLD))
    assert "heeft weer het oude e-mailadres" in read_mail("dief@voorbeeld.nl")


def test_a_second_change_does_not_help_the_thief(changes, link_to, browser, fatima, writing):
    changes("dief@voorbeeld.nl")
    changes("dief2@voorbeeld.nl")
    own, thiefs = link_to(OLD), link_to("dief@voorbeeld.nl")
    browser().submit(own)
    assert browser().get(thiefs).status_code == 410
    assert stored(writing, fatima).email == OLD


def test_the_link_works_once_and_for_three_days(changes, link_to, browser, clock):
    changes("dief@voorbeeld.nl")
    link = link_to(OLD)
    clock.advance(hours=71)
    assert browser().submit(link).status_code == 303
    assert browser().post(link).status_code == 410
    assert browser().get(link).status_code == 410


def test_after_three_days_the_link_is_over_and_the_address_forgotten(changes, link_to, browser, clock, writing):
    changes("nieuw@voorbeeld.nl")
    link = link_to(OLD)
    clock.advance(hours=73)
    answer = browser().get(link)
    assert (answer.status_code, "Deze link werkt niet meer." in words(answer)) == (410, True)
    with writing() as work:
        assert people.purge(work) >= 1


def test_an_address_that_is_somebody_elses_by_now_does_not_come_back(
    changes, link_to, browser, make, fatima, writing
):
    changes("nieuw@voorbeeld.nl")
    make.member("Jan", email=OLD)
    assert browser().post(link_to(OLD)).status_code == 409
    assert stored(writing, fatima).email == "nieuw@voorbeeld.nl"


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_made_up_link_does_nothing(browser, method):
    assert getattr(browser(), method)("/e-mailadres-terugzetten/verzonnen-verzonnen").status_code == 410
