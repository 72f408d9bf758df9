"""The report on a set of examples says everything that the documentation promises, and refuses what is no set."""

import json

import pytest
from click.testing import CliRunner

from b2b.cli.match import report
from b2b.matching.report.running import stored
from b2b.matching.report.sets import load

SET = {
    "offers": [
        {"id": "o1", "category": "huisdieren", "title": "Hond uitlaten", "body": "Jouw hond mag met mij mee."},
        {"id": "o2", "category": "tuin", "title": "Gras maaien", "body": "Ik heb een maaier."},
        {"id": "o3", "category": "koken", "title": "Een pan soep", "body": "Voor wie ziek is."},
    ],
    "requests": [
        {
            "id": "r1",
            "category": "huisdieren",
            "title": "Wie laat mijn hond uit",
            "body": "",
            "phenomena": ["plain"],
        },
    ],
    "queries": [{"id": "q1", "category": "tuin", "text": "grasmaaien"}],
    "judgments": {"r1": {"o1": 2}, "q1": {"o2": 2}},
}


@pytest.fixture
def said(tmp_path):
    def run(written: str) -> str:
        path = tmp_path / "set.json"
        path.write_text(written, encoding="utf-8")
        return CliRunner().invoke(report, [str(path), "--fast"]).output

    return run


def test_a_report_names_every_measure(said):
    lines = said(json.dumps(SET)).splitlines()
    assert lines[0] == "3 offers, 1 requests, 1 queries"
    assert lines[1].split() == ["nDCG@5", "R@10", "MRR", "S@3", "empty"]
    tiled = next(line for line in lines if line.startswith("requests, offers with kind, right tile"))
    assert tiled.split()[-5:] == ["1.000", "1.000", "1.000", "1.000", "0"]
    for beginning in (
        "queries, mistyped",
        "typing errors cost no tap",
        "right tile among",
        "alerts: precision",
        "  plain",
    ):
        assert any(line.startswith(beginning) for line in lines), beginning


def test_what_is_no_set_is_refused_in_a_sentence(said):
    assert "Dit is geen set voorbeelden" in said('{"requests": []}')


def test_an_offer_in_a_set_may_be_of_several_kinds(tmp_path):
    path = tmp_path / "set.json"
    both = {**SET["offers"][0], "category": ["huisdieren", "tuin"]}
    path.write_text(json.dumps(SET | {"offers": [both, SET["offers"][2]]}), encoding="utf-8")
    several, one = stored(load(path), typed=True)
    assert {term for term in several if term.startswith("t:")} == {"t:huisdieren", "t:tuin"}
    assert {term for term in one if term.startswith("t:")} == {"t:koken"}
