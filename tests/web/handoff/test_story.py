"""A resident asks the municipality, sees every word, follows it; the desk answers."""

import pytest
from sqlmodel import select

from b2b.authz.predicates import Role
from b2b.core.audit import AuditEntry
from b2b.handoff.models import Handoff
from b2b.notifications.channels.twin import text_of
from tests.client import path, soup, words

QUESTION = "Mijn trap is gevaarlijk en ik durf niet meer naar boven."


def ask(browser, question=QUESTION, **answers):
    """Fill in the question and return the preview."""
    return browser.submit("/hulp-van-de-gemeente", {"question": question, "way": "email", **answers})


def sent(browser):
    """Ask, agree, and return the address of the handoff."""
    return path(browser.press(ask(browser), button="Ja, verstuur dit"))


def test_the_resident_sees_the_literal_text_and_nothing_is_sent_yet(browser, fatima, writing):
    preview = ask(browser(fatima))
    assert preview.status_code == 200
    for word in (QUESTION, "Fatima", "fatima@voorbeeld.nl"):
        assert word in words(preview)
    with writing() as work:
        assert work.exec(select(Handoff)).all() == []


def test_the_whole_way_from_question_to_done(browser, fatima, els, mail, worker):
    resident, desk = browser(fatima), browser(els, second_factor=True)
    address = sent(resident)
    assert "Je vraag is binnen" in words(resident.get(address))

    worker.run_until_quiet()
    to_desk = mail.last("els@voorbeeld.nl")
    assert address in text_of(to_desk)
    assert "trap" not in str(to_desk)

    assert address.rsplit("/", 1)[1] in words(desk.get("/overdrachten"))
    assert QUESTION in words(desk.get(address))
    desk.submit(address, button="Ik pak deze vraag op")
    assert "Els" in words(desk.get("/overdrachten?toon=mijn"))
    desk.submit(address, button="Ik heb de bewoner gesproken")
    done = desk.submit(address, {"note": "De traplift komt op maandag."}, button="Klaar")
    assert path(done) == "/overdrachten"

    worker.run_until_quiet()
    news = text_of(mail.last("fatima@voorbeeld.nl"))
    assert address in news
    assert "traplift" not in news  # what the desk wrote stays on the site
    page = words(resident.get(address))
    assert "Klaar" in page
    assert "De traplift komt op maandag." in page


def test_a_double_click_sends_once(browser, fatima, writing):
    resident = browser(fatima)
    preview = ask(resident)
    first = resident.press(preview, button="Ja, verstuur dit")
    second = resident.press(preview, button="Ja, verstuur dit")
    assert path(first) == path(second)
    with writing() as work:
        assert len(work.exec(select(Handoff)).all()) == 1


def test_what_was_not_shown_is_not_sent(browser, fatima, writing):
    resident = browser(fatima)
    answer = resident.press(ask(resident), {"question": "Iets heel anders"}, button="Ja, verstuur dit")
    assert answer.status_code == 409
    assert "Lees hem nog een keer" in words(answer)
    assert "Iets heel anders" in answer.text
    with writing() as work:
        assert work.exec(select(Handoff)).all() == []


def test_somebody_who_wants_to_change_something_gets_the_form_back(browser, fatima):
    resident = browser(fatima)
    form = resident.press(ask(resident), button="Ik wil iets veranderen")
    assert form.status_code == 200
    assert soup(form).select_one("textarea").get_text().strip() == QUESTION


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"question": ""}, "Schrijf op waar je hulp bij nodig hebt"),
        ({"way": ""}, "Kies hoe wij je mogen bereiken."),
        ({"way": "duif"}, "Kies hoe wij je mogen bereiken."),
        ({"way": "phone", "phone": ""}, "Vul een telefoonnummer in"),
        ({"way": "phone", "phone": "bel maar"}, "Vul een telefoonnummer in"),
        ({"question": "x" * 2001}, "Maak de tekst korter"),
    ],
)
def test_a_wrong_answer_comes_back_with_a_sentence(browser, fatima, answers, sentence):
    page = ask(browser(fatima), **{"question": QUESTION, **answers})
    assert page.status_code == 422
    assert sentence in words(page)
    assert "Not a valid" not in page.text
    assert soup(page).title.get_text().startswith("Fout")


def test_a_withdrawn_question_leaves_no_words(browser, fatima, els, writing):
    resident = browser(fatima)
    address = sent(resident)
    resident.submit(address, button="Trek mijn vraag in")
    page = words(browser(els, second_factor=True).get(address))
    assert QUESTION not in page
    assert "De bewoner heeft de vraag ingetrokken" in page
    with writing() as work:
        handoff = work.exec(select(Handoff)).one()
        assert (handoff.state, handoff.question, handoff.contact) == ("withdrawn", None, None)


def test_two_coordinators_cannot_both_claim(browser, fatima, make):
    address = sent(browser(fatima))
    first = browser(make.staff(Role.COORDINATOR, "Els"), second_factor=True)
    second = browser(make.staff(Role.COORDINATOR, "Omar"), second_factor=True)
    assert first.post(f"{address}/oppakken").status_code == 303
    assert first.post(f"{address}/oppakken").status_code == 303
    lost = second.post(f"{address}/oppakken")
    assert lost.status_code == 409
    assert "Een collega was je voor" in words(lost)


def test_others_never_see_it(browser, fatima, make):
    address = sent(browser(fatima))
    elsewhere = make.neighbourhood("BU03440111")
    assert browser(make.member("Bram")).get(address).status_code == 404
    far = browser(make.staff(Role.COORDINATOR, "Ver", at=elsewhere), second_factor=True)
    assert far.get(address).status_code == 404
    assert address not in far.get("/overdrachten").text
    assert path(browser().get(address)) == "/inloggen"


def test_the_desk_needs_the_second_step(browser, els):
    assert path(browser(els).get("/overdrachten")) == "/inloggen/tweede-stap"


def test_opening_a_question_is_written_down_and_its_owner_reads_when(browser, fatima, els, writing):
    address = sent(browser(fatima))
    assert "bekeek je vraag" not in words(browser(fatima).get(address))
    browser(els, second_factor=True).get(address)
    assert "De gemeente bekeek je vraag het laatst op maandag 23 november" in words(browser(fatima).get(address))
    with writing() as work:
        seen = work.exec(select(AuditEntry).where(AuditEntry.action == "handoff.seen")).one()
        assert seen.actor_id == els.id


def test_a_post_of_somebody_else_is_not_handed_over(browser, fatima, make):
    post = make.post(make.member("Bram"))
    assert browser(fatima).get(f"/hulp-van-de-gemeente?bericht={post.reference}").status_code == 404
    assert browser(fatima).get("/hulp-van-de-gemeente?bericht=onzin").status_code == 404


def test_ones_own_post_gives_the_words_to_start_from(browser, fatima, make):
    post = make.post(fatima, "Wie maakt mijn trap?")
    page = browser(fatima).get(f"/hulp-van-de-gemeente?bericht={post.reference}")
    assert "Wie maakt mijn trap?" in soup(page).select_one("textarea").get_text()


def test_absurd_references_do_not_exist(browser, els):
    desk = browser(els, second_factor=True)
    for absurd in ("H-0000-0000", "99999999999999999999", "H-'; DROP"):
        assert desk.get(f"/overdrachten/{absurd}").status_code == 404
