"""`b2b places` says in Dutch what changes, and touches nothing when it refuses."""

import pytest
from click.testing import CliRunner
from sqlmodel import select

from b2b.cli.installation import Installation
from b2b.cli.places import places
from b2b.core.errors import Refusal
from b2b.municipalities.models import Municipality
from tests.integration.municipalities.official import changed, geopackage


@pytest.fixture
def run(settings, database):
    installation = Installation(settings=settings)
    installation.database = database

    def command(*words):
        return CliRunner().invoke(places, [str(word) for word in words], obj=installation)

    return command


def test_seeding_a_furnished_database_says_that_all_is_there(run):
    assert run("seed").output == "Alle ingebouwde gemeenten waren er al.\n"


def test_an_import_prints_what_changes(run, tmp_path):
    said = run("import", geopackage(tmp_path / "wijkenbuurten_2025_v1.gpkg"), "--municipality", "1999")
    assert said.exit_code == 0
    assert "Proefstad (GM1999), indeling van 2025, nieuw\n  2 wijken, 6 buurten" in said.output
    file = geopackage(tmp_path / "wijkenbuurten_2026_v1.gpkg", changed(names={"BU19990101": "Kade"}), year=2026)
    said = run("import", file, "--municipality", "GM1999", "--dry-run")
    assert "Andere naam: 1\n    BU19990101 Haven -> BU19990101 Kade\n" in said.output
    assert "Proef: er is niets veranderd." in said.output
    assert "niets veranderd" not in run("import", file, "--municipality", "GM1999").output
    assert "Alles stond er al zo in." in run("import", file, "--municipality", "GM1999").output


def test_posts_that_are_not_over_keep_their_neighbourhood(run, make, writing, tmp_path):
    run("import", geopackage(tmp_path / "buurten_2025.gpkg"), "--municipality", "GM1999")
    make.post(make.member(at=make.neighbourhood("BU19990101")))
    file = geopackage(tmp_path / "buurten_2026.gpkg", changed(without=["BU19990101"]), year=2026)
    said = run("import", file, "--municipality", "GM1999")
    assert isinstance(said.exception, Refusal) and "BU19990101 Haven" in str(said.exception)
    assert make.neighbourhood("BU19990101").valid_to is None


def test_a_refusal_changes_nothing(run, writing, tmp_path):
    said = run("import", tmp_path / "nergens.zip")
    assert isinstance(said.exception, Refusal) and "bestaat niet" in str(said.exception)
    with writing() as work:
        assert len(work.exec(select(Municipality)).all()) == 2


@pytest.mark.parametrize(
    "words",
    [
        ["--municipality", "Utrecht"],
        ["--map", "BU03440111"],
        ["--map", "BU03440111=WK034401"],
        ["--map", "BU03440111=BU03440112", "--map", "BU03440111=BU03440113"],
        ["--year", "1850"],
    ],
)
def test_a_mistyped_option_is_explained(run, tmp_path, words):
    said = run("import", tmp_path / "x.zip", *words)
    assert said.exit_code == 2 and "Error" in said.output
