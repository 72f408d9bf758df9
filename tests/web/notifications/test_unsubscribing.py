"""No more mail, in one click of a mail program: looking ends nothing, and nobody else's mail is touched."""

import pytest

from b2b.core.crypto import keyring
from b2b.notifications import queries, service
from b2b.notifications.channels.twin import MailTwin, text_of
from b2b.notifications.links import Leaving
from b2b.notifications.rules.news import Rest
from tests.client import path, words


def address(member, leaving):
    return f"/mail/afmelden/{keyring().sign('unsubscribe', f'{member.reference}~{leaving.value}')}"


def wishes(writing, member):
    with writing() as work:
        return queries.wishes(work, member.id)


def test_looking_changes_nothing_and_pressing_ends_the_digest(browser, fatima, writing):
    link, nobody = address(fatima, Leaving.DIGEST), browser()
    assert "Wil je geen mail meer?" in words(nobody.get(link))
    nobody.client.head(link)
    assert wishes(writing, fatima) == queries.Wishes()
    answer = nobody.submit(link, button="Meld mij af")
    assert path(answer) == link
    assert "Je krijgt geen verzamelmail meer" in words(nobody.follow(answer))
    assert wishes(writing, fatima).rest is Rest.NEVER


def test_a_mail_program_ends_it_in_one_click_without_a_page(browser, fatima, writing, clock):
    link = address(fatima, Leaving.ALL)
    for _ in range(2):
        answer = browser().client.post(link, data={"List-Unsubscribe": "One-Click"})
        assert answer.status_code == 200
    assert wishes(writing, fatima).is_paused(clock())


def test_a_link_that_is_not_ours_ends_nothing(browser, fatima, make, writing):
    link = address(fatima, Leaving.ALL)
    forged = link.replace(fatima.reference, make.member("Rob").reference)
    eefje = make.member("Eefje", at=make.neighbourhood("BU07721110"))
    for wrong in (forged, link[:-1], address(eefje, Leaving.ALL)):
        assert browser().get(wrong).status_code == 404
        assert browser().client.post(wrong).status_code == 404


class TestTheMailItself:
    @pytest.fixture
    def door(self):
        return MailTwin()

    @pytest.fixture
    def outside(self, door):
        return {"mail": door}

    def test_what_can_be_turned_off_says_how_and_what_cannot_does_not(self, fatima, writing, worker, door, browser):
        with writing() as work:
            about = {"municipality_id": fatima.municipality_id}
            service.notify(work, fatima.id, "joined", **about)
            service.notify(work, fatima.id, "passkeys-changed", added=True, **about)
        worker.run_until_quiet()
        welcome, security = door.sent
        link = welcome["List-Unsubscribe"].strip("<>")
        assert link in text_of(welcome)
        assert browser().get(link.removeprefix("http://localhost")).status_code == 200
        assert security["List-Unsubscribe"] is None
