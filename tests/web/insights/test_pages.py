"""Figures on their pages: for everybody, for the desk, for the municipality; and on paper."""

import csv
import io
from datetime import timedelta

import pytest
from sqlalchemy import update

from b2b.authz.predicates import Role
from b2b.insights.models import Figure, FigurePeriod
from tests.client import soup, words
from tests.web.insights.figures import OVERVECHT, THEN, keep


@pytest.fixture
def administrator(browser, make):
    return browser(make.staff(Role.ADMINISTRATOR, "Ada", everywhere=True), second_factor=True)


def test_before_anything_was_counted_every_page_says_so(browser, administrator):
    assert "Er zijn nog geen cijfers" in words(browser().get("/cijfers"))
    assert "Er zijn nog geen cijfers" in words(administrator.get("/beheer/cijfers"))
    assert "Er is nog geen week geteld." in words(administrator.get("/cijfers/deze-week"))


def test_a_wijk_is_told_in_words_with_a_table_under_each_chart(browser, make):
    keep(make, but={("unmet", OVERVECHT)})
    page = browser().get("/cijfers/overvecht")
    told = words(page)
    assert "Wat Buurthulp brengt in Overvecht" in told
    assert "40 in oktober 2026" in told  # rounded outside
    assert "82 procent in oktober 2026" in told
    assert "Te weinig om te tonen in oktober 2026" in told
    charts = soup(page).select("svg[role=img]")
    assert charts and all(chart.title.get_text() and chart.select_one("desc") for chart in charts)
    assert len(soup(page).select("main table")) == len(charts)


def test_a_page_of_figures_asks_few_questions_whatever_it_tells(browser, make, app, listen):
    keep(make)
    visitor, asked = browser(), []
    visitor.get("/cijfers/overvecht")
    listen(app.database.read, "before_cursor_execute", lambda *given: asked.append(given[2]))
    visitor.get("/cijfers/overvecht")
    assert len(asked) <= 2, asked  # they were drawn at the first visit


def test_a_page_that_was_drawn_before_shows_what_was_counted_since(browser, make):
    keep(make)
    visitor = browser()
    assert "40 in oktober 2026" in words(visitor.get("/cijfers/overvecht"))
    with make.writing() as work:
        work.exec(update(Figure).where(Figure.measure == "requests", Figure.area == OVERVECHT).values(numerator=73))
        work.exec(update(FigurePeriod).values(computed_at=THEN + timedelta(days=1)))
    assert "75 in oktober 2026" in words(visitor.get("/cijfers/overvecht"))


def test_a_wijk_that_does_not_exist_has_no_page(browser):
    assert browser().get("/cijfers/atlantis").status_code == 404


def test_definitions_say_what_each_figure_cannot_say(browser):
    told = words(browser().get("/cijfers/uitleg"))
    assert "Niet hoeveel mensen hulp nodig hadden" in told
    assert "Te weinig is dus niet hetzelfde als nul." in told


def test_the_municipality_compares_wijken_and_hidden_ones_have_no_bar(administrator, make):
    keep(make)
    page = administrator.get("/beheer/cijfers?cijfer=answered&maand=2026-09")
    told = words(page)
    assert "De wijken naast elkaar in september 2026" in told
    assert len(soup(page).select("svg.b2b-bar")) == 1
    assert "Verslag over kwartaal 3 van 2026" in told
    assert administrator.get("/beheer/cijfers?cijfer=onzin&maand=2026-99").status_code == 200


def test_the_file_holds_every_figure_and_no_small_one(administrator, make):
    keep(make, but={("requests", OVERVECHT)})
    file = administrator.get("/beheer/cijfers/cijfers.csv")
    rows = list(csv.DictReader(io.StringIO(file.text.removeprefix("\ufeff")), delimiter=";"))
    asked = [row for row in rows if row["cijfer"] == "Hulpvragen" and row["maand"] == "2026-10"]
    assert {
        row["gebied"]: (row["waarde"], row["in woorden"]) for row in asked if row["code"] in ("GM0344", OVERVECHT)
    } == {
        "Utrecht": ("42", "42"),
        "Overvecht": ("", "Te weinig om te tonen"),
    }


def test_a_quarter_is_a_page_to_print_and_a_tagged_pdf(administrator, make):
    keep(make)
    told = words(administrator.get("/beheer/cijfers/kwartaal/2026-3"))
    assert "Wat Buurthulp bracht in Utrecht" in told
    assert "Het derde kwartaal van 2026: van juli 2026 tot en met september 2026." in told
    file = administrator.get("/beheer/cijfers/kwartaal/2026-3.pdf")
    assert file.mimetype == "application/pdf"
    assert file.data.startswith(b"%PDF-")
    assert b"pdfuaid:part" in file.data


@pytest.mark.parametrize("quarter", ["2026-5", "onzin", "1900-1"])
def test_what_is_no_quarter_has_no_report(administrator, quarter):
    assert administrator.get(f"/beheer/cijfers/kwartaal/{quarter}").status_code == 404


def test_the_desk_sees_its_own_wijken_only(browser, make):
    keep(make, periods=("2026-W45", "2026-W46"), areas=("GM0344", OVERVECHT, "WK034401"))
    moderator = browser(make.staff(Role.MODERATOR, "Mo"), second_factor=True)
    told = words(moderator.get("/cijfers/deze-week"))
    assert "Overvecht" in told and "Niets zit vast" in told
    assert [h.get_text() for h in soup(moderator.get("/cijfers/deze-week")).select("main h3")] == ["Overvecht"]


def test_a_resident_studies_nothing(browser, make):
    neighbour = browser(make.member("Bram"))
    for url in (
        "/beheer/cijfers",
        "/beheer/cijfers/cijfers.csv",
        "/cijfers/deze-week",
        "/beheer/cijfers/kwartaal/2026-3",
    ):
        assert neighbour.get(url).status_code == 403
