"""Who was here before is asked again: at the next page, with everything else within reach and nothing lost."""

import pytest
from sqlmodel import select

from b2b.consent import queries, service
from b2b.consent.models import Acceptance
from tests.client import path, soup, words


@pytest.fixture
def fatima(make, writing):
    fatima = make.member("Fatima")
    with writing() as work:
        for subject in ("spelregels", "privacy"):
            service.accept(work, fatima.id, service.stored(work, fatima.municipality_id, subject))
    return fatima


@pytest.fixture
def change(make, writing):
    """Let other house rules hold from now on."""

    def publish(body="Wees lief.\n\n- Groet elkaar."):
        with writing() as work:
            return service.publish(work, make.municipality().id, "spelregels", "Onze regels", body)

    return publish


@pytest.fixture
def changed(fatima, change):
    return change()


def test_the_next_visit_asks_with_an_empty_box_and_then_goes_on(browser, fatima, changed, writing):
    phone = browser(fatima)
    asked = phone.get("/gesprekken?voor=5-5")
    assert asked.status_code == 303
    page = phone.follow(asked)
    assert "Nieuw: Groet elkaar." in words(page)
    box = soup(page).select_one("input[name=terms_agreed]")
    assert box["type"] == "checkbox"
    assert not box.has_attr("checked")
    on = phone.press(page, {"terms_agreed": "y"})
    assert (on.status_code, on.headers["Location"]) == (303, "/gesprekken?voor=5-5")
    assert phone.get("/gesprekken").status_code == 200
    with writing() as work:
        row = work.exec(select(Acceptance).where(Acceptance.terms_id == changed.id)).one()
        assert (row.member_id, row.version, row.hash, row.language) == (fatima.id, 2, changed.hash, "nl")
        assert row.accepted_at == work.now()


def test_without_the_tick_the_page_asks_again(browser, fatima, changed):
    phone = browser(fatima)
    page = phone.submit("/akkoord?next=/afspraken")
    assert page.status_code == 422
    assert "zet een vinkje" in words(page)
    assert phone.get("/afspraken").status_code == 303
    assert path(phone.press(page, {"terms_agreed": "y"}, at="/akkoord")) == "/afspraken"


@pytest.mark.parametrize(
    "url",
    [
        *("/", "/spelregels", "/privacy", "/hulp-bij-gevaar", "/hulp", "/melding", "/teksten", "/buurten"),
        *("/mijn", "/mijn/gegevens", "/mijn/apparaten", "/hulp-van-de-gemeente"),
    ],
)
def test_nothing_else_is_blocked(browser, fatima, changed, url):
    page = browser(fatima).get(url)
    assert not (page.status_code == 303 and path(page) == "/akkoord")


def test_a_post_of_a_neighbour_can_still_be_read_and_the_way_out_is_open(browser, fatima, changed, make):
    post = make.post(make.member("Bram"))
    phone = browser(fatima)
    assert phone.get(f"/berichten/{post.reference}").status_code == 200
    assert path(phone.post("/uitloggen")) != "/akkoord"


def test_what_was_typed_goes_along_with_the_tick(browser, fatima, change, make):
    talk = make.conversation(make.post(fatima), make.member("Ahmed"))
    phone = browser(fatima)
    page = phone.get(f"/gesprekken/{talk.reference}")
    change()
    asked = phone.press(page, {"body": "Graag! Tien uur is goed."})
    assert asked.status_code == 409
    assert "Wat je schreef, is er nog." in words(asked)
    sent = phone.press(asked, {"terms_agreed": "y"})
    assert sent.status_code == 303
    assert "Tien uur is goed." in words(phone.follow(sent))


def test_a_part_of_a_page_that_a_script_fetches_is_not_turned_away(browser, fatima, changed, make):
    talk = make.conversation(make.post(fatima), make.member("Ahmed"))
    part = browser(fatima).client.get(f"/gesprekken/{talk.reference}", headers={"HX-Request": "true"})
    assert part.status_code == 200


def test_who_joins_later_or_agreed_before_is_not_asked(browser, make, changed, writing):
    later = make.member("Later")
    with writing() as work:
        service.accept(work, later.id, service.stored(work, later.municipality_id, "spelregels"))
    phone = browser(later)
    assert phone.get("/gesprekken").status_code == 200
    assert path(phone.get("/akkoord?next=/gesprekken")) == "/gesprekken"


def test_agreeing_to_an_older_text_is_refused(browser, fatima, changed, change):
    phone = browser(fatima)
    page = phone.get("/akkoord")
    change("Wees lief en eerlijk.")
    assert phone.press(page, {"terms_agreed": "y"}, at="/akkoord").status_code == 409
    assert path(phone.get("/gesprekken")) == "/akkoord"


def test_nobody_is_sent_to_another_site(browser, fatima, changed):
    phone = browser(fatima)
    page = phone.get("/akkoord?next=//kwaad.example")
    assert phone.press(page, {"terms_agreed": "y"}, at="/akkoord").headers["Location"] == "/"


def test_once_agreed_the_database_is_not_asked_at_each_page(browser, fatima, changed, monkeypatch):
    phone = browser(fatima)
    phone.press(phone.get("/akkoord"), {"terms_agreed": "y"}, at="/akkoord")
    assert phone.get("/gesprekken").status_code == 200
    monkeypatch.setattr(queries, "accepted_of", None)
    assert phone.get("/gesprekken").status_code == 200
