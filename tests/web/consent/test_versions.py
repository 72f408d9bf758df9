"""A text that changes: everybody reads what is different, the administrator writes it, a mail tells it."""

from datetime import timedelta

import pytest

from b2b.authz.predicates import Role
from b2b.consent import queries, service
from b2b.consent.rules import NOTICE
from b2b.consent.service import Writing
from tests.client import soup, words


@pytest.fixture
def outside(mail):
    return {"mail": mail}


@pytest.fixture
def town(make):
    return make.municipality()


@pytest.fixture
def administrator(browser, make):
    return browser(make.staff(Role.ADMINISTRATOR, "Ada", everywhere=True), second_factor=True)


@pytest.fixture
def two_versions(town, writing, clock):
    """One version that holds, and one that comes in twenty days."""
    with writing() as work:
        service.publish(work, town.id, "spelregels", "Regels", "Wees aardig.\n\n- Kom op tijd.")
        later = clock() + timedelta(days=20)
        new = Writing("Regels", "Wees aardig.\n\n- Zeg op tijd af.", "Je mag afzeggen.", True, later)
        service.write(work, town.id, "spelregels", new)
    return later


def test_everybody_reads_what_changes_and_when(browser, two_versions):
    page = browser().get("/spelregels")
    assert "Deze tekst verandert op zondag 13 december" in words(page)
    assert "Kom op tijd." in words(page)
    change = browser().get("/teksten/spelregels/versies/versie-3")
    assert "Nieuw: Zeg op tijd af." in words(change)
    assert soup(change).select_one("main ins").get_text() == "Zeg op tijd af."
    assert soup(change).select_one("main del").get_text() == "Kom op tijd."


def test_the_history_of_a_text_names_every_version(browser, two_versions):
    page = words(browser().get("/teksten/spelregels/versies"))
    for line in ("Versie 3 13 december 2026 Je mag afzeggen. Gaat gelden", "Versie 2", "Geldt nu", "Versie 1"):
        assert line in page
    assert "Nog niets veranderd" in words(browser().get("/teksten/hulp-koken/versies"))


def test_every_text_has_a_page(browser):
    overview = soup(browser().get("/teksten"))
    links = [a["href"] for a in overview.select("main a[href^='/teksten/']")]
    assert len(links) == 15
    for link in links:
        assert browser().follow(browser().get(link)).status_code == 200


@pytest.mark.parametrize(
    "url",
    ["/teksten/onzin", "/teksten/hulp-", "/teksten/spelregels/versies/versie-99", "/teksten/spelregels/versies/2"],
)
def test_what_is_no_text_is_not_there(browser, url):
    assert browser().get(url).status_code == 404


def test_an_administrator_looks_first_and_then_writes(administrator, browser, clock):
    form = administrator.get("/beheer/teksten/spelregels")
    typed = {"title": "Regels", "body": "Wees lief.", "what_changed": "Korter.", "since": ""}
    look = administrator.press(form, typed, button="Bekijk eerst", at="/beheer/teksten/spelregels")
    assert look.status_code == 200
    assert "Zo ziet het eruit" in words(look)
    assert "Nieuw: Wees lief." in words(look)
    assert "Wees lief." not in words(browser().get("/spelregels"))
    done = administrator.press(look, button="Sla deze versie op", at="/beheer/teksten/spelregels")
    assert done.status_code == 303
    assert "Wees lief." in words(browser().get("/spelregels"))


def test_a_significant_change_too_soon_is_refused_and_what_was_typed_is_kept(administrator):
    typed = {"title": "Regels", "body": "Wees lief.", "what_changed": "Korter.", "significant": "y", "step": "write"}
    page = administrator.post("/beheer/teksten/spelregels", typed)
    assert page.status_code == 422
    assert "krijgen mensen 14 dagen om te lezen" in words(page)
    assert "Wees lief." in soup(page).select_one("textarea[name=body]").get_text()


def test_a_significant_change_is_told_to_everybody_once(administrator, make, worker, mail, clock):
    make.member("Bram")
    day = (clock() + NOTICE + timedelta(days=1)).strftime("%Y-%m-%d")
    typed = {"title": "Regels", "body": "Wees lief.", "what_changed": "Korter.", "significant": "y", "since": day}
    assert administrator.post("/beheer/teksten/spelregels", {**typed, "step": "write"}).status_code == 303
    worker.run_until_quiet()
    sent = mail.to("bram@voorbeeld.nl")
    assert len(sent) == 1
    assert "Er verandert iets op" in str(sent[0]["Subject"])


def test_the_municipality_adopts_a_text_as_it_stands(administrator, town, writing):
    page = administrator.get("/beheer/teksten/spelregels")
    assert administrator.press(page, button="Stel deze tekst vast").status_code == 303
    assert "Stel deze tekst vast" not in words(administrator.get("/beheer/teksten/spelregels"))
    with writing() as work:
        assert queries.in_force(work, town.id, "spelregels").built_in is False
    assert "Van de gemeente" in words(administrator.get("/beheer/teksten"))


def test_the_municipality_says_what_is_so_about_insurance(administrator, browser):
    answers = {
        "insurance": "Iedereen is altijd verzekerd.",
        "residents": "14 030",
        "authorities": "juridisch@utrecht.example",
    }
    refused = administrator.submit("/beheer/gegevens", answers)
    assert refused.status_code == 422
    assert "Deze zin belooft te veel" in words(refused)
    honest = "Vraag de gemeente of haar verzekering ook voor jou geldt."
    assert administrator.press(refused, {"insurance": honest}, at="/beheer/gegevens").status_code == 303
    assert honest in words(browser().get("/teksten/hulp-klussen"))
    about = words(browser().get("/over-deze-site"))
    assert "Voor bewoners: 14 030" in about
    assert "juridisch@utrecht.example" in about
