"""Thanking: for the other alone or out loud, read first where that is due, and taken away by whom it concerns."""

import pytest
from sqlmodel import select

from b2b.authz.predicates import Role
from b2b.moderation.models import Complaint, Notice, ReviewItem, Statement
from b2b.moderation.rules import ReviewState
from b2b.municipalities.queries import places
from b2b.notifications.channels.twin import text_of
from b2b.thanks.models import Thanks
from b2b.thanks.rules import ThanksState
from tests.client import path, soup, words

KIND = "Dank je wel voor de boodschappen. Het was ook gezellig."


def only(writing, table):
    with writing() as work:
        return work.exec(select(table)).one()


def say(who, talk, body=KIND, reach="private"):
    return who.submit(f"/gesprekken/{talk.reference}/bedanken", {"body": body, "reach": reach})


@pytest.fixture
def page_of(make):
    """The address of the page with thank-yous of somebody's neighbourhood."""

    def page(member):
        with make.writing() as work:
            slug = places(work, member.municipality_id).hoods[member.neighbourhood_id].slug
        return f"/buurten/{slug}/bedankjes"

    return page


def test_a_private_thank_you_reaches_the_other_and_nobody_else(
    browser, make, helped, ahmed, page_of, writing, worker, mail
):
    fatima = make.member("Fatima", trusted=False)
    talk = helped(fatima)
    mine, theirs = browser(fatima), browser(ahmed)
    assert "Bedank Ahmed" in words(mine.get(f"/gesprekken/{talk.reference}"))
    form = mine.get(f"/gesprekken/{talk.reference}/bedanken")
    clicks = [mine.press(form, {"body": KIND}, at=f"/gesprekken/{talk.reference}/bedanken") for _ in range(2)]
    said = only(writing, Thanks)
    assert {path(click) for click in clicks} == {f"/bedankjes/{said.reference}"}
    assert said.state is ThanksState.SHOWN
    assert "Alleen jullie twee zien dit." in words(mine.get(f"/bedankjes/{said.reference}"))
    assert KIND in words(theirs.get(f"/gesprekken/{talk.reference}"))
    assert "Fatima bedankt jou" in words(theirs.get(f"/bedankjes/{said.reference}"))
    worker.run_until_quiet()
    letter = mail.last("ahmed@voorbeeld.nl")
    assert str(letter["Subject"]) == "Fatima bedankt jou"
    assert said.reference in text_of(letter)
    assert KIND not in text_of(letter)
    for other in (browser(), browser(make.member("Henk"))):
        assert KIND not in other.get(page_of(fatima)).text
    assert browser(make.member("Ria")).get(f"/bedankjes/{said.reference}").status_code == 404


def test_a_public_one_stands_on_the_page_with_names_for_members_until_one_of_the_two_takes_it_off(
    browser, make, helped, ahmed, page_of, writing
):
    fatima = make.member("Fatima")
    mine, theirs, neighbour, visitor = browser(fatima), browser(ahmed), browser(make.member("Henk")), browser()
    talk = helped(fatima)
    say(mine, talk, reach="public")
    said = only(writing, Thanks)
    seen = words(neighbour.get(page_of(fatima)))
    assert "Fatima bedankt Ahmed" in seen
    assert KIND in seen
    outside = words(visitor.get(page_of(fatima)))
    assert KIND in outside
    assert "Ahmed" not in outside
    off = theirs.submit(f"/bedankjes/{said.reference}", button="Haal het van de pagina")
    assert "Alleen jullie twee zien dit." in words(theirs.follow(off))
    assert KIND not in neighbour.get(page_of(fatima)).text
    assert KIND in words(theirs.get(f"/bedankjes/{said.reference}"))
    mine.submit(f"/bedankjes/{said.reference}", button="Neem je bedankje terug")
    assert only(writing, Thanks).body == ""
    assert theirs.get(f"/bedankjes/{said.reference}").status_code == 404
    assert path(say(mine, talk, "Nog een keer: bedankt!")) != f"/bedankjes/{said.reference}"


def test_nobody_is_thanked_before_it_went_well_or_after_a_block(browser, make, helped, writing):
    fatima = make.member("Fatima")
    talk = helped(fatima, done=False)
    mine = browser(fatima)
    address = f"/gesprekken/{talk.reference}/bedanken"
    assert mine.get(address).status_code == 409
    assert mine.post(address, {"body": KIND, "reach": "private"}).status_code == 409
    assert "Bedank Ahmed" not in words(mine.get(f"/gesprekken/{talk.reference}"))
    assert browser(make.member("Henk")).get(address).status_code == 404
    assert mine.get("/gesprekken/G-0000-0000/bedanken").status_code == 404


def test_what_was_asked_quietly_is_thanked_between_the_two_only(browser, make, helped, writing):
    fatima = make.member("Fatima")
    talk = helped(fatima, quiet=True)
    mine = browser(fatima)
    asked = mine.get(f"/gesprekken/{talk.reference}/bedanken")
    assert not soup(asked).select("input[type=radio]")
    assert mine.post(f"/gesprekken/{talk.reference}/bedanken", {"body": KIND, "reach": "public"}).status_code == 303
    assert not only(writing, Thanks).is_public


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"body": "  "}, "Schrijf een paar woorden."),
        ({"body": "x" * 281}, "Maak de tekst korter."),
        ({"body": KIND, "reach": "iedereen"}, "Kies wie het mag lezen."),
        ({"body": "Bedankt! Mijn burgerservicenummer is 111222333.", "reach": "public"}, "Let op"),
    ],
)
def test_what_is_not_right_comes_back_with_what_was_typed(browser, make, helped, typed, sentence):
    fatima = make.member("Fatima")
    answer = browser(fatima).submit(f"/gesprekken/{helped(fatima).reference}/bedanken", {"reach": "private", **typed})
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert typed["body"].strip() in soup(answer).select_one("textarea").get_text()


def test_a_newcomers_public_thank_you_waits_for_a_moderator_who_lets_it_through(
    browser, make, helped, ahmed, page_of, writing, desk, worker, mail
):
    kees = make.member("Kees", trusted=False)
    mine = browser(kees)
    page = words(mine.follow(say(mine, helped(kees), reach="public")))
    assert "wacht op een moderator" in page
    assert "Je bent hier nog nieuw." in page
    said, item = only(writing, Thanks), only(writing, ReviewItem)
    assert browser(ahmed).get(f"/bedankjes/{said.reference}").status_code == 404
    assert "Bedankje na hulp" in words(desk.get("/controleren"))
    desk.submit(f"/controleren/{item.reference}", {"kind": "place"}, button="Neem dit besluit")
    assert KIND in desk.get(page_of(kees)).text
    worker.run_until_quiet()
    assert str(mail.last("ahmed@voorbeeld.nl")["Subject"]) == "Kees bedankt jou"


def test_a_neighbour_reports_one_it_is_hidden_with_reasons_and_an_objection_brings_it_back(
    browser, make, helped, ahmed, page_of, writing, desk, worker, mail
):
    fatima = make.member("Fatima")
    mine = browser(fatima)
    say(mine, helped(fatima), reach="public")
    said, visitor = only(writing, Thanks), browser()
    report = next(a["href"] for a in soup(visitor.get(page_of(fatima))).select("a[href^='/melding?over=D']"))
    told = {"category": "private_data", "explanation": "Dit is over mij.", "good_faith": "y"}
    told |= {"name": "Een buur", "email": "melder@voorbeeld.nl"}
    assert visitor.submit(report, told, button="Verstuur mijn melding").status_code == 303
    assert only(writing, Notice).content_url.endswith(f"/bedankjes/{said.reference}")
    item = only(writing, ReviewItem)
    assert KIND in words(desk.get(f"/controleren/{item.reference}"))
    reasons = {"kind": "hide", "rule": "private-data", "explanation": "Er staat iets in dat privé is."}
    desk.submit(f"/controleren/{item.reference}", reasons, button="Neem dit besluit")
    assert KIND not in visitor.get(page_of(fatima)).text
    assert browser(ahmed).get(f"/bedankjes/{said.reference}").status_code == 404
    number = only(writing, Statement).reference
    assert "Er staat iets in dat privé is." in words(mine.get(f"/bedankjes/{said.reference}"))
    worker.run_until_quiet()
    assert number in text_of(mail.last("fatima@voorbeeld.nl"))
    mine.submit(f"/besluiten/{number}/bezwaar", {"grounds": "Er staat niets privé in."})
    judge = browser(make.staff(Role.ADMINISTRATOR, "Ada", everywhere=True), second_factor=True)
    judge.submit(
        f"/bezwaren/{only(writing, Complaint).reference}", {"outcome": "reversed", "reasons": "Dat klopt, het mag."}
    )
    assert KIND in visitor.get(page_of(fatima)).text


def test_taking_back_what_waits_ends_the_wait_but_words_that_were_reported_stay_for_the_answer(
    browser, make, helped, ahmed, writing
):
    kees = make.member("Kees", trusted=False)
    mine = browser(kees)
    say(mine, helped(kees), reach="public")
    said = only(writing, Thanks)
    mine.submit(f"/bedankjes/{said.reference}", button="Neem je bedankje terug")
    assert only(writing, ReviewItem).state is ReviewState.LAPSED
    assert only(writing, Thanks).body == ""
    fatima = make.member("Fatima")
    say(browser(fatima), helped(fatima))
    with writing() as work:
        second = work.exec(select(Thanks).where(Thanks.author_id == fatima.id)).one().reference
    told = {"category": "rude", "explanation": "Dit is niet aardig bedoeld.", "good_faith": "y"}
    browser(ahmed).submit(f"/melding?over={second}", told, button="Verstuur mijn melding")
    browser(fatima).submit(f"/bedankjes/{second}", button="Neem je bedankje terug")
    with writing() as work:
        assert work.exec(select(Thanks).where(Thanks.author_id == fatima.id)).one().body == KIND


def test_a_private_one_that_asks_for_money_is_held_with_the_reason(browser, make, helped, ahmed, writing):
    fatima = make.member("Fatima")
    talk = helped(fatima)
    mine = browser(fatima)
    asks = "Bedankt! Stuur je nu nog even je pincode en je bankpas mee met de koerier van de bank?"
    answer = say(mine, talk, asks)
    if answer.status_code == 422:
        answer = mine.press(answer, button="Toch zo versturen", at=f"/gesprekken/{talk.reference}/bedanken")
    assert "wacht op een moderator" in words(mine.follow(answer))
    assert only(writing, Thanks).state is ThanksState.WAITING
    assert asks not in browser(ahmed).get(f"/gesprekken/{talk.reference}").text
