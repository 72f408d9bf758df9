"""What residents see when neighbourhoods open one by one."""

import pytest

from b2b.municipalities import service as towns
from b2b.municipalities.queries import places
from tests.client import path, soup, words
from tests.web.posts.placing import begin


@pytest.fixture
def one_is_open(make, writing):
    """Only the default neighbourhood takes part."""
    hood = make.neighbourhood()
    with writing() as work:
        towns.open_in(work, hood.municipality_id, [hood.id], [])
    return hood


def test_everybody_reads_which_neighbourhoods_take_part(browser, one_is_open):
    page = browser().get("/buurten-die-meedoen")
    assert one_is_open.name in words(page)
    assert "Je eigen buurt komt later." in words(page)
    assert len(soup(page).select("main li")) == 1


def test_where_every_neighbourhood_takes_part_the_page_says_so(browser):
    assert "Alle buurten van Utrecht doen mee." in words(browser().get("/buurten-die-meedoen"))


def test_the_page_of_a_neighbourhood_says_that_it_is_shut_until_it_opens(browser, writing, one_is_open):
    here = one_is_open.municipality_id
    with writing() as work:
        far = next(h for h in places(work, here).hoods.values() if h.id != one_is_open.id)
    visitor, sentence = browser(), f"In {far.name} is Buurthulp nog niet open"
    shut = visitor.get(f"/buurten/{far.slug}")
    assert sentence in words(shut)
    assert "nog niet open" not in words(visitor.get(f"/buurten/{one_is_open.slug}"))
    with writing() as work:
        towns.open_in(work, here, [one_is_open.id, far.id], [])
    again = visitor.client.get(f"/buurten/{far.slug}", headers={"If-None-Match": shut.headers["ETag"]})
    assert again.status_code == 200 and sentence not in words(again)


def test_who_lives_where_it_is_shut_hears_so_first_and_may_help_elsewhere(browser, make, writing, one_is_open):
    with writing() as work:
        far = next(h for h in places(work, one_is_open.municipality_id).hoods.values() if h.id != one_is_open.id)
    bram = browser(make.member("Bram", at=make.neighbourhood(far.code)))
    start = words(bram.get("/plaatsen"))
    assert f"In {far.name} is Buurthulp nog niet open" in start
    what = bram.submit(begin(bram), {"title": "Wie maait?", "body": "Het gras is hoog."}, button="Volgende")
    form = bram.get(path(what))
    offered = [option["value"] for option in soup(form).select("select[name=neighbourhood] option")]
    assert offered == ["", one_is_open.slug]
    wrong = bram.press(form, {"somebody": "zelf", "neighbourhood": far.slug, "place": "home"}, at=path(what))
    assert wrong.status_code == 422
    assert "In deze buurt is Buurthulp nog niet open." in words(wrong)
    assert "Bekijk welke buurten al meedoen" in words(wrong)
