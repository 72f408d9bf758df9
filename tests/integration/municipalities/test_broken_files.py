"""A broken or hostile file is refused with a sentence, and changes nothing."""

import sqlite3
import zipfile

import pytest

from b2b.municipalities.importer import Limits
from b2b.municipalities.rules import BadFile
from tests.integration.municipalities.official import TOWN, areas_csv, changed, geojson, geopackage, zipped


def truncated(tmp_path):
    path = geopackage(tmp_path / "buurten_2026.gpkg", year=2026)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return path


def cut_zip(tmp_path):
    path = zipped(tmp_path / "kaart_2026.zip", geopackage(tmp_path / "buurten_2026.gpkg", year=2026))
    path.write_bytes(path.read_bytes()[:-200])
    return path


def damaged_zip(tmp_path):
    path = zipped(tmp_path / "kaart_2026.zip", geopackage(tmp_path / "buurten_2026.gpkg", year=2026))
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)
    return path


def bomb(tmp_path):
    path = tmp_path / "buurten_2026.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("buurten_2026.csv", "BU_CODE;BU_NAAM\n" + "0" * 3_000_000)
    return path


def wrong_columns(tmp_path):
    path = tmp_path / "buurten_2026.csv"
    path.write_text("straat;huisnummer\nDorpsstraat;1\n", "utf-8")
    return path


def xml(tmp_path):
    path = tmp_path / "buurten_2026.gml"
    path.write_text('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>', "utf-8")
    return path


def plain_sqlite(tmp_path):
    store = sqlite3.connect(tmp_path / "buurten_2026.gpkg")
    store.execute("CREATE TABLE buurten (buurtcode TEXT, buurtnaam TEXT)")
    store.commit()
    store.close()
    return tmp_path / "buurten_2026.gpkg"


def endless_view(tmp_path):
    path = geopackage(tmp_path / "buurten_2026.gpkg", [], year=2026)
    store = sqlite3.connect(path)
    store.executescript(
        "DROP TABLE buurten;"
        "CREATE VIEW buurten AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
        " SELECT 'BU19990101' AS buurtcode, 'x' AS buurtnaam, i FROM n;"
    )
    store.close()
    return path


def bad_shape(tmp_path):
    path = geopackage(tmp_path / "buurten_2026.gpkg", year=2026)
    store = sqlite3.connect(path)
    store.execute("UPDATE buurten SET geom = substr(geom, 1, 60)")
    store.commit()
    store.close()
    return path


def twice(tmp_path):
    return geopackage(tmp_path / "buurten_2026.gpkg", [*TOWN, TOWN[0]], year=2026)


def elsewhere(tmp_path):
    path = geojson(tmp_path / "buurt_2026.geojson", year=2026)
    path.write_text(path.read_text("utf-8").replace("[4.", "[104."), "utf-8")
    return path


def not_json(tmp_path):
    path = geojson(tmp_path / "buurt_2026.geojson", year=2026)
    path.write_text(path.read_text("utf-8")[:-40], "utf-8")
    return path


def deep_json(tmp_path):
    path = tmp_path / "buurt_2026.geojson"
    path.write_text('{"features":' + "[" * 200_000, "utf-8")
    return path


def most_are_missing(tmp_path):
    return geopackage(tmp_path / "buurten_2026.gpkg", TOWN[:2], year=2026)


def cut_csv(tmp_path):
    path = areas_csv(tmp_path / "buurten_2026.csv")
    path.write_bytes(path.read_bytes()[:-12])
    return path


def older(tmp_path):
    return geopackage(tmp_path / "wijkenbuurten_2020_v3.gpkg", changed(names={"BU19990101": "Oud"}), year=2020)


def nameless(tmp_path):
    return geopackage(tmp_path / "buurten_2026.gpkg", changed(names={"BU19990101": " "}), year=2026)


BROKEN = [
    (truncated, "beschadigd"),
    (cut_zip, "beschadigd"),
    (damaged_zip, "beschadigd"),
    (bomb, "verdacht groot"),
    (wrong_columns, "herken geen wijken"),
    (xml, "XML"),
    (plain_sqlite, "geen GeoPackage"),
    (bad_shape, "beschadigde vorm"),
    (twice, "staat twee keer"),
    (elsewhere, "niet in Nederland"),
    (not_json, "geen geldige GeoJSON"),
    (deep_json, "geen geldige GeoJSON"),
    (most_are_missing, "niet compleet"),
    (cut_csv, "niet compleet"),
    (older, "van 2025 er al"),
    (nameless, "geen bruikbare naam"),
]


@pytest.mark.parametrize(("make_file", "sentence"), BROKEN, ids=[make.__name__ for make, _ in BROKEN])
def test_a_broken_file_is_refused_with_a_sentence_and_changes_nothing(bring, first, tmp_path, make_file, sentence):
    folder = tmp_path / "broken"
    folder.mkdir()
    before = bring.everything()
    with pytest.raises(BadFile, match=sentence):
        bring(make_file(folder), limits=Limits(ratio_from=1_000_000))
    assert bring.everything() == before


def test_a_view_that_never_ends_is_not_read(bring, first, tmp_path):
    folder = tmp_path / "broken"
    folder.mkdir()
    (outcome,) = bring(endless_view(folder))
    assert outcome.neighbourhoods == 0
