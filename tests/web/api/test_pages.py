"""Pages about the API: an administrator lets a system in, a developer reads how."""

import pytest
from sqlmodel import select

from b2b.authz.predicates import Role
from b2b.core.audit import AuditEntry
from tests.client import path, soup, words

SYSTEMS = "/beheer/systemen"


@pytest.fixture
def ada(browser, make):
    return browser(make.staff(Role.ADMINISTRATOR, "Ada", everywhere=True), second_factor=True)


def add(ada, **more):
    answers = {"name": "Zaaksysteem", "scopes": ["doorverwijzingen:lezen"], "ends_on": "2027-11-23", **more}
    return ada.submit(SYSTEMS, answers)


def test_an_administrator_lets_a_system_in_and_sees_its_secret_once(ada, app, make):
    made = add(ada)
    assert made.status_code == 303
    shown = ada.follow(made)
    client, secret = (code.text for code in soup(shown).select("main .utrecht-alert code"))
    form = {"grant_type": "client_credentials"}
    assert app.test_client().post("/api/v1/toegangstokens", data=form, auth=(client, secret)).status_code == 200
    assert secret not in ada.get(path(made)).text
    assert "Zaaksysteem" in words(ada.get(SYSTEMS))
    with make.writing() as work:
        assert work.exec(select(AuditEntry).where(AuditEntry.action == "client.made")).one().actor_id


@pytest.mark.parametrize(
    ("what", "value", "sentence"),
    [
        ("name", " ", "Vul in welk systeem het is."),
        ("ends_on", "2026-11-22", "Kies een dag vanaf vandaag"),
        ("ends_on", "2029-01-01", "Kies een dag vanaf vandaag"),
        ("scopes", ["alles"], "Kies uit de lijst."),
        ("scopes", [], "Kies minstens één ding."),
    ],
)
def test_what_cannot_be_comes_back_with_what_was_typed(ada, what, value, sentence):
    answer = add(ada, **{what: value})
    assert answer.status_code == 422
    assert sentence in words(answer)
    if what != "name":
        assert soup(answer).select_one("#name")["value"] == "Zaaksysteem"


def test_a_new_secret_ends_the_old_one_and_stopping_ends_all(ada, app):
    made = add(ada)
    client, old = (code.text for code in soup(ada.follow(made)).select("main .utrecht-alert code"))
    again = ada.press(ada.get(path(made)), button="Maak een nieuw geheim")
    _, new = (code.text for code in soup(ada.follow(again)).select("main .utrecht-alert code"))
    form = {"grant_type": "client_credentials"}
    assert [
        app.test_client().post("/api/v1/toegangstokens", data=form, auth=(client, secret)).status_code
        for secret in (old, new)
    ] == [401, 200]
    stopped = ada.press(ada.get(path(made)), button="Stop dit systeem")
    assert "kan niets meer opvragen" in words(ada.follow(stopped))
    assert app.test_client().post("/api/v1/toegangstokens", data=form, auth=(client, new)).status_code == 401
    renewed = ada.post(path(made) + "/geheim")
    assert renewed.status_code == 409


def test_a_developer_reads_how_with_addresses_that_work(browser, app):
    page = browser().get("/ontwikkelaars")
    for address in soup(page).select_one("main pre").text.split("curl ")[1:]:
        assert app.test_client().get(address.strip()).status_code == 200, address
