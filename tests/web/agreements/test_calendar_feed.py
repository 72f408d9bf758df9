"""A calendar of one's own that a telephone keeps up to date: a secret address that can be taken back."""

from datetime import timedelta

import pytest

from b2b.accounts.models import Member
from b2b.accounts.rules import MemberState
from b2b.agreements import service
from b2b.agreements.rules import AgreementState
from b2b.conversations.rules import ConversationState
from b2b.posts.rules import PostState
from tests.client import path, soup, words

PAGE = "/mijn/agenda"


@pytest.fixture
def agreed(make, fatima, clock):
    """Make an appointment of Fatima with Bram."""
    bram = make.member("Bram")

    def made(days=1, state=AgreementState.AGREED):
        post = make.post(fatima, "Wie tilt mijn kast?", state=PostState.MATCHED)
        conversation = make.conversation(post, bram, state=ConversationState.CHOSEN)
        return make.agreement(conversation, days=days, address="Zambesidreef 1", state=state)

    return made


def address(browser, fatima):
    """Let Fatima make her address, and return it."""
    her = browser(fatima)
    made = her.submit(PAGE, button="Maak een geheim adres")
    shown = soup(her.follow(made)).select_one("main code").text
    assert "afspraken.ics" not in her.get(PAGE).text, "it is shown once"
    return shown.removeprefix("http://localhost")


def test_appointments_come_by_themselves_without_the_address_of_a_house(browser, fatima, agreed):
    agreed()
    feed = browser().get(address(browser, fatima))
    assert feed.mimetype == "text/calendar"
    assert feed.headers["Cache-Control"] == "no-store"
    assert feed.text.count("BEGIN:VEVENT") == 1 == feed.text.count("BEGIN:VCALENDAR")
    assert "SUMMARY:Buurthulp: Wie tilt mijn kast?" in feed.text and "STATUS:CONFIRMED" in feed.text
    assert "Zambesidreef" not in feed.text
    assert all(len(line.encode()) <= 75 for line in feed.text.split("\r\n"))


def test_what_was_called_off_or_is_long_over_is_told_or_left_out(browser, fatima, agreed):
    agreed(days=2, state=AgreementState.CANCELLED)
    agreed(days=-40, state=AgreementState.DONE)
    feed = browser().get(address(browser, fatima)).text
    assert (feed.count("BEGIN:VEVENT"), feed.count("STATUS:CANCELLED")) == (1, 1)


def test_only_ones_own_appointments_are_in_it(browser, make, agreed):
    agreed()
    assert "BEGIN:VEVENT" not in browser().get(address(browser, make.member("Olena"))).text


def test_a_new_address_ends_the_old_one_and_stopping_ends_all(browser, fatima):
    old = address(browser, fatima)
    her = browser(fatima)
    again = her.submit(PAGE, button="Maak een nieuw adres")
    new = soup(her.follow(again)).select_one("main code").text.removeprefix("http://localhost")
    assert [browser().get(one).status_code for one in (old, new)] == [404, 200]
    stopped = her.submit(PAGE, button="Stop")
    assert path(stopped) == PAGE and "Maak een geheim adres" in words(her.follow(stopped))
    assert browser().get(new).status_code == 404


def test_the_store_cannot_give_the_address_back(browser, fatima, database):
    from tests.databases import raw

    token = address(browser, fatima).split("/")[2]
    with raw(database) as connection:
        assert token not in str(connection.exec_driver_sql("SELECT * FROM calendar_feeds").all())


def test_who_may_not_take_part_has_no_feed(browser, fatima, make, clock):
    own = address(browser, fatima)
    with make.writing() as work:
        row = work.get_one(Member, fatima.id)
        row.state, row.suspended_until = MemberState.SUSPENDED, clock() + timedelta(days=7)
    assert browser().get(own).status_code == 404


def test_an_address_that_nobody_asks_for_ends_by_itself(browser, fatima, make, clock):
    own = address(browser, fatima)
    clock.moment += timedelta(days=170)
    assert browser().get(own).status_code == 200
    for days, gone in ((170, 0), (20, 1)):
        clock.moment += timedelta(days=days)
        with make.writing() as work:
            assert service.purge_feeds(work) == gone
    assert browser().get(own).status_code == 404
