"""The administrator finds people, gives and takes roles, and leaves a trail."""

import pytest
from sqlmodel import select

from b2b.accounts import queries
from b2b.authz.predicates import Grant, Role
from b2b.core.audit import AuditEntry
from tests.client import path, soup, words

PEOPLE = "/beheer/mensen"


@pytest.fixture
def els(make):
    return make.staff(Role.ADMINISTRATOR, "Els", everywhere=True)


@pytest.fixture
def chief(browser, els):
    return browser(els, second_factor=True)


@pytest.fixture
def mo(make):
    return make.member("Mo", email="mo@voorbeeld.nl")


def page_of(member):
    return f"{PEOPLE}/{member.reference}"


def grants(writing, member):
    with writing() as work:
        return queries.grants(work, [member.id]).get(member.id, frozenset())


def test_staff_are_listed_and_anybody_is_found_by_first_name(chief, mo, make):
    make.member("Moniek")
    assert "Els" in words(chief.get(PEOPLE))
    assert "Moniek" not in words(chief.get(PEOPLE))
    found = chief.follow(chief.submit(PEOPLE, {"who": "mo"}))
    assert "Mo bewoner van" in words(found)
    assert "Moniek" in words(found)
    assert "mo@voorbeeld.nl" not in found.text


def test_an_address_finds_exactly_one_is_not_in_the_url_and_leaves_a_trail(chief, mo, els, writing):
    answer = chief.submit(PEOPLE, {"who": "MO@voorbeeld.nl"})
    assert path(answer) == page_of(mo)
    assert "voorbeeld" not in answer.headers["Location"]
    with writing() as work:
        entry = work.exec(select(AuditEntry).where(AuditEntry.action == "person.found")).one()
        assert (entry.actor_id, entry.thing_id) == (els.id, mo.id)
    assert chief.submit(PEOPLE, {"who": "@voorbeeld.nl"}).status_code == 422
    assert chief.submit(PEOPLE, {"who": "%"}).status_code == 303
    assert "Niemand gevonden" in words(chief.get(f"{PEOPLE}?naam=%25"))


def test_a_role_is_given_for_a_neighbourhood_a_wijk_or_everywhere(chief, mo, make, writing):
    hood = make.neighbourhood()
    chief.submit(page_of(mo), {"role": "moderator", "area": hood.slug}, button="Geef deze rol")
    assert grants(writing, mo) == {Grant(Role.MODERATOR, hood.id)}
    chief.submit(page_of(mo), {"role": "coordinator", "area": "wijk-WK034403"}, button="Geef deze rol")
    page = chief.get(page_of(mo))
    assert "heel Overvecht" in words(page)
    chief.submit(page_of(mo), {"role": "administrator", "area": ""}, button="Geef deze rol")
    assert Grant(Role.ADMINISTRATOR) in grants(writing, mo)
    assert "Rol gegeven: beheerder" in words(chief.get(page_of(mo)))
    assert "door Els" in words(chief.get(page_of(mo)))


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"role": "koning", "area": "gemeente"},
        {"role": "moderator", "area": ""},
        {"role": "moderator", "area": "x"},
    ],
)
def test_half_a_role_is_asked_again(chief, mo, writing, typed):
    answer = chief.submit(page_of(mo), typed, button="Geef deze rol")
    assert answer.status_code == 422
    assert grants(writing, mo) == frozenset()


def test_a_role_that_is_taken_is_gone_at_once(chief, browser, make):
    ann = make.staff(Role.ADMINISTRATOR, "Ann", everywhere=True)
    hers = browser(ann, second_factor=True)
    assert hers.get(PEOPLE).status_code == 200
    chief.submit(page_of(ann), button="Haal de rol weg")
    assert path(hers.get(PEOPLE)) == "/inloggen"


def test_the_last_administrator_stays(chief, els, writing):
    answer = chief.submit(page_of(els), button="Haal de rol weg")
    assert (answer.status_code, "laatste beheerder" in words(answer)) == (409, True)
    assert grants(writing, els) == {Grant(Role.ADMINISTRATOR)}


def test_who_lost_a_phone_is_helped(chief, browser, mo, writing, els):
    his = browser(mo)
    chief.submit(page_of(mo), button="Log overal uit")
    assert his.get("/mijn").status_code == 303
    assert chief.post(f"{page_of(mo)}/app-loskoppelen").status_code == 303
    assert "App losgekoppeld" in words(chief.get(page_of(mo)))


@pytest.mark.parametrize("role", [None, Role.MODERATOR, Role.COORDINATOR])
def test_nobody_else_gets_in(browser, make, mo, role):
    member = make.staff(role, "Bo", everywhere=True) if role else make.member("Bo")
    visitor = browser(member, second_factor=True)
    assert visitor.get(PEOPLE).status_code == 403
    assert visitor.post(f"{page_of(mo)}/rol-geven", {"role": "administrator"}).status_code == 403


def test_an_administrator_without_the_second_step_does_not_get_in(browser, els, mo, writing):
    visitor = browser(els)
    assert path(visitor.get(PEOPLE)) == "/inloggen/tweede-stap"
    assert path(visitor.post(f"{page_of(mo)}/rol-geven", {"role": "administrator"})) == "/inloggen/tweede-stap"
    assert grants(writing, mo) == frozenset()


def test_people_of_another_municipality_do_not_exist_here(chief, make):
    elsewhere = make.member("Eef", at=make.neighbourhood("BU07721110"), email="eef@voorbeeld.nl")
    assert chief.get(page_of(elsewhere)).status_code == 404
    assert chief.submit(PEOPLE, {"who": "eef@voorbeeld.nl"}).status_code == 422
    assert soup(chief.get(f"{PEOPLE}?naam=Eef")).select(".b2b-table") == []
