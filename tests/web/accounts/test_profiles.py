"""Neighbours see a first name and a neighbourhood of each other, and can stop meeting."""

import pytest

from b2b.accounts import queries, service
from b2b.accounts.service import people
from tests.client import path, soup, words


@pytest.fixture
def fatima(make):
    return make.member("Fatima", email="geheim@voorbeeld.nl")


@pytest.fixture
def jan(make):
    return make.member("Jan")


def page_of(member):
    return f"/buren/{member.reference}"


def test_a_neighbour_shows_a_first_name_a_neighbourhood_and_since_when(browser, fatima, jan, make):
    page = browser(jan).get(page_of(fatima))
    assert make.neighbourhood().name in words(page)
    assert "Doet mee sinds november 2026" in words(page)
    assert "geheim" not in page.text


def test_nobody_looks_at_neighbours_without_signing_in(browser, fatima):
    assert path(browser().get(page_of(fatima))) == "/inloggen"


def test_my_own_page_shows_what_others_see_and_nothing_to_block(browser, fatima):
    page = browser(fatima).get(page_of(fatima))
    assert "Zo zien je buren jou" in words(page)
    assert not soup(page).select("main form")


def test_blocking_is_silent_works_both_ways_and_can_be_taken_back(browser, fatima, jan, writing):
    mine, his = browser(fatima), browser(jan)
    answer = mine.submit(page_of(jan), button="Blokkeer Jan")
    assert "Jan" in words(mine.follow(answer))
    assert his.get(page_of(fatima)).status_code == 404
    assert "Je hebt Jan geblokkeerd" in words(mine.get(page_of(jan)))
    with writing() as work:
        assert queries.blocked_ids(work, jan.id) == {fatima.id}
    mine.submit("/mijn/geblokkeerd", button="Haal de blokkade weg")
    assert his.get(page_of(fatima)).status_code == 200


def test_the_blocked_one_gets_no_mail(browser, fatima, jan, worker, mail):
    browser(fatima).post(f"{page_of(jan)}/blokkeren")
    worker.run_until_quiet()
    assert mail.to("jan@voorbeeld.nl") == []


def test_nobody_blocks_themselves(browser, fatima):
    assert browser(fatima).post(f"{page_of(fatima)}/blokkeren").status_code == 409


def test_who_stands_still_is_not_there(browser, fatima, jan, writing):
    with writing() as work:
        service.suspend(work, people.known(work, fatima.id))
    assert browser(jan).get(page_of(fatima)).status_code == 404


def test_absurd_and_foreign_references_do_not_exist(browser, jan, make):
    elsewhere = make.member("Eef", at=make.neighbourhood("BU07721110"), email="eef@voorbeeld.nl")
    visitor = browser(jan)
    for reference in ("B-0000-0000", "x", "B-" + "9" * 40, elsewhere.reference):
        assert visitor.get(f"/buren/{reference}").status_code == 404
        assert visitor.post(f"/buren/{reference}/blokkeren").status_code == 404
