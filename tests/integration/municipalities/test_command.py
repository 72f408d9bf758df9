"""`b2b places` says in Dutch what changes, and touches nothing when it refuses."""

import pytest
from click.testing import CliRunner
from sqlmodel import select

from b2b.accounts.models import Member, RoleGrant
from b2b.authz.predicates import Role
from b2b.cli.installation import Installation
from b2b.cli.places import places
from b2b.core.errors import Refusal
from b2b.municipalities.importer import import_places, read_places
from b2b.municipalities.models import Municipality
from b2b.municipalities.rules import StillInUse
from b2b.posts.models import Post
from b2b.posts.queries.places import any_alive_in
from b2b.posts.rules import PostState
from tests.integration.municipalities.official import Square, changed, geopackage


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


def test_posts_people_and_their_moderator_go_along_when_somebody_says_where(run, make, writing, tmp_path):
    run("import", geopackage(tmp_path / "buurten_2025.gpkg"), "--municipality", "GM1999")
    haven, markt = make.neighbourhood("BU19990101"), make.neighbourhood("BU19990102")
    resident, moderator = make.member(at=haven), make.staff(Role.MODERATOR, at=haven)
    alive, over = make.post(resident), make.post(resident, state=PostState.FULFILLED)
    larger = Square("BU19990102", "Markt", 0, 0, 1, 2)
    town = changed(without=["BU19990101", "BU19990102"], extra=[larger])
    file = geopackage(tmp_path / "buurten_2026.gpkg", town, year=2026)
    said = run("import", file, "--municipality", "GM1999", "--map", "BU19990101=BU19990102")
    assert "Opgegaan in een andere buurt: 1\n    BU19990101 Haven -> BU19990102 Markt" in said.output
    with writing() as work:
        assert work.get(Post, alive.id).neighbourhood_id == markt.id
        assert work.get(Post, over.id).neighbourhood_id == haven.id
        assert work.get(Member, resident.id).neighbourhood_id == markt.id
        held = select(RoleGrant.neighbourhood_id).where(RoleGrant.member_id == moderator.id)
        assert set(work.exec(held)) == {haven.id, markt.id}


def test_a_file_that_would_leave_posts_behind_is_refused_whatever_was_said(make, writing, tmp_path):
    """Should nobody listen who moves posts, then mapping is no way around the refusal."""
    with writing() as work:
        first = read_places(work, geopackage(tmp_path / "buurten_2025.gpkg"), municipality="GM1999")
        import_places(work, first, in_use=any_alive_in)
    make.post(make.member(at=make.neighbourhood("BU19990101")))
    town = changed(without=["BU19990101", "BU19990102"], extra=[Square("BU19990102", "Markt", 0, 0, 1, 2)])
    with writing() as work:
        second = read_places(work, geopackage(tmp_path / "buurten_2026.gpkg", town, year=2026), municipality="GM1999")
        work._reactions = {}
        with pytest.raises(StillInUse):
            import_places(work, second, in_use=any_alive_in, mapped={"BU19990101": "BU19990102"})
        work.rollback()


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
