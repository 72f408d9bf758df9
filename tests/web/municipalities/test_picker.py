"""A resident chooses a neighbourhood: from the list, helped by a postcode or the map, without an account."""

import pytest

from tests.client import path, soup, words


def chosen(browser):
    """Return what the browser remembers."""
    with browser.client.session_transaction() as cookie:
        return cookie.get("neighbourhood")


def test_every_neighbourhood_is_in_the_list_under_its_wijk(browser):
    page = soup(browser().get("/buurten"))
    groups = {group.summary.get_text(strip=True): group.select("button") for group in page.select("main details")}
    assert len(groups) == 10 and sum(map(len, groups.values())) == 111
    assert "Zambesidreef en omgeving" in {button.get_text(strip=True) for button in groups["3. Overvecht"]}


def test_the_map_shows_every_wijk_by_name_and_leads_to_its_part_of_the_list(browser):
    visitor = browser()
    areas = soup(visitor.get("/buurten")).select("svg.b2b-map a")
    assert len(areas) == 10 and all(area.title.get_text() and area.path["d"].startswith("M") for area in areas)
    oost = next(area for area in areas if area.title.get_text() == "Oost")
    page = visitor.get(oost["href"])
    assert "Buurten in Oost" in words(page) and "Oudwijk" in words(page) and "Ondiep" not in words(page)
    assert soup(page).select_one("svg.b2b-map a[aria-current]").title.get_text() == "Oost"


@pytest.mark.parametrize("typed", ["3561", "3561 AB", "3561ab"])
def test_a_postcode_suggests_a_wijk_and_says_that_it_is_a_suggestion(browser, typed):
    page = browser().get("/buurten", query_string={"postcode": typed})
    assert page.status_code == 200
    assert "Je woont waarschijnlijk in Overvecht" in words(page) and "Dit is een suggestie." in words(page)
    assert "Bekijk alle wijken" in words(page)
    assert soup(page).select_one("input[name=postcode]")["value"] == typed


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Vul de 4 cijfers"),
        ("12", "Vul de 4 cijfers"),
        ("<b>", "Vul de 4 cijfers"),
        ("9999", "kennen deze postcode hier niet"),
        ("5611", "kennen deze postcode hier niet"),
    ],
)
def test_a_postcode_that_does_not_help_comes_back_with_the_whole_list(browser, typed, sentence):
    page = browser().get("/buurten", query_string={"postcode": typed})
    assert page.status_code == 422 and sentence in words(page)
    assert soup(page).title.get_text().startswith("Fout:")
    assert len(soup(page).select("main details")) == 10


def test_a_choice_is_remembered_without_an_account(browser):
    visitor = browser()
    answer = visitor.submit("/buurten", {"neighbourhood": "oudwijk"})
    assert answer.status_code == 303 and path(answer) == "/buurten/oudwijk"
    assert chosen(visitor) == "oudwijk"
    again = soup(visitor.get("/buurten"))
    assert again.select_one("button[aria-current]").get_text(strip=True) == "Oudwijk"


def test_the_buttons_of_a_suggestion_are_choices_too(browser):
    visitor = browser()
    answer = visitor.submit("/buurten?postcode=3561", button="Neckardreef")
    assert path(answer) == "/buurten/neckardreef-en-omgeving" and chosen(visitor) == "neckardreef-en-omgeving"


def test_after_the_choice_one_goes_on_where_one_was(browser):
    visitor = browser()
    answer = visitor.submit("/buurten?next=/plaatsen%3Fsoort%3Dvraag", {"neighbourhood": "oudwijk"})
    assert answer.headers["Location"] == "/plaatsen?soort=vraag"
    through_postcode = visitor.get("/buurten?postcode=3561&next=/plaatsen")
    assert {field["value"] for field in soup(through_postcode).select("input[name=next]")} == {"/plaatsen"}


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/\tx", "x"]
)
def test_nobody_is_sent_to_another_site(browser, elsewhere):
    visitor = browser()
    assert not soup(visitor.get("/buurten", query_string={"next": elsewhere})).select("input[name=next]")
    answer = visitor.post("/buurten", {"neighbourhood": "oudwijk", "next": elsewhere})
    assert path(answer) == "/buurten/oudwijk"


@pytest.mark.parametrize("typed", ["", "nergens", "../../etc", "binnenstad-city", "x" * 5000])
def test_a_neighbourhood_that_does_not_exist_is_not_remembered(browser, typed):
    visitor = browser()
    page = visitor.post("/buurten", {"neighbourhood": typed, "next": "/plaatsen"})
    assert page.status_code == 422 and "Kies je buurt in de lijst." in words(page)
    assert chosen(visitor) is None
    assert soup(page).select_one("form[method=post] input[name=next]")["value"] == "/plaatsen"


def test_a_remembered_neighbourhood_that_is_gone_does_no_harm(browser):
    visitor = browser()
    with visitor.client.session_transaction() as cookie:
        cookie["neighbourhood"] = "bestaat-niet-meer"
    assert visitor.get("/buurten").status_code == 200


def test_a_choice_without_a_token_is_refused(browser):
    assert browser().client.post("/buurten", data={"neighbourhood": "oudwijk"}).status_code == 400


@pytest.mark.parametrize("wijk", ["nergens", "%00", "a" * 3000])
def test_an_unknown_wijk_shows_all_of_them(browser, wijk):
    assert len(soup(browser().get(f"/buurten?wijk={wijk}")).select("main details")) == 10


def test_the_source_page_names_the_years_and_the_maker(browser):
    said = words(browser().get("/bron"))
    assert "CBS / Kadaster, CC BY 4.0" in said and "2025" in said and "2022" in said and "111 buurten" in said


def test_the_list_costs_no_questions_to_the_database(browser, database, listen):
    visitor = browser()
    visitor.get("/buurten")
    asked = []
    listen(database.read, "before_cursor_execute", lambda *call: asked.append(call[2]))
    assert visitor.get("/buurten").status_code == 200
    assert asked == []


def test_the_number_on_the_map_is_the_number_in_the_list(browser):
    visitor = browser()
    page = soup(visitor.get("/buurten"))
    on_map = {a.title.get_text(): a.find("text").get_text() for a in page.select("svg.b2b-map a")}
    listed = [summary.get_text(strip=True) for summary in page.select("form details summary")]
    assert listed == [f"{number}. {name}" for name, number in on_map.items()]
    narrowed = soup(visitor.get("/buurten?wijk=oost"))
    assert [a.get_text() for a in narrowed.select(".b2b-map-names a")] == listed
    assert narrowed.select_one(".b2b-map-names a[aria-current]").get_text().endswith("Oost")
