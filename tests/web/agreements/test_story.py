"""Two neighbours make an appointment, give an address, meet, and say how it went; as they live it."""

import re

from sqlmodel import select

from b2b.agreements.models import Outcome
from b2b.notifications.channels.twin import text_of
from tests.client import path, soup, words
from tests.web.agreements.conftest import MOMENT, THURSDAY

ADDRESS = "Kanariepietdreef 4711, tweede bel"


def test_from_a_proposal_to_thank_you(asker, helper, talk, form, clock, worker, mail, browser, make):
    conversation = f"/gesprekken/{talk.reference}"
    assert "Maak een afspraak" in words(helper.get(conversation))
    place = path(helper.submit(form, MOMENT))
    assert "Wacht op antwoord van Fatima" in words(helper.get(place))

    page = words(asker.get(place))
    assert "donderdag 26 november om 10.30 uur" in page
    assert "Kun jij dan?" in page
    assert "De afspraak staat vast" in words(asker.follow(asker.submit(place, button="Ja, dat is goed")))
    assert "Afgesproken donderdag 26 november om 10.30 uur" in words(helper.get(conversation))

    assert "nog geen adres gegeven" in words(helper.get(place))
    given = asker.submit(f"{place}/adres", {"address": ADDRESS})
    assert "Ahmed heeft je adres nog niet bekeken" in words(asker.follow(given))
    closed = helper.get(place)
    assert ADDRESS not in closed.text
    shown = helper.follow(helper.press(closed, button="Laat adres zien"))
    assert ADDRESS in words(shown)
    assert "Gezien door Ahmed op maandag 23 november" in words(asker.get(place))
    stranger = browser(make.member("Ria"))
    assert stranger.get(place).status_code == 404
    assert stranger.post(f"{place}/adres-tonen").status_code == 404

    clock.moment = THURSDAY
    clock.advance(hours=3)
    worker.run_until_quiet()
    link = re.search(r"http://localhost(/afspraken/terugblik/\S+)", text_of(mail.last("ahmed@voorbeeld.nl")))[1]
    nobody = browser()
    question = nobody.get(link)
    assert "Is het gelukt met Fatima?" in words(question)
    helped = nobody.follow(nobody.press(question, button="Ja, het is gelukt", at=link))
    assert "Heeft het geholpen?" in words(helped)
    thanks = nobody.follow(nobody.press(helped, button="Ja, het hielp", at=link))
    assert "Dank je wel" in words(thanks)
    assert "Je zei: Ja, het is gelukt." in words(thanks)

    assert "Gelukt" in words(asker.get(place))
    assert "sluit vanzelf op donderdag 3 december" in words(asker.get(conversation))

    clock.advance(days=1)
    worker.run_until_quiet()
    assert "Het adres is gewist" in words(asker.get(place))
    assert ADDRESS not in helper.get(place).text
    clock.advance(days=7)
    worker.run_until_quiet()
    assert "Dit gesprek is gesloten" in words(asker.get(conversation))


def test_nobody_came_and_the_request_is_open_again(asker, agreed, talk, clock):
    clock.moment = THURSDAY
    question = asker.follow(asker.get(f"{agreed}/terugblik"))
    answer = asker.follow(asker.press(question, button="Er is niemand gekomen", at=f"{agreed}/terugblik"))
    assert "Je bericht staat weer open en is nu dringend" in words(answer)
    assert "Kies Ahmed" in words(asker.get(f"/gesprekken/{talk.reference}"))


def test_an_answer_can_be_changed(asker, agreed, clock):
    clock.moment = THURSDAY
    url = f"{agreed}/terugblik"
    asker.submit(url, button="Er is niemand gekomen")
    again = soup(asker.get(url)).select_one('main a[href*="opnieuw"]')["href"]
    asker.press(asker.get(again), button="Ja, het is gelukt", at=url)
    assert "Heeft het geholpen?" in words(asker.get(url))


def test_who_was_helped_may_say_what_it_was_worth_and_whom_else_they_had_asked(asker, helper, agreed, clock, writing):
    clock.moment = THURSDAY
    url = f"{agreed}/terugblik"
    for button in ("Ja, het is gelukt", "Ja, het hielp", "Veel", "De gemeente"):
        asker.submit(url, button=button)
    for button in ("Ja, het is gelukt", "Een beetje", "Niet veel"):
        helper.submit(url, button=button)
    assert "Wil je nog iets vertellen?" not in words(asker.get(url)) + words(helper.get(url))
    with writing() as work:
        said = list(work.exec(select(Outcome).order_by(Outcome.id)))
    assert [(one.worth, one.otherwise) for one in said] == [("much", "municipality"), ("little", None)]
    asker.press(asker.get(f"{url}?opnieuw=1"), button="Er is niemand gekomen", at=url)
    with writing() as work:
        assert work.exec(select(Outcome).order_by(Outcome.id)).first().worth is None


def test_a_change_of_moment_starts_from_what_was_agreed(asker, helper, agreed, form):
    page = soup(asker.get(form))
    assert page.select_one("input[name=day]")["value"] == "2026-11-26"
    assert page.select_one("input[name=time]")["value"] == "10:30"
    changed = path(asker.submit(form, {"time": "14:00"}))
    assert "gaat niet door" in words(helper.get(agreed))
    assert "donderdag 26 november om 14.00 uur" in words(helper.get(changed))


def test_a_proposal_can_be_declined_and_taken_back(asker, helper, proposed, form):
    asker.submit(f"{proposed}/afwijzen", button="Wijs dit moment af")
    assert "Deze afspraak gaat niet door" in words(helper.get(proposed))
    again = path(helper.submit(form, MOMENT))
    helper.submit(f"{again}/afzeggen", button="Trek het voorstel in")
    assert "Deze afspraak gaat niet door" in words(asker.get(again))


def test_an_appointment_is_called_off_after_a_page_that_says_what_it_means(asker, helper, agreed):
    assert "Is er een adres gegeven? Dat wissen wij meteen." in words(helper.get(f"{agreed}/afzeggen"))
    refused = helper.submit(f"{agreed}/afzeggen", {"why": "onzin"}, button="Zeg de afspraak af")
    assert refused.status_code == 422
    assert "Kies waarom" in words(refused)
    helper.submit(f"{agreed}/afzeggen", button="Zeg de afspraak af")
    seen = words(asker.get(agreed))
    assert "Afgezegd" in seen
    assert "De reden" not in seen, "not to say it is a choice too"


def test_the_other_reads_why_it_was_called_off(asker, helper, agreed, worker, mail):
    asker.submit(f"{agreed}/afzeggen", {"why": "not_needed"}, button="Zeg de afspraak af")
    assert 'De reden: "Het is niet meer nodig".' in words(helper.get(agreed))
    worker.run_until_quiet()
    assert 'Fatima zegt erbij: "Het is niet meer nodig".' in text_of(mail.last("ahmed@voorbeeld.nl"))
    assert "zegt erbij" not in text_of(mail.last("fatima@voorbeeld.nl"))


def test_the_appointment_comes_as_a_file_without_the_address(asker, helper, agreed):
    asker.submit(f"{agreed}/adres", {"address": ADDRESS})
    file = helper.get(f"{agreed}/agenda.ics")
    assert file.mimetype == "text/calendar"
    assert "attachment" in file.headers["Content-Disposition"]
    assert "DTSTART:20261126T093000Z" in file.text
    assert "Kanariepiet" not in file.text


def test_the_list_shows_what_is_coming_and_what_was(asker, helper, agreed, clock):
    assert "Binnenkort" in words(asker.get("/afspraken"))
    clock.moment = THURSDAY
    page = words(asker.get("/afspraken"))
    assert "Eerder" in page
    assert "Binnenkort" not in page


def test_the_asker_takes_the_address_back(asker, helper, agreed):
    asker.submit(f"{agreed}/adres", {"address": ADDRESS})
    asker.submit(agreed, button="Wis mijn adres nu")
    assert "Laat adres zien" not in words(helper.get(agreed))
