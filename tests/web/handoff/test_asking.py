"""The desk asks, the resident answers by a link; a post with the resident's yes; did it help, and look again."""

import re
from urllib.parse import urlsplit

import pytest
from sqlmodel import select

from b2b.core.history import Move
from b2b.handoff import service
from b2b.handoff.models import Handoff, HandoffNote, HandoffQuestion
from b2b.notifications.channels.twin import text_of
from b2b.posts.models import Post
from tests.client import path, soup, words
from tests.databases import raw

ASKED = "Op welke verdieping woon je?"


@pytest.fixture
def taken(desk, question, page_of):
    """A question that Els has."""
    asked = question()
    desk.post(f"{page_of(asked)}/oppakken")
    return asked


@pytest.fixture
def link_in(mail, worker):
    """Return the path in the last mail to somebody that begins with `start`."""

    def read(who, start):
        worker.run_until_quiet()
        found = re.search(rf"http://\S+({start}\S+)", text_of(mail.last(f"{who}@voorbeeld.nl")))
        assert found, text_of(mail.last(f"{who}@voorbeeld.nl"))
        return urlsplit(found.group(0)).path

    return read


def ask(desk, address):
    desk.submit(address, {"vraag-text": ASKED}, button="Stel de vraag")


def test_a_resident_answers_by_a_link_without_signing_in_and_looking_changes_nothing(
    browser, desk, taken, page_of, link_in, now_is, mail, worker, database
):
    ask(desk, page_of(taken))
    assert now_is(taken).state == "waiting"
    link = link_in("fatima", "/antwoord/")
    assert "verdieping" not in text_of(mail.last("fatima@voorbeeld.nl"))
    visitor = browser()
    for _ in range(3):  # a scanner of mail opens every link
        assert ASKED in words(visitor.get(link))
    assert now_is(taken).state == "waiting"
    assert visitor.submit(link, {"answer": ""}).status_code == 422
    assert path(visitor.submit(link, {"answer": "Op de derde."})) == link
    after = words(visitor.get(link))
    assert "Je antwoord is binnen" in after
    assert "derde" not in after  # who finds the link later reads nothing
    assert now_is(taken).state == "in_contact"
    assert "Op de derde." in words(desk.get(page_of(taken)))
    worker.run_until_quiet()
    assert page_of(taken) in text_of(mail.last("els@voorbeeld.nl"))
    with raw(database) as connection:
        stored = connection.exec_driver_sql("SELECT words, answer FROM handoff_questions").one()
        assert not any(b"derde" in bytes(one) or b"verdieping" in bytes(one) for one in stored)


def test_a_second_answer_is_refused_and_a_double_click_is_not(browser, desk, taken, page_of, link_in, writing):
    ask(desk, page_of(taken))
    link = link_in("fatima", "/antwoord/")
    first, second = browser(), browser()
    open_page = second.get(link)
    assert first.post(link, {"answer": "Op de derde."}).status_code == 303
    assert first.post(link, {"answer": "Op de derde."}).status_code == 303
    assert second.press(open_page, {"answer": "Op de vierde."}, at=link).status_code == 409
    with writing() as work:
        assert work.exec(select(HandoffQuestion)).one().answer == "Op de derde."


def test_a_link_opens_its_own_page_only_and_not_for_ever(browser, desk, taken, page_of, link_in, clock):
    ask(desk, page_of(taken))
    link = link_in("fatima", "/antwoord/")
    token = link.rsplit("/", 1)[1]
    visitor = browser()
    assert visitor.get(f"/geholpen/{token}").status_code == 410
    assert visitor.get(f"/antwoord/{token[:-2]}xx").status_code == 410
    assert path(visitor.get(page_of(taken))) == "/inloggen"
    clock.advance(days=61)
    assert visitor.get(link).status_code == 410


def test_without_an_answer_in_time_the_desk_goes_on_and_a_late_answer_still_comes(
    browser, desk, taken, page_of, link_in, clock, writing, now_is
):
    ask(desk, page_of(taken))
    link = link_in("fatima", "/antwoord/")
    clock.advance(days=8)  # five working days and a weekend
    with writing() as work:
        assert service.lapse_due(work) == 1
        assert service.lapse_due(work) == 0
    assert now_is(taken).state == "in_contact"
    assert path(browser().submit(link, {"answer": "Sorry, ik was ziek."})) == link
    with writing() as work:
        assert [one.action for one in work.exec(select(Move).where(Move.thing == "handoff"))][-1] == "lapse"
        assert work.exec(select(HandoffQuestion)).one().answer == "Sorry, ik was ziek."


def test_a_question_of_a_closed_handoff_is_answered_by_nobody(browser, desk, taken, page_of, link_in):
    ask(desk, page_of(taken))
    link = link_in("fatima", "/antwoord/")
    desk.submit(page_of(taken), {"note": "Opgelost."}, button="Klaar")
    assert browser().get(link).status_code == 410


def propose(desk, address):
    words_of_it = {
        "voorstel-category": "boodschappen",
        "voorstel-title": "Wie haalt mijn boodschappen?",
        "voorstel-body": "De trap is lastig. Wie kan op donderdag iets meenemen?",
    }
    return desk.submit(address, words_of_it, button="Stuur het voorstel")


def test_back_into_the_neighbourhood_takes_the_yes_of_the_person_and_is_followed(
    browser, desk, taken, page_of, fatima, now_is, writing, mail, worker
):
    propose(desk, page_of(taken))
    with writing() as work:
        assert work.exec(select(Post)).all() == []
    worker.run_until_quiet()
    assert "boodschappen" not in text_of(mail.last("fatima@voorbeeld.nl"))
    resident = browser(fatima)
    address = f"{page_of(taken)}/naar-de-buurt"
    assert "Wie haalt mijn boodschappen?" in words(resident.get(address))
    assert resident.submit(address, button="Ja, plaats dit bericht").status_code == 422
    page = resident.get(address)
    for _ in range(2):
        assert resident.press(page, {"agreed": "y"}, button="Ja, plaats dit bericht", at=address).status_code == 303
    with writing() as work:
        post = work.exec(select(Post)).one()
        assert (post.author_id, post.state, post.neighbourhood_id) == (fatima.id, "open", fatima.neighbourhood_id)
    assert now_is(taken).state == "in_contact"
    followed = soup(desk.get(page_of(taken)))
    assert followed.select_one(f'a[href="/berichten/{post.reference}"]')
    assert "Staat open" in followed.get_text()


def test_who_says_no_has_no_post(browser, desk, taken, page_of, fatima, writing):
    propose(desk, page_of(taken))
    resident = browser(fatima)
    resident.submit(f"{page_of(taken)}/naar-de-buurt", button="Nee, liever niet")
    assert "De bewoner wil dit liever niet." in words(desk.get(page_of(taken)))
    with writing() as work:
        assert work.exec(select(Post)).all() == []


def test_nobody_else_says_yes(browser, desk, taken, page_of, make):
    propose(desk, page_of(taken))
    assert browser(make.member("Bram")).get(f"{page_of(taken)}/naar-de-buurt").status_code == 404
    assert desk.post(f"{page_of(taken)}/naar-de-buurt", {"agreed": "y"}).status_code == 403


def test_the_end_asks_whether_it_helped_and_can_begin_again(
    browser, desk, taken, page_of, link_in, now_is, writing, fatima
):
    desk.submit(page_of(taken), {"note": "De lift komt."}, button="Klaar")
    link = link_in("fatima", "/geholpen/")
    visitor = browser()
    assert visitor.submit(link, {}).status_code == 422
    assert path(visitor.submit(link, {"helped": "yes"})) == link
    assert now_is(taken).helped == "yes"
    assert "De bewoner zegt: Ja" in words(desk.get(page_of(taken)))
    again = {"helped": "no", "again": "y"}
    assert "Schrijf op wat er nog nodig is." in words(visitor.submit(link, again))
    page = visitor.get(link)
    for _ in range(2):
        assert visitor.press(page, {**again, "why": "De lift is er niet."}, at=link).status_code == 303
    opened = now_is(taken)
    assert (opened.state, opened.claimed_by_id, opened.closed_at) == ("new", None, None)
    assert "De lift is er niet." in words(desk.get(page_of(taken)))
    with writing() as work:
        assert work.exec(select(HandoffNote)).one().author_id == fatima.id


def test_the_term_to_begin_again_ends_before_the_words_are_erased(
    browser, desk, taken, page_of, clock, fatima, writing
):
    desk.submit(page_of(taken), {"note": "De lift komt."}, button="Klaar")
    clock.advance(days=28)
    resident = browser(fatima)
    assert "Kijk er nog eens naar" not in words(resident.get(f"{page_of(taken)}/geholpen"))
    late = {"helped": "no", "again": "y", "why": "Toch niet.", "once": "O-1"}
    assert resident.post(f"{page_of(taken)}/geholpen", late).status_code == 410
    with writing() as work:
        assert work.exec(select(Handoff)).one().question is not None
