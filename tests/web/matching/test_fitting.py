"""Neighbours who may help are shown before posting and after, with the reason; searching forgives and never ends."""

import pytest

from b2b.posts import service
from b2b.posts.rules import PostKind, PostWords
from tests.client import soup, words


@pytest.fixture
def place(make):
    """Place a post through the service, so that it can be found."""

    def do(author, title, body="Kort verhaal.", *, kind=PostKind.REQUEST, category="tuin", task="", when=""):
        with make.writing() as work:
            hood = make.neighbourhood().id
            said = PostWords(kind, category, title, body, hood, when_words=when, task=task)
            return service.submit(work, author.id, author.municipality_id, said)

    return do


def test_an_author_sees_who_may_help_with_the_reason_and_can_ask_at_once(browser, make, place):
    kees, fatima = make.member("Kees"), make.member("Fatima")
    offer = place(fatima, "Ik wandel elke ochtend", "Je hond mag mee.", kind=PostKind.OFFER, category="huisdieren")
    place(fatima, "Gras maaien", "Ik heb een maaier.", kind=PostKind.OFFER)
    mine = place(kees, "Mijn teckel moet eruit", "Ik ben geopereerd.", category="huisdieren")
    page = soup(browser(kees).get(f"/berichten/{mine.reference}"))
    shown = page.select_one("[aria-labelledby=passend]")
    assert "Deze buren kunnen misschien helpen" in shown.get_text()
    first = shown.select_one("li")
    assert "Ik wandel elke ochtend" in first.get_text()
    assert "Past bij: de hond uitlaten" in first.get_text()
    assert first.select_one(f'a[href="/berichten/{offer.reference}/reageren"]')


def test_who_offers_sees_open_questions_that_fit(browser, make, place):
    kees, fatima = make.member("Kees"), make.member("Fatima")
    place(kees, "Wie maait mijn gras?", "Het staat tot mijn knieen.")
    mine = place(fatima, "Ik maai graag", "Ik heb een maaier.", kind=PostKind.OFFER)
    assert "Open vragen die bij je passen" in words(browser(fatima).get(f"/berichten/{mine.reference}"))


def test_others_see_posts_that_look_alike(browser, make, place):
    kees, fatima = make.member("Kees"), make.member("Fatima")
    place(kees, "Wie maait mijn gras?", "Het staat hoog.")
    seen = place(fatima, "Mijn gazon moet gemaaid", "Twee keer per maand.")
    page = soup(browser(make.member("Bram")).get(f"/berichten/{seen.reference}"))
    assert "Wie maait mijn gras?" in page.select_one('[aria-labelledby="lijkt-hierop"]').get_text()


def test_a_typing_error_is_forgiven_and_said(browser, make, place):
    place(make.member("Kees"), "Boodschappen doen", "Wie gaat er voor mij?", category="boodschappen")
    page = browser().get("/zoeken?q=bodschappen")
    assert soup(page).select_one(".b2b-card__title").get_text().strip() == "Boodschappen doen"
    assert "We zochten ook op: boodschappen" in words(page)
    assert "1 bericht past hierbij" in soup(page).select_one('[role="status"]').get_text()


def test_a_tile_narrows_what_is_meant_and_has_an_address(browser, make, place):
    kees = make.member("Kees")
    place(kees, "Fiets lenen", "Voor een logee.", category="lenen")
    place(kees, "Fiets maken", "Lekke band.", category="klussen")
    page = browser().get("/zoeken?q=fiets&hulp=lenen")
    assert soup(page).select_one(".b2b-card__title a").get_text() == "Fiets lenen"
    assert soup(page).select_one('.b2b-chip[aria-current="true"][href="/zoeken?q=fiets&hulp=lenen"]')


def test_a_search_for_money_trouble_shows_where_to_go(browser):
    assert "Geldfit" in words(browser().get("/zoeken?q=schulden"))


def test_nothing_found_near_shows_what_is_new_there(browser, make, place):
    fatima = make.member("Fatima")
    place(make.member("Kees"), "Gras maaien")
    page = browser(fatima).get("/zoeken?q=qwertyuiopxyz")
    assert "Gras maaien" in words(page)
    assert "Nieuw in en bij" in words(page)
    assert soup(page).select_one('main a[href^="/plaatsen"]')


def test_tiles_follow_what_somebody_types_with_and_without_a_script(browser):
    nobody = browser()
    page = soup(nobody.get("/plaatsen?soort=vraag&tekst=mijn+hond+moet+eruit"))
    tiles = [tile["value"] for tile in page.select("input[type=radio]")]
    assert tiles[0] == "huisdieren"
    assert "anders" in tiles[:6]
    assert len(tiles) == 13
    part = nobody.get("/plaatsen?soort=vraag&tekst=belasting", headers={"HX-Request": "true"})
    assert soup(part).select("input[type=radio]")[0]["value"] == "papieren"


def test_what_was_typed_above_the_tiles_is_the_beginning_of_the_title(browser):
    nobody = browser()
    nobody.get("/plaatsen?soort=vraag")
    answer = nobody.post("/plaatsen?soort=vraag&tekst=Gras+maaien", data={"category": "tuin"})
    assert soup(nobody.get(answer.headers["Location"])).select_one("#title")["value"] == "Gras maaien"


def test_before_posting_one_sees_who_may_help(browser, make, place):
    fatima = make.member("Fatima")
    place(fatima, "Ik maai je gras", "Ik heb een maaier.", kind=PostKind.OFFER)
    kees = browser(make.member("Kees"))
    step = kees.post("/plaatsen?soort=vraag", data={"category": "tuin"}).headers["Location"]
    step = kees.post(step, data={"title": "Gras maaien", "body": "Het staat hoog."}).headers["Location"]
    hood = make.neighbourhood()
    place_page = {"neighbourhood": hood.slug, "place": "home", "somebody": "zelf", "when": "zaterdag"}
    step = kees.post(step, data=place_page).headers["Location"]
    assert "Ik maai je gras" in words(kees.get(step))


def test_what_was_typed_ticks_the_task_beforehand(browser):
    nobody = browser()
    nobody.get("/plaatsen?soort=vraag")
    answer = nobody.post("/plaatsen?soort=vraag&tekst=Mijn+hond+moet+eruit", data={"category": "huisdieren"})
    assert soup(nobody.get(answer.headers["Location"])).select_one("input[checked]")["value"] == "uitlaten"
