"""Places come from memory, and memory follows what changes."""

import pytest

from b2b.municipalities import queries, service, snapshots
from b2b.municipalities.models import Municipality, Neighbourhood


@pytest.fixture
def utrecht(make):
    return make.municipality("GM0344").id


@pytest.fixture
def asked(database, listen):
    """The statements that reach the database."""
    statements = []
    for engine in (database.read, database.write):
        listen(engine, "before_cursor_execute", lambda *call: statements.append(call[2]))
    return statements


@pytest.mark.parametrize(("code", "districts", "hoods"), [("GM0344", 10, 111), ("GM0772", 20, 116)])
def test_the_built_in_municipalities_are_whole(work, make, code, districts, hoods):
    places = queries.places(work, make.municipality(code).id)
    assert (len(places.quarters), len(places.hoods)) == (districts, hoods)
    assert all(quarter.hoods and quarter.outline for quarter in places.quarters)
    assert all(hood.outline and hood.adjacent for hood in places.hoods.values())
    assert (places.vintage, places.district_vintage) == (2025, 2022)
    assert {places.quarter_of(hood.id).id for hood in places.hoods.values()} == {q.id for q in places.quarters}


def test_lying_beside_is_mutual(work, utrecht):
    hoods = queries.places(work, utrecht).hoods
    assert all(hood.id in hoods[other].adjacent for hood in hoods.values() for other in hood.adjacent)


def test_seeding_again_adds_nothing(work):
    assert service.seed_places(work) == []


def test_a_page_asks_the_database_for_no_labels(database, writing, utrecht, asked):
    with writing() as work:
        queries.places(work, utrecht)
    asked.clear()
    with writing() as work:
        hood = queries.neighbourhood_by_reference(work, utrecht, "zambesidreef-en-omgeving")
        assert hood.name == "Zambesidreef en omgeving"
        assert queries.adjacent_ids(work, utrecht, hood.id) == hood.adjacent
        assert queries.district_for_postcode(work, utrecht, "3561 ab").name == "Overvecht"
        assert queries.setting(work, utrecht, "coordinator", "buurtregisseur") == "buurtregisseur"
        assert len(queries.districts_with_neighbourhoods(work, utrecht)) == 10
    assert asked == []


@pytest.mark.parametrize("typed", ["", "nergens", "0123", "5611"])
def test_a_postcode_from_elsewhere_suggests_nothing(work, utrecht, typed):
    assert queries.district_for_postcode(work, utrecht, typed) is None


def test_what_a_municipality_chooses_is_known_at_once_here(writing, utrecht):
    with writing() as work:
        assert queries.setting(work, utrecht, "coordinator", None) is None
    with writing() as work:
        service.choose(work, utrecht, "coordinator", "wijkregisseur")
        assert queries.setting(work, utrecht, "coordinator", None) == "wijkregisseur"
    with writing() as work:
        assert queries.setting(work, utrecht, "coordinator", None) == "wijkregisseur"


def test_what_was_rolled_back_is_never_remembered(writing, utrecht):
    def change_and_fail():
        with writing() as work:
            service.choose(work, utrecht, "coordinator", "wijkregisseur")
            queries.setting(work, utrecht, "coordinator", None)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        change_and_fail()
    with writing() as work:
        assert queries.setting(work, utrecht, "coordinator", "buurtregisseur") == "buurtregisseur"


def test_another_process_sees_a_change_when_it_looks_again(writing, utrecht, monkeypatch):
    with writing() as work:
        queries.places(work, utrecht)
    monkeypatch.setattr(snapshots, "forget_places", lambda: None)  # what the process that changes it does
    with writing() as work:
        service.choose(work, utrecht, "coordinator", "wijkregisseur")
    with writing() as work:
        assert queries.setting(work, utrecht, "coordinator", None) is None
    monkeypatch.setattr(snapshots, "LOOK_AGAIN_SECONDS", -1.0)
    with writing() as work:
        assert queries.setting(work, utrecht, "coordinator", None) == "wijkregisseur"


def test_an_ended_neighbourhood_is_nowhere_to_be_chosen(writing, make, utrecht):
    ended = make.neighbourhood("BU03440341")
    with writing() as work:
        work.get(Neighbourhood, ended.id).valid_to = work.now().date()
        snapshots.new_edition(work, utrecht)
    with writing() as work:
        places = queries.places(work, utrecht)
        assert queries.neighbourhood_by_reference(work, utrecht, ended.slug) is None
        assert ended.id not in {other for hood in places.hoods.values() for other in hood.adjacent}
        assert places.label(ended.id) == "Utrecht"


def test_no_such_municipality_is_said_so(work):
    with pytest.raises(LookupError):
        queries.places(work, 987654)


def test_a_host_shows_its_municipality_and_any_other_the_default(writing, make):
    eindhoven, utrecht = make.municipality("GM0772").id, make.municipality("GM0344").id
    with writing() as work:
        service.show_at(work, work.get(Municipality, eindhoven), "Eindhoven.Voorbeeld.nl.")
    with writing() as work:
        assert queries.municipality_for_host(work, "eindhoven.voorbeeld.nl").name == "Eindhoven"
        assert queries.municipality_for_host(work, "ergens.anders.nl").name == "Utrecht"
        assert queries.municipality_by_code(work, "GM0772").name == "Eindhoven"
        assert queries.host_of(work, eindhoven) == "eindhoven.voorbeeld.nl"
        assert queries.host_of(work, utrecht) is None
