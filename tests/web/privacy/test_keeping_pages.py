"""What is kept, on pages: the register, the terms, the cookies, and where weak spots are reported."""

import csv
import io
from datetime import timedelta

import pytest

from b2b.authz.predicates import Role
from b2b.municipalities import queries as places
from b2b.municipalities import service as towns
from b2b.privacy.rules.cookies import COOKIES, name_of
from b2b.privacy.rules.register import HEADINGS, subjects
from b2b.privacy.rules.retention import RETENTION
from b2b.privacy.rules.tables import MAP
from tests.client import words


@pytest.fixture
def nadia(make):
    return make.staff(Role.ADMINISTRATOR, "Nadia", everywhere=True)


@pytest.fixture
def administrator(browser, nadia):
    return browser(nadia, second_factor=True)


def test_the_privacy_page_names_all_that_is_kept_of_people(browser):
    said = words(browser().get("/privacy"))
    for subject in subjects(personal=True):
        assert subject.title in said
        for table in subject.tables:
            assert table.about[1:] in said
    assert "woorden van een bericht: 90 dagen na het sluiten" in said
    assert "zolang je meedoet; daarna gewist" in said


def test_the_register_and_its_sheet_hold_every_column(administrator):
    page = words(administrator.get("/beheer/verwerkingen"))
    sheet = administrator.client.get("/beheer/verwerkingen.csv")
    heading, *lines = csv.reader(io.StringIO(sheet.text.removeprefix("\ufeff")), delimiter=";")
    assert tuple(heading) == HEADINGS
    assert {(line[1], line[2]) for line in lines} == {
        (table.name, column) for table in MAP.values() for column in table.columns
    }
    assert all(f"({name})" in page for name in MAP)


def test_a_municipality_chooses_how_long_within_bounds(administrator, worker, make, writing):
    url = "/beheer/bewaartermijnen"
    assert administrator.submit(url, {"post": "60"}).status_code == 303
    assert "60 dagen na het sluiten" in words(administrator.get(url))
    assert "60 dagen na het sluiten" in words(administrator.get("/privacy"))
    refused = administrator.submit(url, {"conversation": "89"})
    assert refused.status_code == 422
    assert "Vul een heel getal van 90 tot 730 in." in words(refused)
    assert 'value="89"' in refused.text
    every = [term for term in RETENTION.values() if term.setting]
    outside = administrator.submit(url, {term.code: str(term.most + 1) for term in every})
    for term in every:
        assert f"Vul een heel getal van {term.least} tot {term.most} in." in words(outside)
    with writing() as work:
        chosen = places.settings(work, make.municipality().id)
    assert (chosen["keep.post"], chosen.get("keep.conversation")) == (60, None)


def test_the_page_of_terms_tells_when_and_how_much_was_forgotten(administrator, browser, nadia, worker, make, clock):
    make.post(make.member("Ada"), state="withdrawn", closed_at=clock() - timedelta(days=91))
    assert "1 regel" not in words(administrator.get("/beheer/bewaartermijnen"))
    clock.advance(hours=18)  # until the next night
    worker.run_until_quiet()
    said = words(browser(nadia, second_factor=True).get("/beheer/bewaartermijnen"))
    assert "1 regel, dinsdag 24 november" in said


def test_weak_spots_have_an_address_for_almost_a_year(administrator, browser, clock):
    anybody = browser().client
    assert anybody.get("/.well-known/security.txt").status_code == 404
    assert anybody.get("/health/ready").json["security_txt_missing"] == 2  # of two municipalities
    assert "Nergens staat waar iemand een zwakke plek meldt" in words(administrator.get("/beheer/taken"))
    assert administrator.submit("/beheer/beveiliging", {"contact": "geen adres"}).status_code == 422
    assert administrator.submit("/beheer/beveiliging", {"contact": "veilig@gemeente.example"}).status_code == 303
    answer = anybody.get("/.well-known/security.txt")
    assert answer.content_type == "text/plain; charset=utf-8"
    last = (clock() + timedelta(days=364)).date()
    assert answer.text.splitlines() == [
        "Contact: mailto:veilig@gemeente.example",
        f"Expires: {last}T23:59:59Z",
        "Preferred-Languages: nl, en",
        "Canonical: http://localhost/.well-known/security.txt",
    ]
    assert anybody.get("/health/ready").json["security_txt_missing"] == 1
    assert "Nergens staat" not in words(administrator.get("/beheer/taken"))


def test_the_operator_hears_in_time_that_the_address_runs_out(administrator, browser, writing, make, clock):
    town = make.municipality().id
    for days, stands, sentence in ((20, "soon", "Bevestig het adres"), (-1, "over", "geldt niet meer")):
        until = (clock() + timedelta(days=days)).date().isoformat()
        with writing() as work:
            towns.choose(work, town, "security.contact", "mailto:veilig@gemeente.example")
            towns.choose(work, town, "security.until", until)
        health = browser().client.get("/health/ready")
        assert (health.status_code, health.json[f"security_txt_{stands}"]) == (200, 1)
        assert sentence in words(administrator.get("/beheer/taken"))


def test_every_cookie_that_a_browser_gets_is_on_the_page(app, browser, make):
    said = words(browser().get("/cookies"))
    named = {name_of(cookie, https=False) for cookie in COOKIES}
    assert all(name in said for name in named)
    somebody = browser(make.member("Ada"))
    for visitor, url, answers in (
        (browser(), "/inloggen", {"email": "ada@voorbeeld.nl"}),
        (somebody, "/uitloggen", {}),
    ):
        answer = visitor.post(url, answers)
        assert answer.status_code < 400
        assert {line.partition("=")[0] for line in answer.headers.getlist("Set-Cookie")} <= named
    assert {cookie.key for cookie in somebody.client._cookies.values()} <= named
