"""An administrator puts up signposts; residents see them where they fit, folded away."""

import pytest

from b2b.authz.predicates import Role
from b2b.signposts import queries, service
from b2b.signposts.rules import DANGER, SignpostWords
from tests.client import path, soup, words
from tests.web.posts.placing import begin

BUURTTEAM = {"name": "Buurtteam", "what": "Denkt met je mee.", "category": "tuin", "web": "https://voorbeeld.nl"}


@pytest.fixture
def nadia(browser, make):
    return browser(make.staff(Role.ADMINISTRATOR, "Nadia", everywhere=True), second_factor=True)


def test_an_administrator_adds_changes_and_ends_a_signpost_that_residents_see_where_it_fits(browser, make, nadia):
    resident = browser(make.member())
    nadia.follow(nadia.submit("/beheer/wegwijzers/nieuw", BUURTTEAM))
    question = resident.get(begin(resident))
    assert "Denkt met je mee." in soup(question).select_one("details.b2b-details .b2b-signpost").get_text()
    assert "Denkt met je mee." in words(resident.get("/zoeken?q=gras+maaien"))
    offered = resident.get(begin(resident, kind="aanbod"))
    assert "Denkt met je mee." not in words(offered)
    link = soup(nadia.get("/beheer/wegwijzers")).select_one("td a")["href"]
    nadia.submit(link, {"what": "Helpt in de tuin."})
    assert "Helpt in de tuin." in words(resident.get(begin(resident)))
    nadia.submit("/beheer/wegwijzers", button="Haal van de site")
    assert "Helpt in de tuin." not in words(resident.get(begin(resident)))


def test_a_wrong_number_comes_back_with_all_that_was_typed(nadia, make, writing):
    answer = nadia.submit("/beheer/wegwijzers/nieuw", BUURTTEAM | {"phone": "bel ons"})
    assert answer.status_code == 422
    assert soup(answer).select_one("[name=phone]")["value"] == "bel ons"
    with writing() as work:
        assert queries.every(work, make.municipality().id) == []


def test_neighbours_must_not_do_it_so_the_signposts_stand_open_and_danger_has_its_own_page(browser, make, writing):
    town = make.municipality().id
    with writing() as work:
        service.add(work, town, SignpostWords("Winkelservice", "Brengt boodschappen.", category="boodschappen"))
        service.add(work, town, SignpostWords("Crisisdienst", "Dag en nacht.", category=DANGER, phone="112"))
    resident = browser(make.member())
    rules = begin(resident, category="boodschappen")
    stopped = resident.get(path(resident.submit(rules, {"task": "pinnen"})))
    assert "Brengt boodschappen." in words(stopped)
    assert not soup(stopped).select("details .b2b-signpost")
    assert "Crisisdienst" not in words(stopped)
    assert "Crisisdienst" in words(browser().get("/hulp-bij-gevaar"))


def test_a_file_is_counted_first_and_taken_over_once(make, writing):
    town = make.municipality().id
    file = [SignpostWords("Buurtteam", "Denkt mee."), SignpostWords("Loket", "Balie.", category="papieren")]
    with writing() as work:
        service.add(work, town, SignpostWords("Buurtteam", "Oud."))
        assert service.take_over(work, town, file, dry=True) == service.Taken(1, 1, 0)
        assert len(queries.every(work, town)) == 1
        assert service.take_over(work, town, file) == service.Taken(1, 1, 0)
        assert service.take_over(work, town, file) == service.Taken(0, 0, 2)
