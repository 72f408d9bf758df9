"""Official files come in as they are published: all of it or nothing, and what goes on keeps its key."""

import pytest
from sqlmodel import select

from b2b.core.audit import AuditEntry
from b2b.municipalities.events import NeighbourhoodEnded
from b2b.municipalities.importer import import_places, read_places
from b2b.municipalities.models import Neighbourhood, NeighbourhoodSuccession
from b2b.municipalities.rules import BadFile, ChangeKind, StillInUse
from tests.integration.municipalities.official import (
    DISTRICTS,
    Square,
    addresses_csv,
    areas_csv,
    changed,
    geojson,
    geopackage,
    zipped,
)


def said(outcome):
    """Return (kind, old, new) of each line of a report."""
    return [(line.kind, line.old, line.new) for line in outcome.lines]


def test_the_yearly_map_brings_in_a_municipality(bring, first):
    (outcome,) = first
    town = bring.town()
    assert outcome.is_new and outcome.changed and (outcome.districts, outcome.neighbourhoods) == (2, 6)
    assert (town.name, town.vintage) == ("Proefstad", 2025)
    assert [(q.name, [h.name for h in q.hoods]) for q in town.quarters] == [
        ("Oude Stad", ["Haven", "Kaasbuurt", "Markt"]),
        ("Nieuwe Stad", ["Molenwijk", "Station", "Weidezicht"]),
    ]
    assert {town.hoods[i].name for i in town.by_slug["markt"].adjacent} == {"Haven", "Kaasbuurt", "Weidezicht"}


def test_water_is_left_out_and_secret_figures_are_empty(first, writing):
    with writing() as work:
        rows = {row.code: row for row in work.exec(select(Neighbourhood)) if row.code.startswith("BU1999")}
    assert len(rows) == 6
    assert rows["BU19990103"].population is None and rows["BU19990101"].population == 1200


def test_areas_lie_where_the_dutch_grid_says(bring, first):
    haven = bring.hood("Haven")
    assert (haven.lon, haven.lat) == pytest.approx((4.8789, 52.3095), abs=0.002)


def test_the_same_file_twice_changes_nothing(bring, first, writing, tmp_path):
    before = bring.everything()
    (again,) = bring(tmp_path / "WijkBuurtkaart_2025_v1.zip")
    assert again.changed is False and again.lines == []
    assert bring.everything() == before


def test_a_dry_run_tells_and_changes_nothing(bring, first, writing, tmp_path):
    before = bring.everything()
    file = geopackage(tmp_path / "buurten_2026.gpkg", changed(names={"BU19990101": "Nieuwe Haven"}), year=2026)
    (outcome,) = bring(file, dry_run=True)
    assert said(outcome) == [(ChangeKind.RENAMED, "BU19990101", ("BU19990101",))] and outcome.changed is None
    assert bring.everything() == before


def test_a_renamed_neighbourhood_keeps_its_key_and_its_address(bring, first, tmp_path):
    before = bring.hood("Haven")
    bring(geopackage(tmp_path / "buurten_2026.gpkg", changed(names={"BU19990101": "Nieuwe Haven"}), year=2026))
    after = bring.hood("Nieuwe Haven")
    assert (after.id, after.slug) == (before.id, "haven")


def test_a_neighbourhood_with_a_new_code_on_the_same_ground_goes_on(bring, first, tmp_path):
    before = bring.hood("Haven")
    bring.busy = {"BU19990101"}
    file = geopackage(tmp_path / "buurten_2026.gpkg", changed(codes={"BU19990101": "BU19990111"}), year=2026)
    (outcome,) = bring(file)
    assert said(outcome) == [(ChangeKind.RECODED, "BU19990101", ("BU19990111",))]
    assert (bring.hood("Haven").id, bring.hood("Haven").code) == (before.id, "BU19990111")


def test_codes_that_change_places_follow_the_ground(bring, first, tmp_path):
    before = {name: bring.hood(name).id for name in ("Haven", "Molenwijk")}
    swap = {"BU19990101": "BU19990203", "BU19990203": "BU19990101"}
    bring(geopackage(tmp_path / "buurten_2026.gpkg", changed(codes=swap), year=2026))
    assert {name: bring.hood(name).id for name in before} == before


SPLIT = [Square("BU19990104", "Haven-West", 0, 0, 0.5), Square("BU19990105", "Haven-Oost", 0.5, 0, 0.5)]


def test_a_split_neighbourhood_ends_and_its_parts_come_after_it(bring, first, writing, tmp_path):
    ended = bring.hood("Haven").id
    (outcome,) = bring(
        geopackage(tmp_path / "buurten_2026.gpkg", changed(without=["BU19990101"], extra=SPLIT), year=2026)
    )
    assert said(outcome) == [(ChangeKind.SPLIT, "BU19990101", ("BU19990104", "BU19990105"))]
    with writing() as work:
        row = work.get(Neighbourhood, ended)
        heirs = work.exec(
            select(NeighbourhoodSuccession.successor_id).where(NeighbourhoodSuccession.predecessor_id == ended)
        ).all()
    assert row.valid_to.year == 2026 and row.slug == "haven-tot-2026"
    assert set(heirs) == {bring.hood("Haven-West").id, bring.hood("Haven-Oost").id}
    assert ended not in bring.hood("Markt").adjacent and ended not in bring.town().hoods


def test_the_address_of_what_ended_is_free_for_what_came_after(bring, first, tmp_path):
    parts = [Square("BU19990104", "Haven", 0, 0, 0.5), Square("BU19990105", "Kade", 0.5, 0, 0.5)]
    before = bring.hood("Haven").id
    bring(geopackage(tmp_path / "buurten_2026.gpkg", changed(without=["BU19990101"], extra=parts), year=2026))
    assert bring.town().by_slug["haven"].id != before


def test_a_neighbourhood_with_open_posts_does_not_end(bring, first, writing, tmp_path):
    before = bring.everything()
    bring.busy = {"BU19990101"}
    file = geopackage(tmp_path / "buurten_2026.gpkg", changed(without=["BU19990101"], extra=SPLIT), year=2026)
    with pytest.raises(StillInUse, match=r"BU19990101 Haven.*--map"):
        bring(file)
    assert bring.everything() == before


def test_who_says_which_part_goes_on_keeps_the_key_and_the_posts(bring, first, tmp_path):
    before = bring.hood("Haven").id
    bring.busy = {"BU19990101"}
    file = geopackage(tmp_path / "buurten_2026.gpkg", changed(without=["BU19990101"], extra=SPLIT), year=2026)
    bring(file, mapped={"BU19990101": "BU19990104"})
    assert bring.hood("Haven-West").id == before


def test_a_neighbourhood_taken_up_by_another_ends_and_tells_who_listens(bring, first, writing, tmp_path):
    bring.busy = {"BU19990101"}
    ended, heir = bring.hood("Haven").id, bring.hood("Markt").id
    larger = Square("BU19990102", "Markt", 0, 0, 1, 2)
    file = geopackage(
        tmp_path / "buurten_2026.gpkg", changed(without=["BU19990101", "BU19990102"], extra=[larger]), year=2026
    )
    with pytest.raises(StillInUse):
        bring(file)
    with writing() as work:
        delivery = read_places(work, file, municipality="GM1999")
        import_places(work, delivery, in_use=bring._in_use, mapped={"BU19990101": "BU19990102"})
        assert work.happened == [NeighbourhoodEnded(ended, (heir,))]
    assert bring.hood("Markt").id == heir


def test_pdok_geojson_without_wijken_fits_on_what_is_there(bring, first, writing, tmp_path):
    (outcome,) = bring(geojson(tmp_path / "buurt_2025.geojson"))
    assert outcome.lines == [] and [q.name for q in bring.town().quarters] == ["Oude Stad", "Nieuwe Stad"]


def test_geojson_on_the_dutch_grid_is_the_same_map(bring, first, tmp_path):
    (outcome,) = bring(geojson(tmp_path / "buurten.json", degrees=False, year=2026))
    assert outcome.vintage == 2026 and outcome.lines == []


@pytest.mark.parametrize(("separator", "encoding"), [(";", "cp1252"), (",", "utf-8"), ("\t", "utf-8-sig")])
def test_csv_is_read_whatever_it_is_written_with(bring, first, tmp_path, separator, encoding):
    town = changed(names={"BU19990203": "Molenwijk Oké"})
    (outcome,) = bring(areas_csv(tmp_path / "buurten_2026.csv", town, separator=separator, encoding=encoding))
    assert said(outcome) == [(ChangeKind.RENAMED, "BU19990203", ("BU19990203",))]
    molen = bring.hood("Molenwijk Oké")
    assert molen.outline and molen.adjacent, "what the file does not say stays"


def test_without_outlines_a_name_that_only_one_bears_shows_a_new_code(bring, first, tmp_path):
    file = areas_csv(tmp_path / "buurten_2026.csv", changed(codes={"BU19990101": "BU19990111"}))
    (outcome,) = bring(file)
    assert said(outcome) == [(ChangeKind.RECODED, "BU19990101", ("BU19990111",))]


def test_addresses_suggest_the_wijk_where_most_of_them_lie(bring, first, tmp_path):
    rows = [("1999AB", "BU19990101")] * 9 + [("1999AC", "BU19990201")] * 3 + [("1998ZZ", "BU19990202")]
    rows += [("3561AB", "BU03440341")]
    file = addresses_csv(tmp_path / "pc6hnr20250801_gwb.csv", rows)
    (outcome,) = bring(zipped(tmp_path / "2025-cbs-pc6huisnr20250801_buurt.zip", file, folder="map/"))
    town = bring.town()
    assert outcome.postcodes == 2 and outcome.lines == []
    assert town.suggestion("1999").name == "Oude Stad" and town.is_mixed("1999")
    assert town.suggestion("1998").name == "Nieuwe Stad" and not town.is_mixed("1998")
    assert town.suggestion("3561") is None


def test_only_municipalities_that_are_known_come_in_unless_one_is_asked_for(bring, writing, tmp_path):
    file = geopackage(tmp_path / "wijkenbuurten_2025_v1.gpkg")
    with pytest.raises(BadFile, match="staat niets over GM0344, GM0772"):
        bring(file, municipality=None)
    assert bring.town() is None


def test_the_year_can_be_said_when_the_file_does_not(bring, first, tmp_path):
    file = areas_csv(tmp_path / "buurten.csv")
    with pytest.raises(BadFile, match="--year"):
        bring(file)
    assert bring(file, year=2026)[0].vintage == 2026


def test_an_import_is_in_the_trail(first, writing):
    with writing() as work:
        entry = work.exec(select(AuditEntry).where(AuditEntry.action == "places.imported")).one()
    assert entry.detail == {"file": "WijkBuurtkaart_2025_v1.zip", "municipality": "GM1999", "vintage": 2025}


def test_a_map_with_an_unknown_code_is_refused(bring, first, tmp_path):
    file = geopackage(tmp_path / "buurten_2026.gpkg", year=2026)
    for mapped, code in (({"BU19990199": "BU19990101"}, "BU19990199"), ({"BU03440111": "BU19990101"}, "BU03440111")):
        with pytest.raises(BadFile, match=code):
            bring(file, mapped=mapped)


def test_districts_that_are_gone_end_and_new_ones_come(bring, first, tmp_path):
    moved = {"BU19990201": "BU19990301", "BU19990202": "BU19990302", "BU19990203": "BU19990303"}
    names = {"WK199901": DISTRICTS["WK199901"], "WK199903": "Wijk 03 Polder"}
    (outcome,) = bring(geopackage(tmp_path / "buurten_2026.gpkg", changed(codes=moved), year=2026, districts=names))
    assert [line.kind for line in outcome.lines] == [ChangeKind.RECODED] * 3
    assert [q.name for q in bring.town().quarters] == ["Oude Stad", "Polder"]
