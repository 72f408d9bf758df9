"""Geometry: from the Dutch grid to degrees, what shares ground, what shares a border, what is kept of it."""

import numpy as np
import pytest
import shapely

from b2b.municipalities.importer import shapes
from b2b.municipalities.models import OUTLINE_MAX
from b2b.municipalities.rules import BadFile
from tests.integration.municipalities.official import TOWN, blob

IN_DEGREES = {square.code: shapes.in_degrees(square.shape) for square in TOWN}
HAVEN, MARKT, STATION, WEIDEZICHT = "BU19990101", "BU19990102", "BU19990201", "BU19990202"


@pytest.mark.parametrize(
    ("place", "x", "y", "lon", "lat"),
    [
        ("Onze Lieve Vrouwetoren", 155_000, 463_000, 5.38720621, 52.15517440),
        ("Westertoren", 120_700.723, 487_525.501, 4.88352559, 52.37453253),
        ("Martinitoren", 233_883.131, 582_065.167, 6.56820053, 53.21938317),
    ],
)
def test_towers_stand_where_they_stand(place, x, y, lon, lat):
    found = shapes.rd_to_degrees(np.array([[x, y]]))[0]
    assert tuple(found) == pytest.approx((lon, lat), abs=4e-6), f"{place} lies more than 0.3 m off"


def test_a_blob_is_read_with_and_without_its_envelope():
    square = TOWN[0].shape
    for envelope in (True, False):
        assert shapes.shape_of_blob(blob(square, envelope=envelope)).equals(square)
    assert shapes.shape_of_blob(b"GP\0" + bytes([0b00010001]) + b"\0" * 4 + shapely.to_wkb(shapely.Polygon())) is None


@pytest.mark.parametrize(
    "bad",
    [
        b"",
        b"GP\0",
        b"XX" + b"\0" * 60,
        blob(TOWN[0].shape)[:50],
        b"GP\0\1\0\0\0\0" + shapely.to_wkb(shapely.Point(1, 2)),
    ],
)
def test_a_damaged_blob_is_refused(bad):
    with pytest.raises(BadFile):
        shapes.shape_of_blob(bad)


@pytest.mark.parametrize(
    "bad",
    [
        {"type": "Point", "coordinates": [5, 52]},
        {"type": "Polygon", "coordinates": [[["a", "b"]]]},
        {"type": "Polygon", "coordinates": 7},
        {"type": "Polygon"},
        {"type": "Polygon", "coordinates": [[[5, 52], [6, 52]]]},
        {"type": "Polygon", "coordinates": [[[5, 52], [1e400, 52], [5, 53], [5, 52]]]},
        "Polygon",
        [],
    ],
)
def test_a_damaged_geojson_shape_is_refused(bad):
    with pytest.raises(BadFile):
        shapes.shape_of_geojson(bad)


def test_degrees_the_wrong_way_round_are_turned():
    turned = shapely.transform(IN_DEGREES[HAVEN], lambda points: points[:, ::-1])
    assert shapes.in_degrees(turned).equals(IN_DEGREES[HAVEN])


def test_a_place_outside_the_country_is_refused():
    with pytest.raises(BadFile, match="Nederland"):
        shapes.in_degrees(shapely.box(13, 52, 14, 53))


def test_a_crossed_outline_is_mended():
    bow = shapely.Polygon([(5, 52), (5.1, 52.1), (5.1, 52), (5, 52.1)])
    assert shapes.in_degrees(bow).is_valid


def test_what_lies_side_by_side_shares_a_border_and_a_corner_is_none():
    borders = shapes.borders(IN_DEGREES)
    assert borders[HAVEN, MARKT] == pytest.approx(500, rel=0.01)
    assert borders[HAVEN, STATION] == pytest.approx(500, rel=0.01)
    assert (HAVEN, WEIDEZICHT) not in borders and len(borders) == 7


def test_a_gap_of_less_than_a_metre_is_still_a_border():
    near = {HAVEN: TOWN[0].shape, MARKT: shapely.affinity.translate(TOWN[1].shape, 0, 0.4)}
    assert shapes.borders({code: shapes.in_degrees(shape) for code, shape in near.items()})[HAVEN, MARKT] > 450


def test_shared_ground_is_measured():
    half = shapely.box(*TOWN[0].shape.bounds[:2], TOWN[0].shape.bounds[0] + 250, TOWN[0].shape.bounds[3])
    (found,) = shapes.overlaps({"A": IN_DEGREES[HAVEN]}, {"X": shapes.in_degrees(half)})
    assert (found.iou, found.of_old, found.of_new) == pytest.approx((0.5, 0.5, 1.0), abs=0.01)
    assert shapes.overlaps({}, {"X": IN_DEGREES[HAVEN]}) == []


def test_an_outline_comes_back_as_the_same_ground():
    text = shapes.outlines({HAVEN: IN_DEGREES[HAVEN]})[HAVEN]
    again = shapes.read_shape(text)
    assert shapes.overlaps({"A": IN_DEGREES[HAVEN]}, {"A": again})[0].iou > 0.99
    assert shapes.read_shape("") is None


def test_finely_drawn_areas_are_simplified_together_and_still_touch():
    wave = [(x / 5000 + 5, 52.05 + 0.0001 * np.sin(x)) for x in range(5000)]
    south = shapely.Polygon([(5, 52), *wave, (wave[-1][0], 52)])
    north = shapely.Polygon([(5, 52.1), *wave, (wave[-1][0], 52.1)])
    texts = shapes.outlines({"N": north, "S": south})
    assert all(0 < len(text) <= OUTLINE_MAX for text in texts.values())
    drawn = {code: shapes.read_shape(text) for code, text in texts.items()}
    assert shapes.size(drawn["N"]) < shapes.size(north) / 2
    assert shapes.borders(drawn)["N", "S"] > 40_000
    assert drawn["N"].intersection(drawn["S"]).area < 1e-9


def test_a_label_stands_inside_a_crescent():
    crescent = shapely.Point(5, 52).buffer(0.1).difference(shapely.Point(5.04, 52).buffer(0.1))
    assert crescent.contains(shapely.Point(shapes.centre(crescent)))
