"""Whom a decision is about reads why and objects: signed in, suspended, or by the link of the mail."""

import re

import pytest
from sqlmodel import select

from b2b.authz.predicates import Role
from b2b.moderation import queries, service
from b2b.moderation.models import Complaint, Notice, PoliceReport, Sanction, Statement
from b2b.moderation.rules import DecisionKind, Verdict
from tests.client import path, soup, words


@pytest.fixture
def kees(make):
    return make.member("Kees")


@pytest.fixture
def ada(make):
    return make.staff(Role.ADMINISTRATOR, "Ada", everywhere=True)


@pytest.fixture
def post(make, kees):
    return make.post(kees, "Domme buren")


@pytest.fixture
def decided(writing, mo):
    def decide(item, kind, why="Je schold een buur uit."):
        with writing() as work:
            work.actor_id = mo.id
            row = queries.item(work, item.id)
            service.decide(work, row, Verdict(kind, row.version, "kind", why))
            return work.exec(select(Statement)).first()

    return decide


@pytest.fixture
def suspended(post, reported, decided, make):
    """The statement of a suspension of seven days."""
    fatima = make.member("Fatima")
    return decided(reported(post, notifier_id=fatima.id), DecisionKind.SUSPEND_7)


def link_in(message):
    body = message.get_body(preferencelist=("plain",)).get_content()
    return re.search(r"http://[^/\s]+(/besluit/\S+)", body)[1]


def test_a_suspended_person_reaches_the_reasons_and_little_else(browser, kees, suspended, post):
    mine = browser(kees)
    for address in ("/", "/mijn", "/gesprekken", "/plaatsen", "/zoeken?q=tas", f"/berichten/{post.reference}"):
        answer = mine.get(address)
        assert (answer.status_code, path(answer)) == (303, "/mijn/besluiten"), address
    refused = mine.post("/plaatsen", {"kind": "vraag"})
    assert refused.status_code == 403
    assert "Je kunt nu niet meedoen" in words(refused)
    for address in ("/mijn/besluiten", "/mijn/gegevens", "/hulp", "/hulp-bij-gevaar", "/spelregels", "/privacy"):
        assert mine.get(address).status_code == 200, address
    assert mine.submit("/mijn/besluiten", button="Log uit").status_code == 303
    assert mine.get("/mijn").status_code == 303


def test_when_it_is_over_everything_is_back_without_anybody_doing_anything(browser, kees, suspended, clock):
    mine = browser(kees)
    clock.advance(days=7)
    assert mine.get("/mijn").status_code == 200
    assert mine.get("/").status_code == 200


def test_others_do_not_find_the_posts_of_a_suspended_person(browser, make, post, suspended, writing, clock, kees):
    other = make.post(kees, "Nog een bericht van Kees")
    reader, visitor = browser(make.member("Noor")), browser()
    for person in (reader, visitor):
        assert person.get(f"/berichten/{other.reference}").status_code == 404
        assert "Nog een bericht" not in words(person.follow(person.get("/")))
        assert "Nog een bericht" not in words(person.get("/zoeken?q=bericht"))
    assert reader.get(f"/buren/{kees.reference}").status_code == 404
    clock.advance(days=7)
    assert reader.get(f"/berichten/{other.reference}").status_code == 200


def test_the_page_and_the_mail_say_everything(browser, kees, suspended, worker, mail):
    worker.run_until_quiet()
    told = mail.last("kees@voorbeeld.nl")
    body = told.get_body(preferencelist=("plain",)).get_content()
    page = words(browser(kees).get(f"/besluiten/{suspended.reference}"))
    for said in (
        "Wij hebben je bericht weggehaald",  # a
        "niet meedoen",
        "duurt tot en met maandag 30 november",
        "Op heel Buurthulp",
        "Domme buren",  # b
        "maandag 23 november",
        "Iemand heeft dit bij ons gemeld",
        "Een mens heeft dit bekeken",  # c
        "Wees aardig",  # e
        "Je schold een buur uit.",
        "bezwaar",  # f
        "geschilcommissie",
        "rechter",
        "zondag 23 mei",
    ):
        assert said in " ".join(body.split()), said
        assert said in page, said
    assert "Fatima" not in body + page
    assert "Mo" not in re.findall(r"\w+", body + page)


def test_by_the_link_in_the_mail_one_objects_without_signing_in(browser, kees, suspended, worker, mail, writing):
    worker.run_until_quiet()
    link = link_in(mail.last("kees@voorbeeld.nl"))
    visitor = browser()
    page = visitor.get(link)
    assert page.headers["Cache-Control"] == "no-store"
    assert "Waarom dit besluit?" in words(page)
    empty = visitor.submit(f"{link}/bezwaar", {"grounds": " "})
    assert empty.status_code == 422
    sent = visitor.submit(f"{link}/bezwaar", {"grounds": "Het was een grap."})
    assert "Je bezwaar is binnen" in words(visitor.follow(sent))
    worker.run_until_quiet()
    assert "We hebben je bezwaar" in str(mail.last("kees@voorbeeld.nl")["Subject"])
    with writing() as work:
        assert work.exec(select(Complaint)).one().complainant_id == kees.id


def test_a_link_opens_nothing_else_and_can_be_taken_back(browser, kees, suspended, worker, mail, clock):
    worker.run_until_quiet()
    link, visitor = link_in(mail.last("kees@voorbeeld.nl")), browser()
    assert visitor.get(link[:-3] + "xyz").status_code == 410
    assert visitor.get("/mijn/besluiten").status_code == 303
    browser(kees).submit(f"/besluiten/{suspended.reference}", button="Maak de link ongeldig")
    assert visitor.get(link).status_code == 410
    assert visitor.get(f"{link}/bezwaar").status_code == 410


def test_a_link_ends_with_the_term(browser, kees, suspended, worker, mail, clock):
    worker.run_until_quiet()
    link = link_in(mail.last("kees@voorbeeld.nl"))
    clock.moment = suspended.complaint_until
    assert browser().get(link).status_code == 410


def test_nobody_else_reads_somebodys_reasons(browser, suspended, mo, ada, make):
    for person in (make.member("Noor"), mo, ada):
        answer = browser(person, second_factor=True).get(f"/besluiten/{suspended.reference}")
        assert answer.status_code == 404
    assert browser().get(f"/besluiten/{suspended.reference}").status_code == 303


def test_who_had_no_part_judges_and_everything_comes_back(
    browser, kees, mo, ada, suspended, writing, post, worker, mail
):
    mine = browser(kees)
    mine.submit(f"/besluiten/{suspended.reference}/bezwaar", {"grounds": "Het was een grap."})
    with writing() as work:
        complaint = work.exec(select(Complaint)).one()
    address = f"/bezwaren/{complaint.reference}"
    first = browser(mo, second_factor=True)
    assert first.get(address).status_code == 404
    assert complaint.reference not in words(first.get("/bezwaren"))
    desk = browser(ada, second_factor=True)
    assert complaint.reference in words(desk.get("/bezwaren"))
    page = desk.get(address)
    assert "Het was een grap." in words(page)
    assert "Je schold een buur uit." in words(page)
    assert desk.submit(address, {"outcome": "partly", "reasons": "Deels."}).status_code == 422
    assert desk.submit(address, {"outcome": "upheld", "reasons": " "}).status_code == 422
    done = desk.submit(address, {"outcome": "reversed", "reasons": "Het was een grap onder vrienden."})
    assert done.status_code == 303
    assert "Ada besloot" in words(desk.get(address))
    assert mine.get("/mijn").status_code == 200
    assert browser().get(f"/berichten/{post.reference}").status_code == 200
    assert "grap onder vrienden" in words(mine.get(f"/besluiten/{suspended.reference}"))
    worker.run_until_quiet()
    assert "Antwoord op je bezwaar" in str(mail.last("kees@voorbeeld.nl")["Subject"])
    assert "opnieuw gekeken" in str(mail.last("fatima@voorbeeld.nl")["Subject"])


def test_who_reported_objects_from_the_receipt(browser, post, reported, decided, ada, writing):
    item = reported(post, email="buur@voorbeeld.nl")
    with writing() as work:
        notice = work.exec(select(Notice)).one()
    visitor = browser()
    assert visitor.get(f"/melding/{notice.reference}/bezwaar").status_code == 409
    decided(item, DecisionKind.NO_ACTION)
    assert "Maak bezwaar" in words(visitor.get(f"/melding/{notice.reference}"))
    sent = visitor.submit(f"/melding/{notice.reference}/bezwaar", {"grounds": "Het is wel gemeen."})
    assert "Je bezwaar is binnen" in words(visitor.follow(sent))


def test_the_desk_says_what_each_measure_does_and_what_the_ladder_advises(desk, post, reported):
    item = reported(post)
    page = desk.get(f"/controleren/{item.reference}")
    said = words(page)
    for sentence in ("7 dagen niet meedoen", "op elk apparaat", "24 maanden op de lijst", "Advies van de site"):
        assert sentence in said
    assert "nog geen waarschuwing" in said
    assert len(soup(page).select("input[name=kind]")) == 7


def test_the_police_was_told_and_that_is_written_down(desk, post, reported, writing, clock):
    item = reported(post)
    address = f"/controleren/{item.reference}/politie"
    told = {"to_whom": "Politie Utrecht", "what": "Er is bedreigd.", "day": "2026-11-23", "time": "09:30"}
    assert desk.submit(address, told | {"day": "2026-11-24"}).status_code == 422
    assert desk.submit(address, told | {"to_whom": ""}).status_code == 422
    assert "Politie Utrecht" in words(desk.follow(desk.submit(address, told)))
    with writing() as work:
        report = work.exec(select(PoliceReport)).one()
        assert report.what == "Er is bedreigd."


def test_pointing_to_the_coordinator_sends_a_mail_and_passes_nothing_on(desk, post, reported, worker, mail):
    item = reported(post)
    desk.submit(f"/controleren/{item.reference}", button="Wijs op de buurtregisseur")
    worker.run_until_quiet()
    body = mail.last("kees@voorbeeld.nl").get_body(preferencelist=("plain",)).get_content()
    assert "Er is nog niets doorgegeven" in body
    assert f"/hulp-van-de-gemeente?bericht={post.reference}" in body


def test_an_administrator_looks_again_at_an_ended_account(browser, ada, post, reported, decided, writing):
    decided(reported(post), DecisionKind.END)
    desk = browser(ada, second_factor=True)
    page = desk.get("/beheer/maatregelen")
    assert "Account van Kees" in words(page)
    assert "gestopt op" in words(page)
    wrong = desk.press(page, {"answer": "", "reasons": ""}, button="Bewaar")
    assert wrong.status_code == 422
    done = desk.press(page, {"answer": "nee", "reasons": "Het is lang geleden."}, button="Bewaar")
    assert done.status_code == 303
    with writing() as work:
        assert work.exec(select(Sanction)).one().state == "lifted"
