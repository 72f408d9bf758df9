"""Pages that explain, for everybody."""

import pytest

from b2b.consent.signposts import DANGER, SIGNPOSTS
from tests.client import soup, words


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("/spelregels", "Geef nooit je pinpas"),
        ("/privacy", "De gemeente Utrecht is verantwoordelijk"),
        ("/toegankelijkheid", "Lukt iets niet?"),
        ("/over-deze-site", "Buurtmoderators zijn vrijwilligers"),
        ("/hulp", "Kunnen je buren niet helpen?"),
        ("/hulp-bij-gevaar", "Bel 112"),
    ],
)
def test_everybody_reads_what_holds_here(browser, url, says):
    page = browser().get(url)
    assert page.status_code == 200
    assert says in words(page)


def test_every_number_in_danger_can_be_tapped(browser):
    page = soup(browser().get("/hulp-bij-gevaar"))
    shown = {a["href"] for a in page.select("main a[href^='tel:']")}
    assert shown >= {f"tel:{SIGNPOSTS[code].phone.replace(' ', '')}" for code in DANGER if SIGNPOSTS[code].phone}


def test_a_text_of_the_municipality_itself_takes_the_place_of_ours(browser, make, writing):
    from b2b.consent import service

    town = make.municipality()
    with writing() as work:
        service.publish(work, town.id, "spelregels", "Onze regels", "Wees lief.\n\nZo doen we dat\n\n- Groet elkaar.")
    page = browser().get("/spelregels")
    assert "Wees lief." in words(page)
    assert soup(page).select_one("main h2").get_text() == "Zo doen we dat"
    assert soup(page).select_one("main li").get_text() == "Groet elkaar."
