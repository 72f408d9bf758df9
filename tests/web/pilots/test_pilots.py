"""A pilot on its pages: planned, assumed, begun, opened neighbourhood by neighbourhood, ended and told."""

import csv
import io

import pytest

from b2b.authz.predicates import Role
from b2b.pilots import queries
from tests.client import path, soup, words
from tests.web.insights.figures import OVERVECHT, keep

PLAN = {
    "name": "Overvecht helpt",
    "wijken": ["overvecht"],
    "starts_on": "2026-09-01",
    "ends_on": "2027-02-28",
    "baseline_from": "2026-07-01",
    "baseline_until": "2026-08-31",
}
GUESS = {
    "words": "80 procent krijgt op tijd antwoord",
    "measure": "answered",
    "direction": "at-least",
    "target": "80",
}


@pytest.fixture
def administrator(browser, make):
    return browser(make.staff(Role.ADMINISTRATOR, "Ada", everywhere=True), second_factor=True)


@pytest.fixture
def moderator(browser, make):
    return browser(make.staff(Role.MODERATOR, "Mo"), second_factor=True)


@pytest.fixture
def pilot(administrator):
    """The address of a pilot with one assumption."""
    made = path(administrator.submit("/beheer/pilots/nieuw", PLAN))
    assert administrator.submit(f"{made}/aanname", GUESS).status_code == 303
    return made


def test_a_pilot_is_planned_once_however_often_is_clicked(administrator, writing, make):
    form = administrator.get("/beheer/pilots/nieuw")
    assert len({path(administrator.press(form, PLAN, at="/beheer/pilots/nieuw")) for _ in range(2)}) == 1
    with writing() as work:
        (made,) = queries.pilots(work, make.municipality().id)
        assert len(queries.hoods(work, made.id)) > 5


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({"name": ""}, "Geef de pilot een naam."),
        ({"wijken": []}, "Kies minstens één wijk."),
        ({"wijken": ["atlantis"]}, "Kies minstens één wijk."),
        ({"ends_on": "2026-08-01"}, "De laatste dag is na de eerste dag."),
        ({"ends_on": "2036-08-01"}, "Een pilot duurt hoogstens 3 jaar."),
        ({"baseline_until": "2026-10-01"}, "De nulmeting is voorbij voordat de pilot begint."),
        ({"starts_on": "morgen"}, "Schrijf de dag zo: 1-12-2026."),
    ],
)
def test_what_is_wrong_with_a_plan_is_told_and_what_was_typed_stays(administrator, answers, says):
    page = administrator.submit("/beheer/pilots/nieuw", PLAN | answers)
    assert page.status_code == 422
    assert says in words(page)
    assert soup(page).select_one("input[name=name]")["value"] == (PLAN | answers)["name"]


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({"measure": "onzin"}, "Kies een cijfer uit de lijst."),
        ({"target": "veel"}, "Vul een getal in. Bijvoorbeeld: 80."),
        ({"words": ""}, "Schrijf in één zin wat jullie verwachten."),
    ],
)
def test_what_is_wrong_with_an_assumption_is_told(administrator, pilot, answers, says):
    page = administrator.submit(f"{pilot}/aanname", GUESS | answers)
    assert page.status_code == 422
    assert says in words(page)


def test_what_was_assumed_is_taken_back_before_the_pilot_begins_and_not_after(administrator, pilot):
    late = administrator.get(pilot)
    assert administrator.submit(pilot, form="form[action$='/begin']").status_code == 303
    refused = administrator.press(late, form="form[action$='/aanname-weg']")
    assert refused.status_code == 409
    assert "Wat jullie vooraf aannamen, blijft staan." in words(refused)
    assert "Haal weg" not in words(administrator.get(pilot))


def test_a_neighbourhood_that_is_not_ready_says_what_comes_first(administrator, moderator, pilot):
    administrator.submit(pilot, form="form[action$='/begin']")
    shown = words(administrator.get(pilot))
    assert "Eerst: DPIA ondertekend" in shown
    assert administrator.post(f"{pilot}/buurt-open", {"buurt": "zambesidreef-en-omgeving"}).status_code == 409
    assert administrator.post(f"{pilot}/buurt-open", {"buurt": "atlantis"}).status_code == 404
    assert "Nog niet open" in words(moderator.get(pilot))


def test_everybody_on_the_staff_writes_what_they_saw(moderator, pilot):
    assert moderator.submit(pilot, {"words": "Een briefje in de lift werkt."}, button="Bewaar").status_code == 303
    assert "Een briefje in de lift werkt." in words(moderator.get(pilot))
    empty = moderator.submit(pilot, {"words": " "}, button="Bewaar")
    assert empty.status_code == 422
    assert moderator.get("/beheer/pilots/nieuw").status_code == 403


def test_the_report_says_what_was_assumed_what_was_seen_and_what_nobody_knows(administrator, moderator, make, pilot):
    keep(make, but={("unmet", OVERVECHT)})
    administrator.submit(
        f"{pilot}/aanname", GUESS | {"words": "Weinig blijft liggen", "measure": "unmet", "target": "5"}
    )
    administrator.submit(pilot, form="form[action$='/begin']")
    moderator.submit(pilot, {"words": "Een briefje in de lift werkt."}, button="Bewaar")
    told = words(moderator.get(f"{pilot}/verslag"))
    assert "Aannames die klopten: 1. Die niet klopten: 0. Waarover we niets weten: 1." in told
    assert "82 procent" in told and "minstens 80 procent" in told
    assert "Te weinig om te zeggen" in told
    assert "Een briefje in de lift werkt." in told
    assert "Wat we zagen, komt dus niet zeker door de pilot." in told
    file = moderator.get(f"{pilot}/verslag.csv")
    rows = list(csv.reader(io.StringIO(file.text.removeprefix("\ufeff")), delimiter=";"))
    assert [row[-1] for row in rows] == ["oordeel", "Klopte", "Weten we niet"]
    assert moderator.get(f"{pilot}/verslag.pdf").data.startswith(b"%PDF-")


def test_a_pilot_that_ended_offers_to_open_the_rest(administrator, pilot):
    administrator.submit(pilot, form="form[action$='/begin']")
    ended = administrator.submit(pilot, form="form[action$='/einde']")
    assert path(ended) == f"{pilot}/verslag"
    assert "Open de andere buurten" in words(administrator.get(pilot))
    assert administrator.submit(pilot, form="form[action$='/overal-open']").status_code == 409


def test_a_resident_sees_no_pilot(browser, make, pilot):
    neighbour = browser(make.member("Bram"))
    assert neighbour.get("/beheer/pilots").status_code == 403
    assert neighbour.get(f"{pilot}/verslag.csv").status_code == 404
