"""What the software sees, on the page: a hint before sending, a warning for the reader, help for who needs it."""

import pytest
from sqlmodel import select

from b2b.conversations.models import Conversation, Message
from b2b.moderation.models import Decision, ReviewItem, Signal
from b2b.notifications.channels.twin import text_of
from b2b.posts.models import Post
from b2b.posts.rules import PostState
from tests.client import path, soup, words
from tests.web.posts.placing import agree, begin, tell

SCAM = "Hoi, betaal eerst 1 cent via deze link, dan weet ik dat je echt bent."
THREAT = "Ik weet waar je woont. Pas maar op, ik maak je kapot."
CRISIS = "Ik wil niet meer leven. Iedereen is beter af zonder mij."
SEND = "Verstuur bericht"


@pytest.fixture
def talk(make, fatima, ahmed):
    return make.conversation(make.post(fatima), ahmed)


def address(talk):
    return f"/gesprekken/{talk.reference}"


def rows(writing, model):
    with writing() as work:
        return work.exec(select(model).order_by(model.id)).all()


def test_a_telephone_number_in_a_post_is_asked_about_and_taken_out_with_one_press(browser, fatima):
    asker = browser(fatima)
    url = begin(asker)
    answer = asker.submit(
        url, {"title": "Hulp in de tuin", "body": "Het gras is hoog. Bel 06-48213377."}, button="Volgende"
    )
    assert answer.status_code == 422
    assert "Hier staat een telefoonnummer" in words(answer)
    cleaned = asker.press(answer, button="Haal weg", at=url)
    assert "06-48213377" not in cleaned.text
    assert "Het gras is hoog. Bel." in cleaned.text
    assert asker.press(cleaned, button="Volgende", at=url).status_code == 303


def test_who_wants_to_keep_it_can_send_it_as_it_is(browser, fatima):
    asker = browser(fatima)
    url = begin(asker)
    answer = asker.submit(url, {"title": "Hulp in de tuin", "body": "Bel 06-48213377."}, button="Volgende")
    assert asker.press(answer, button="Toch zo versturen", at=url).status_code == 303


def test_what_was_agreed_to_is_not_agreed_to_for_something_else(browser, fatima):
    asker = browser(fatima)
    url = begin(asker)
    answer = asker.submit(url, {"title": "Hulp in de tuin", "body": "Bel 06-48213377."}, button="Volgende")
    again = asker.press(answer, {"body": "Mail tuin@voorbeeld.nl"}, button="Toch zo versturen", at=url)
    assert again.status_code == 422
    assert "Hier staat een e-mailadres" in words(again)


def test_a_bsn_cannot_be_sent(browser, talk, fatima, writing):
    asker = browser(fatima)
    answer = asker.submit(address(talk), {"body": "Mijn BSN is 111222333."}, button=SEND)
    assert answer.status_code == 422
    assert "burgerservicenummer" in words(answer)
    assert not soup(answer).select('button[name="toch"]')
    forced = asker.press(answer, {"toch": "personal.bsn"}, button=SEND)
    assert forced.status_code == 422
    assert all("111222333" not in said.body for said in rows(writing, Message))


def test_who_was_chosen_may_give_a_telephone_number(browser, make, fatima, ahmed):
    talk = make.conversation(make.post(fatima, state=PostState.MATCHED), ahmed, state="chosen")
    assert browser(fatima).submit(address(talk), {"body": "Bel me op 06-48213377."}, button=SEND).status_code == 303


def test_the_reader_of_a_scam_is_warned_and_can_report_it(browser, talk, ahmed, fatima):
    browser(fatima).submit(address(talk), {"body": SCAM}, button=SEND)
    reader = browser(ahmed)
    page = reader.get(address(talk))
    assert "Betaal geen cent om te laten zien wie je bent" in words(page)
    link = next(a for a in soup(page).select("main a") if "Melden: oplichting" in a.get_text())
    form = soup(reader.get(link["href"]))
    assert form.select_one('input[name="category"][value="fraud"]').has_attr("checked")
    assert "Betaal geen cent" not in words(browser(fatima).get(address(talk)))


def test_a_threat_waits_for_a_moderator_and_both_sides_read_so(
    browser, talk, ahmed, fatima, mo, mail, worker, writing
):
    writer = browser(fatima)
    page = writer.follow(writer.submit(address(talk), {"body": THREAT}, button=SEND))
    assert "Een moderator leest dit bericht eerst" in words(page)
    assert "kapot" not in words(browser(ahmed).get(address(talk)))
    worker.run_until_quiet()
    assert "Het is geen straf" in text_of(mail.last("fatima@voorbeeld.nl"))
    item = rows(writing, ReviewItem)[-1]
    desk = browser(mo, second_factor=True)
    review = desk.get(f"/controleren/{item.reference}")
    assert "Iemand bedreigt een ander." in words(review)
    assert "Niemand heeft het gemeld." in words(review) and "omdat iemand gevaar meldde" not in words(review)
    assert "Hierom gaat het" in words(review) and "Het gemelde bericht" not in words(review)
    assert rows(writing, Decision) == []


def test_a_held_message_arrives_once_a_moderator_finds_nothing_wrong(
    browser, talk, ahmed, fatima, mo, writing, mail, worker
):
    browser(fatima).submit(address(talk), {"body": THREAT}, button=SEND)
    item = rows(writing, ReviewItem)[-1]
    desk = browser(mo, second_factor=True)
    answer = desk.submit(
        f"/controleren/{item.reference}",
        {"kind": "no_action", "explanation": "Dit is een grap tussen vrienden."},
        button="Neem dit besluit",
    )
    assert answer.status_code == 303, words(answer)
    assert "Pas maar op" in words(browser(ahmed).get(address(talk)))
    worker.run_until_quiet()
    assert any(str(letter["To"]) == "ahmed@voorbeeld.nl" for letter in mail.sent)


def test_a_cry_for_help_is_sent_and_answered_with_numbers_at_once(browser, talk, ahmed, fatima, mo, writing):
    writer = browser(fatima)
    page = writer.follow(writer.submit(address(talk), {"body": CRISIS}, button=SEND))
    card = soup(page).select_one(".b2b-crisis")
    assert card.select_one('a[href="tel:113"]')
    assert card.select_one('a[href="tel:112"]')
    assert "Ik wil niet meer leven" in words(browser(ahmed).get(address(talk)))
    item = rows(writing, ReviewItem)[-1]
    assert (item.crisis, item.urgent) == (True, True)
    queue = words(browser(mo, second_factor=True).get("/controleren?toon=nood"))
    assert "Nood" in queue
    assert rows(writing, Decision) == []


def test_help_does_not_wait_for_an_answer_to_a_hint(browser, talk, fatima):
    answer = browser(fatima).submit(address(talk), {"body": f"Bel 06-48213377. {CRISIS}"}, button=SEND)
    assert answer.status_code == 422
    assert soup(answer).select_one('.b2b-crisis a[href="tel:113"]')


def test_help_is_there_before_anything_is_sent_and_without_an_account(browser):
    nobody = browser()
    url = begin(nobody)
    page = nobody.follow(nobody.submit(url, {"title": "Mijn kat", "body": CRISIS}, button="Volgende"))
    assert soup(page).select_one('.b2b-crisis a[href="tel:113"]')


def test_a_post_of_a_trusted_neighbour_that_is_held_waits_with_its_reason(browser, fatima, make, mo, writing):
    asker = browser(fatima)
    url = begin(asker)
    what = asker.submit(
        url,
        {"title": "Hulp gezocht", "body": "Liever geen Marokkanen, die zijn niet te vertrouwen."},
        button="Volgende",
    )
    where = asker.submit(
        path(what),
        {"somebody": "zelf", "neighbourhood": make.neighbourhood().slug, "place": "home"},
        button="Volgende",
    )
    agree(asker, path(where))
    assert rows(writing, Post)[-1].state is PostState.WAITING
    item = rows(writing, ReviewItem)[-1]
    assert "om hun afkomst" in words(browser(mo, second_factor=True).get(f"/controleren/{item.reference}"))


def test_an_ordinary_post_and_message_leave_no_signal(browser, fatima, make, talk, writing):
    asker = browser(fatima)
    agree(asker, tell(asker, begin(asker), make.neighbourhood()))
    asker.submit(address(talk), {"body": "Fijn! Kun je dinsdag om 14:30?"}, button=SEND)
    assert rows(writing, Signal) == []
    assert rows(writing, Post)[-1].state is PostState.OPEN
    assert rows(writing, Conversation)
