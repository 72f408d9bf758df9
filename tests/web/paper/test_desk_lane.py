"""From a name at the desk to help that was given: staff act as the person says, and nothing reaches nobody."""

import re

import pytest
from sqlmodel import col, select

from b2b.accounts.models import Member
from b2b.agreements.models import Agreement
from b2b.agreements.rules import AgreementState
from b2b.authz.predicates import Role
from b2b.consent.models import Acceptance
from b2b.conversations import service as talking
from b2b.conversations.rules import Answer, ResponseKind
from b2b.core.audit import AuditEntry
from b2b.core.ids import new_reference
from b2b.notifications.models import Notification
from b2b.notifications.rules.news import Channel
from b2b.paper.models import PaperCall, PaperPerson
from b2b.paper.service import purge
from b2b.posts.models import Post
from b2b.posts.rules import PostState
from tests.client import path, words


@pytest.fixture
def one(writing):
    """Read the only row of a table, as it is now."""

    def read(model):
        with writing() as work:
            return work.exec(select(model)).one()

    return read


@pytest.fixture
def answered(write_down, ask, make, writing):
    """Rob can help Mevrouw De Wit: return her, her post and the conversation."""
    person = write_down()
    post = ask(person)
    rob = make.member("Rob")
    said = Answer(ResponseKind.YES, "Ik ga donderdag toch naar de winkel.", new_reference("O"))
    with writing() as work:
        talk = talking.answer(work, work.get(Post, post.id), rob.id, said)
    return person, post, talk, rob


def test_somebody_without_an_address_is_made_once_with_a_yes_and_a_sealed_number(desk, hood, writing, karin):
    form = {
        "first_name": "Mevrouw De Wit",
        "neighbourhood": hood.slug,
        "phone": "+31 6 12345678",
        "once": "O-1111-1111",
    }
    refused = desk.post("/balie/nieuw", form)
    assert refused.status_code == 422
    assert "Zonder ja maak je geen account" in words(refused)
    yes = {"wants": "y", "house_rules": "y", "sixteen": "y"}
    first, again = (desk.post("/balie/nieuw", {**form, **yes}) for _ in range(2))
    assert path(first) == path(again)
    with writing() as work:
        person = work.exec(select(PaperPerson)).one()
        member = work.get(Member, person.member_id)
        assert (member.email, member.email_key, person.made_by_id) == (None, None, karin.id)
        assert person.phone == "0612345678"
        raw = work.connection().exec_driver_sql("SELECT phone FROM paper_people").scalar_one()
        assert b"12345678" not in bytes(raw)
        assert len(work.exec(select(Acceptance).where(Acceptance.member_id == member.id)).all()) == 2


def test_what_cannot_be_mailed_waits_at_the_desk_until_it_is_told(answered, desk, worker, mail, writing, browser):
    person, post, _, rob = answered
    worker.run_until_quiet()
    with writing() as work:
        waiting = work.exec(select(Notification).where(Notification.member_id == person.id)).all()
        assert waiting
        assert {one.channel for one in waiting} == {Channel.SITE}
    lane = words(desk.get("/balie"))
    assert "Mevrouw De Wit" in lane
    assert "nieuw sinds" in lane
    page = words(desk.get(f"/balie/{person.reference}"))
    assert "Rob" in page
    assert "Ik ga donderdag toch naar de winkel." in page
    url = f"/balie/{person.reference}/gesproken"
    desk.post(url, {"outcome": "no_answer", "once": "O-2222-2222"})
    assert "nieuw sinds" in words(desk.get("/balie"))
    assert desk.post(url, {"outcome": "vanzelf"}).status_code == 422
    for _ in range(2):
        desk.post(url, {"outcome": "spoke", "note": "Belt liever na 14 uur.", "once": "O-3333-3333"})
    told = words(desk.get("/balie"))
    assert "Niets nieuws" in told
    assert "Gesproken" in told
    with writing() as work:
        assert len(work.exec(select(PaperCall)).all()) == 2
    assert "Een medewerker leest je antwoord" in words(browser(rob).get(f"/berichten/{post.reference}"))


def test_the_desk_chooses_agrees_gives_the_address_and_looks_back(
    answered, desk, browser, clock, worker, mail, one, writing, karin
):
    person, post, talk, rob = answered
    at = f"/balie/{person.reference}/gesprekken/{talk.reference}"
    chosen = desk.submit(f"{at}/kiezen", {"agreed": "y"})
    assert path(chosen) == at
    moment = {"day": "2026-11-26", "time": "10:00", "place": "Bij mij thuis"}
    desk.submit(f"{at}/afspraak", moment)
    agreement = one(Agreement)
    meeting = f"/balie/{person.reference}/afspraken/{agreement.reference}"
    browser(rob).submit(f"/afspraken/{agreement.reference}", {"agreed": "y"}, button="Ja, dat is goed")
    desk.submit(f"{meeting}/adres", {"address": "Dreef 12"})
    desk.submit(at, {"body": "Tot donderdag!"}, button="Geef door")
    assert "Tot donderdag!" in words(browser(rob).get(f"/gesprekken/{talk.reference}"))
    assert desk.get(f"{meeting}/terugblik").status_code == 409
    clock.advance(days=4)
    later = browser(karin, second_factor=True)  # staff sign in each day
    later.submit(f"{meeting}/terugblik", {"happened": "yes", "helped": "yes"})
    assert one(Post).state is PostState.FULFILLED
    worker.run_until_quiet()
    assert {sent["To"] for sent in mail.sent} <= {rob.email, "karin@voorbeeld.nl"}
    with writing() as work:
        acts = work.exec(select(AuditEntry).where(col(AuditEntry.action).startswith("paper."))).all()
    said = {act.action: act.detail["on_behalf_of"] for act in acts if "on_behalf_of" in act.detail}
    assert said.keys() >= {"paper.asked", "paper.chose", "paper.proposed", "paper.gave_address", "paper.looked_back"}
    assert set(said.values()) == {person.id}


def test_a_moment_that_a_helper_proposes_is_answered_by_telephone(answered, desk, browser, one):
    person, _, talk, rob = answered
    desk.submit(f"/balie/{person.reference}/gesprekken/{talk.reference}/kiezen", {"agreed": "y"})
    moment = {"day": "2026-11-26", "time": "10:00", "place": "Bij jou thuis", "agreed": "y"}
    browser(rob).submit(f"/gesprekken/{talk.reference}/afspraak", moment)
    at = f"/balie/{person.reference}/gesprekken/{talk.reference}"
    assert "Vraag de bewoner of het kan" in words(desk.get(at))
    desk.submit(at, button="Ja, dat is goed")
    assert one(Agreement).state is AgreementState.AGREED
    desk.submit(at, button="Zeg de afspraak af")
    assert one(Agreement).state is AgreementState.CANCELLED


def test_the_card_lets_somebody_in_once_to_add_an_address(write_down, ask, desk, browser, writing, worker, mail):
    person = write_down()
    post = ask(person, placed=False)
    at = f"/balie/{person.reference}/vragen/{post.reference}/kaart"
    assert post.reference in words(desk.get(at))
    assert "Zelf inloggen" not in words(desk.get(at))
    desk.submit(at, button="Maak een code")
    code = re.search(r"Code ([0-9A-Z]{4} [0-9A-Z]{4})", words(desk.get(at)))[1]
    other = browser()
    assert other.post("/inloggen/kaart", {"card": person.reference, "code": "0000 0000"}).status_code == 422
    assert other.post("/inloggen/kaart", {"card": "B-0000-0000", "code": code}).status_code == 422
    assert other.post("/inloggen/kaart", {"card": "kaart", "code": "kort"}).status_code == 422
    assert person.reference in other.get(f"/inloggen/kaart?kaart={person.reference}").text
    entered = other.submit("/inloggen/kaart", {"card": person.reference.lower(), "code": code.lower()})
    assert path(entered) == "/mijn/gegevens/e-mailadres"
    assert browser().post("/inloggen/kaart", {"card": person.reference, "code": code}).status_code == 422
    other.submit(path(entered), {"email": "dewit@voorbeeld.nl"})
    worker.run_until_quiet()
    digits = re.search(
        r"\d{3} \d{3}", mail.last("dewit@voorbeeld.nl")["Subject"] + mail.last("dewit@voorbeeld.nl").as_string()
    )
    other.submit("/mijn/gegevens/e-mailadres/code", {"code": digits[0]})
    assert "dewit@voorbeeld.nl" in words(other.get("/mijn/gegevens"))
    assert desk.get(f"/balie/{person.reference}").status_code == 404
    with writing() as work:
        while purge(work):
            pass
        assert work.exec(select(PaperPerson)).one().phone is None


def test_a_code_ends_after_five_tries_and_after_two_weeks(write_down, ask, desk, browser, clock):
    person = write_down()
    at = f"/balie/{person.reference}/vragen/{ask(person, placed=False).reference}/kaart"
    for spoil in (
        lambda: [
            browser().post("/inloggen/kaart", {"card": person.reference, "code": "0000 0000"}) for _ in range(5)
        ],
        lambda: clock.advance(days=15),
    ):
        desk.post(at)
        code = re.search(r"Code ([0-9A-Z]{4} [0-9A-Z]{4})", words(desk.get(at)))[1]
        spoil()
        assert browser().post("/inloggen/kaart", {"card": person.reference, "code": code}).status_code == 422


def test_only_staff_of_the_place_serve_and_only_who_has_no_address(write_down, make, browser, desk):
    person, henk = write_down(), make.member("Henk")
    beside = make.staff(Role.COORDINATOR, "Peter", at=make.neighbourhood("BU03440332"))
    url = f"/balie/{person.reference}"
    assert browser(beside, second_factor=True).get(url).status_code == 404
    assert browser(henk).get(url).status_code == 404
    assert desk.get(f"/balie/{henk.reference}").status_code == 404
    post = make.post(henk)
    assert desk.get(f"{url}/vragen/{post.reference}/kaart").status_code == 404
    talk = make.conversation(post, make.member("Rob"))
    assert desk.get(f"{url}/gesprekken/{talk.reference}").status_code == 404
    assert desk.post(f"{url}/vragen/{post.reference}/stoppen").status_code == 404
    elsewhere = browser(beside, second_factor=True).post(
        "/balie/nieuw",
        {
            "first_name": "Jo",
            "neighbourhood": make.neighbourhood().slug,
            "wants": "y",
            "house_rules": "y",
            "sixteen": "y",
        },
    )
    assert "Kies een buurt waar jij voor werkt" in words(elsewhere)


def test_the_number_is_shown_on_demand_noted_and_erased_a_month_after_the_last_of_it(
    write_down, desk, clock, writing
):
    person = write_down()
    url = f"/balie/{person.reference}"
    assert "06 12 34 56 78" not in words(desk.get(url))
    assert "06 12 34 56 78" in words(desk.submit(url, button="Toon het telefoonnummer"))
    assert desk.post(f"{url}/telefoonnummer", {"phone": "bel maar"}).status_code == 422
    with writing() as work:
        assert work.exec(select(AuditEntry).where(AuditEntry.action == "paper.phone_shown")).one()
        assert purge(work) == 0
    clock.advance(days=31)
    with writing() as work:
        assert purge(work) == 1
        assert work.exec(select(PaperPerson)).one().phone is None


def test_what_neighbours_must_not_do_is_not_written_down(write_down, desk):
    person = write_down()
    at = desk.submit(f"/balie/{person.reference}/vraag", {"category": "boodschappen"}).headers["Location"]
    page = desk.submit(
        at, {"task": "pinnen", "title": "Geld halen", "body": "Met mijn pas.", "place": "home", "agreed": "y"}
    )
    assert page.status_code == 422
    assert "Met mijn pas." in page.text


def test_the_sheet_names_nobody_and_only_what_everybody_may_read(make, browser, hood):
    fatima = make.member("Fatima")
    shown = make.post(fatima, "Wie haalt mijn medicijnen op?")
    hidden = [
        make.post(fatima, "Stil", quiet=True),
        make.post(fatima, "Alleen voor buren", for_neighbours=True),
        make.post(fatima, "Al geholpen", state=PostState.MATCHED),
    ]
    page = browser().get(f"/buurten/{hood.slug}/prikbord")
    assert shown.reference in words(page)
    assert "23 november 2026" in words(page)
    assert "Fatima" not in page.text
    assert not any(post.title in page.text for post in hidden)
    assert browser().get("/buurten/nergens/prikbord").status_code == 404
