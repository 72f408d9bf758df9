"""The register on its pages: filled, weighed, reported; incidents told without names, and dealt with."""

import csv
import io

import pytest

from b2b.authz.predicates import Role
from b2b.risks import queries, service
from b2b.risks.builtin import BUILT_IN
from tests.client import path, soup, words


@pytest.fixture
def town(make):
    return make.municipality()


@pytest.fixture
def filled(town, writing):
    with writing() as work:
        service.fill(work, town.id)
        return {risk.code: risk.reference for risk in queries.register(work, town.id)}


@pytest.fixture
def administrator(browser, make):
    return browser(make.staff(Role.ADMINISTRATOR, "Ada", everywhere=True), second_factor=True)


@pytest.fixture
def moderator(browser, make):
    return browser(make.staff(Role.MODERATOR, "Mo"), second_factor=True)


@pytest.fixture
def coordinator(browser, make):
    return browser(make.staff(Role.COORDINATOR, "Els"), second_factor=True)


def told(**more):
    return {"happened_on": "2026-11-20", "what": "Een helper vroeg om de pinpas.", **more}


def test_an_administrator_fills_the_register_with_one_button(administrator):
    page = administrator.get("/risicos")
    assert f"Het programma kent nog {len(BUILT_IN)} risico’s" in words(page)
    assert administrator.press(page, form="form[action='/risicos/aanvullen']").status_code == 303
    filled = words(administrator.get("/risicos"))
    assert "Een onbekende komt binnen bij iemand die kwetsbaar is" in filled
    assert "Het programma kent nog" not in filled


def test_a_risk_is_weighed_and_two_who_weigh_do_not_overwrite_each_other(administrator, filled):
    url = f"/risicos/{filled['scam-in-private']}/wegen"
    first, second = administrator.get(url), administrator.get(url)
    assert administrator.press(first, {"likelihood": "2", "owner": "Karin"}, at=url).status_code == 303
    assert "Karin" in words(administrator.get(f"/risicos/{filled['scam-in-private']}"))
    late = administrator.press(second, {"owner": "Peter"}, at=url)
    assert late.status_code == 409
    assert soup(late).select_one("input[name=owner]")["value"] == "Peter"
    assert administrator.press(late, at=url).status_code == 303


def test_a_municipality_adds_a_risk_of_its_own(administrator):
    answers = {"title": "Drukte bij de flat", "likelihood": "3", "effect": "2", "measure": "Spreiden over de dag."}
    made = administrator.submit("/risicos/nieuw", answers)
    assert "Drukte bij de flat" in words(administrator.follow(made))
    wrong = administrator.submit("/risicos/nieuw", {**answers, "likelihood": "9", "title": ""})
    assert wrong.status_code == 422
    assert "Kies hoe vaak je dit verwacht." in words(wrong)


def test_a_moderator_files_from_the_desk_and_closes_when_it_is_done(moderator, filled):
    page = moderator.get("/incidenten/nieuw?over=C-7K2M-9QXD")
    assert soup(page).select_one("input[name=about]")["value"] == "C-7K2M-9QXD"
    filed = moderator.press(page, told(risk=filled["scam-in-private"], neighbourhood="zambesidreef-en-omgeving"))
    incident = path(filed)
    shown = moderator.get(incident)
    assert "Een helper vroeg om de pinpas." in words(shown)
    assert moderator.press(shown, {"done": "Gebeld en gewaarschuwd."}, button="sluit", at=incident).status_code == 303
    assert "Klaar" in words(moderator.get(incident))
    assert moderator.submit(incident, button="Open opnieuw").status_code == 303


def test_a_double_click_files_once(moderator, filled):
    page = moderator.get("/incidenten/nieuw")
    answers = told(risk=filled["scam-in-private"])
    assert path(moderator.press(page, answers)) == path(moderator.press(page, answers))


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({"risk": ""}, "Kies het risico dat er het meest op lijkt."),
        ({"risk": "R-0000-0000"}, "Kies het risico dat er het meest op lijkt."),
        ({"what": ""}, "Vertel kort wat er gebeurde."),
        ({"happened_on": "2027-01-01"}, "Deze dag is nog niet geweest."),
        ({"neighbourhood": "atlantis"}, "Kies een buurt uit de lijst."),
        ({"about": "Fatima"}, "Vul een nummer in zoals C-7K2M-9QXD."),
    ],
)
def test_what_is_wrong_is_told_and_the_words_are_kept(moderator, filled, answers, says):
    page = moderator.submit("/incidenten/nieuw", told(risk=filled["scam-in-private"]) | answers)
    assert page.status_code == 422
    assert says in words(page)


def test_an_incident_elsewhere_is_not_there_for_a_moderator(moderator, coordinator, administrator, filled):
    far = told(risk=filled["scam-in-private"], neighbourhood="wijk-c")
    hood = soup(administrator.get("/incidenten/nieuw")).select("select[name=neighbourhood] option")[1]["value"]
    incident = path(administrator.submit("/incidenten/nieuw", far | {"neighbourhood": hood}))
    assert moderator.get(incident).status_code == 404
    assert moderator.post(incident, {"done": "Iets."}).status_code == 404
    assert "pinpas" not in words(moderator.get("/incidenten"))


def test_the_report_counts_and_the_file_says_the_same(administrator, filled):
    for day in ("2026-11-20", "2026-11-21", "2026-01-05"):
        administrator.submit("/incidenten/nieuw", told(risk=filled["scam-in-private"], happened_on=day))
    page = words(administrator.get("/risicos/verslag?van=2026-11-01&tot=2026-11-30"))
    assert "Van 1 november 2026 tot en met 30 november 2026: 2 incidenten." in page
    file = administrator.get("/risicos/verslag.csv?van=2026-11-01&tot=2026-11-30")
    assert file.mimetype == "text/csv"
    rows = list(csv.reader(io.StringIO(file.text.removeprefix("\ufeff")), delimiter=";"))
    assert rows[1][0] == "Oplichting in een gesprek tussen twee mensen"
    assert rows[1][6:] == ["2", "0"]
    assert len(rows) == len(BUILT_IN) + 1


def test_a_cell_of_the_file_is_never_a_formula(administrator, town, writing):
    from b2b.risks.rules import RiskWords

    with writing() as work:
        service.add(work, town.id, RiskWords("=1+1", 1, 1, "@iets"))
    assert "'=1+1;" in administrator.get("/risicos/verslag.csv").text


def test_a_resident_sees_no_register(browser, make, filled):
    neighbour = browser(make.member("Bram"))
    for url in ("/risicos", "/incidenten", "/risicos/verslag.csv"):
        assert neighbour.get(url).status_code == 403
