"""Files are told apart by what is in them, and a hostile one is refused before it is unpacked."""

import zipfile

import pytest

from b2b.municipalities.importer.columns import read_columns
from b2b.municipalities.importer.files import Kind, Limits, kind_of, parts_of
from b2b.municipalities.importer.tables import tables_of
from b2b.municipalities.rules import BadFile, Level
from tests.integration.municipalities.official import areas_csv, geopackage, zipped


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"SQLite format 3\0....", Kind.GEOPACKAGE),
        (b"PK\x03\x04....", Kind.ZIP),
        (b'\xef\xbb\xbf {"type":', Kind.GEOJSON),
        (b"BU_CODE;BU_NAAM\r\n", Kind.CSV),
        (b"a\tb\n", Kind.CSV),
    ],
)
def test_a_file_is_what_its_first_bytes_say(head, kind):
    assert kind_of("buurten.txt", head) is kind


@pytest.mark.parametrize(
    ("head", "sentence"),
    [
        (b"", "leeg"),
        (b"\x00\x00\x27\x0a", "shapefile"),
        (b"<?xml", "XML"),
        (b"\x89PNG\r\n\0\0", "geen GeoPackage"),
        (b"hallo\nwereld\n", "geen kolommen"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_take_instead(head, sentence):
    with pytest.raises(BadFile, match=sentence):
        kind_of("kaart", head)


def test_the_readable_files_of_a_zip_are_found_geopackage_first(tmp_path):
    path = zipped(tmp_path / "alles.zip", areas_csv(tmp_path / "a.csv"), geopackage(tmp_path / "b.gpkg"), folder="x/")
    assert [(part.name, part.kind) for part in parts_of(path, tmp_path, Limits())] == [
        ("x/b.gpkg", Kind.GEOPACKAGE),
        ("x/a.csv", Kind.CSV),
    ]


def test_an_entry_cannot_be_unpacked_outside_its_folder(tmp_path):
    path, folder = tmp_path / "uit.zip", tmp_path / "folder"
    folder.mkdir()
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(geopackage(tmp_path / "b.gpkg"), "../../../b.gpkg")
    (part,) = parts_of(path, folder, Limits())
    assert part.on_disk().parent == folder and tables_of(part, Limits())


@pytest.mark.parametrize(
    ("limits", "sentence"),
    [
        (Limits(entries=1), "te veel bestanden"),
        (Limits(unpacked_bytes=10), "te groot"),
        (Limits(ratio=1, ratio_from=10), "verdacht"),
    ],
)
def test_a_zip_that_unpacks_too_large_is_refused(tmp_path, limits, sentence):
    path = zipped(tmp_path / "kaart.zip", areas_csv(tmp_path / "a.csv"))
    with pytest.raises(BadFile, match=sentence):
        parts_of(path, tmp_path, limits)


def test_a_zip_in_a_zip_is_not_opened(tmp_path):
    inner = zipped(tmp_path / "binnen.zip", areas_csv(tmp_path / "a.csv"))
    with pytest.raises(BadFile, match="geen GeoPackage"):
        parts_of(zipped(tmp_path / "buiten.zip", inner), tmp_path, Limits())


def test_a_line_without_end_is_not_kept_in_memory(tmp_path):
    (tmp_path / "lang.csv").write_text("BU_CODE;BU_NAAM\n" + "x" * 5000, "utf-8")
    limits = Limits(line_characters=1000)
    (part,) = parts_of(tmp_path / "lang.csv", tmp_path, limits)
    (table,) = tables_of(part, limits)
    with pytest.raises(BadFile, match="zonder einde"):
        list(table.rows())


def test_a_file_in_two_alphabets_is_read_line_by_line(tmp_path):
    path = tmp_path / "gemengd.csv"
    path.write_bytes("BU_CODE;BU_NAAM\nBU19990101;Máxima\n".encode() + "BU19990102;Curaçao\n".encode("cp1252"))
    (part,) = parts_of(path, tmp_path, Limits())
    assert [row["neighbourhood_name"] for row, _ in tables_of(part, Limits())[0].rows()] == ["Máxima", "Curaçao"]


@pytest.mark.parametrize(
    ("spelled", "level", "year"),
    [
        (["BU_CODE", "BU_NAAM", "WK_CODE", "GM_CODE", "GM_NAAM", "H2O"], Level.NEIGHBOURHOOD, None),
        (["fid", "buurtcode", "buurtnaam", "wijkcode", "gemeentecode", "water", "geom"], Level.NEIGHBOURHOOD, None),
        (["wijkcode", "wijknaam", "gemeentecode", "gemeentenaam"], Level.DISTRICT, None),
        (["GM_CODE", "GM_NAAM"], Level.MUNICIPALITY, None),
    ],
)
def test_columns_tell_what_a_row_is(spelled, level, year):
    columns = read_columns(spelled)
    assert columns.level is level and columns.is_areas and not columns.is_addresses and columns.year == year


def test_columns_of_other_publishers_are_known():
    pdok = read_columns(["statcode", "jrstatcode", "statnaam", "rubriek", "gmCode"])
    assert pdok.is_areas and pdok.level is None and pdok.names["municipality"] == "gmCode"
    addresses = read_columns(["PC6", "Huisnummer", "Buurt2023", "Wijk2023", "Gemeente2023"])
    assert addresses.is_addresses and not addresses.is_areas and addresses.year == 2023
    assert read_columns(["code", "name", "population_2022"]).names["population"] == "population_2022"
    assert not read_columns(["straat", "huisnummer"]).is_areas
