"""Figures for others: files with a stable address, a description for catalogues, and the API."""

import csv
from io import StringIO

from tests.client import soup, words
from tests.web.insights.figures import OVERVECHT, keep


def test_the_page_says_what_there_is_and_under_which_conditions(browser, make):
    keep(make)
    page = browser().get("/open-data")
    assert "CSV van oktober 2026" in words(page) and "Gemeente Utrecht (GM0344)" in words(page)
    assert next(link["href"] for link in soup(page).select('main a[href$=".csv"]')) == "/open-data/2026-10.csv"


def test_the_page_says_so_when_there_is_nothing_yet(browser):
    assert "Er zijn nog geen cijfers" in words(browser().get("/open-data"))


def test_a_month_is_the_same_in_csv_in_json_and_in_the_api(browser, make):
    keep(make, but=[("no_show", OVERVECHT)])
    visitor = browser()
    file = visitor.get("/open-data/2026-10.csv")
    lines = list(csv.DictReader(StringIO(file.text)))
    data = visitor.get("/open-data/2026-10.json").json["cijfers"]
    told = visitor.get("/api/v1/cijfers/2026-10").json["resultaten"]
    assert len(lines) == len(data) == len(told) > 20
    for line, one, again in zip(lines, data, told, strict=True):
        assert (line["maat"], line["gebied"]) == (one["maat"], one["gebied"]) == (again["maat"], again["gebied"])
        assert float(line["waarde"]) == float(one["waarde"]) == again["waarde"]
    shown = {(line["maat"], line["gebied"]): line["waarde"] for line in lines}
    assert shown["requests", OVERVECHT] == "40" and ("no_show", OVERVECHT) not in shown
    assert file.headers["Access-Control-Allow-Origin"] == "*"


def test_what_is_not_told_yet_has_no_address(browser, make):
    keep(make)
    for address in (
        "/open-data/2026-11.csv",
        "/open-data/2026-W40.json",
        "/open-data/x.csv",
        "/api/v1/cijfers/2026-13",
    ):
        assert browser().get(address).status_code == 404


def test_the_description_for_catalogues_has_what_dcat_ap_nl_asks_for(browser, make):
    keep(make)
    told = browser().get("/open-data/beschrijving.jsonld").json
    asked = {"title", "description", "identifier", "publisher", "creator", "accessRights", "language", "modified"}
    assert {f"dct:{name}" for name in asked} <= set(told)
    assert {"dcat:contactPoint", "dcat:theme", "dcat:distribution"} <= set(told)
    files = [one["dcat:downloadURL"]["@id"] for one in told["dcat:distribution"]]
    assert len(files) == 8 and files[-1].endswith("/open-data/2026-10.json")
    assert told["dct:temporal"]["dcat:endDate"]["@value"] == "2026-10-31"


def test_the_api_lists_months_with_definitions_and_narrows_a_month(browser, make):
    keep(make)
    index = browser().get("/api/v1/cijfers").json
    assert index["resultaten"][0]["periode"] == "2026-10" and index["maten"][0]["zegtNiet"]
    narrow = browser().get(f"/api/v1/cijfers/2026-10?maat=requests&gebied={OVERVECHT}").json["resultaten"]
    assert [(one["waarde"], one["gebiedsnaam"]) for one in narrow] == [(40.0, "Overvecht")]
