"""Somebody trusted sees when who comes, by a link that ends."""

import re

import pytest

from tests.client import path, soup, words


@pytest.fixture
def agreed(asker, proposed):
    asker.submit(proposed, button="Ja, dat is goed")
    return proposed


def link_of(browser, agreed):
    """The path of the link on the asker's page."""
    shown = soup(browser.get(f"{agreed}/delen")).select_one(".b2b-secret")
    return re.sub(r"^http://localhost", "", shown.get_text(strip=True)) if shown else None


def test_a_trusted_person_sees_the_moment_and_a_first_name_but_neither_address_nor_code_word(
    agreed, asker, helper, browser
):
    assert helper.get(f"{agreed}/delen").status_code == 403
    asker.submit(f"{agreed}/adres", {"address": "Dreef 12"})
    assert path(asker.submit(f"{agreed}/delen", button="Maak de link")) == f"{agreed}/delen"
    link = link_of(asker, agreed)
    page = browser().get(link)
    assert "donderdag 26 november om 10.30 uur" in words(page)
    assert "Ahmed" in words(page)
    assert "codewoord" in words(page)
    assert "Dreef 12" not in page.text
    assert page.headers["X-Robots-Tag"] == "noindex"
    asker.submit(f"{agreed}/delen", {"adres": "ja"}, button="Bewaar mijn keuze")
    assert link_of(asker, agreed) == link
    assert "Dreef 12" in words(browser().get(link))


def test_the_link_ends_when_the_asker_says_so_and_after_the_visit(agreed, asker, browser, clock, fatima):
    asker.submit(f"{agreed}/delen", button="Maak de link")
    first = link_of(asker, agreed)
    for _ in range(2):
        asker.post(f"{agreed}/niet-meer-delen")
    gone = browser().get(first)
    assert gone.status_code == 410
    assert "Deze link werkt niet meer" in words(gone)
    asker.submit(f"{agreed}/delen", button="Maak de link")
    again = link_of(asker, agreed)
    assert again != first
    assert browser().get(again).status_code == 200
    assert browser().get(again[:-3] + "xxx").status_code == 410
    clock.advance(days=3, hours=7)
    assert browser().get(again).status_code == 410
    assert browser(fatima).get(f"{agreed}/delen").status_code == 409
