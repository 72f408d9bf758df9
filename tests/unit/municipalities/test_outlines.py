"""Outlines go to text and back, and onto a map."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from b2b.municipalities import builtin
from b2b.municipalities.rules import box_around, draw, read_outline, write_outline

SQUARE = [[(5.1, 52.1), (5.2, 52.1), (5.2, 52.2), (5.1, 52.2), (5.1, 52.1)]]
HOLE = [(5.14, 52.14), (5.16, 52.14), (5.15, 52.16)]
degree = st.integers(300_000, 730_000).map(lambda n: n / 100_000)
rings = st.lists(st.tuples(degree, degree), min_size=3, max_size=12, unique=True)


def test_an_outline_is_short_text_without_its_last_point():
    assert write_outline([SQUARE]) == "510000,5210000 10000,0 0,10000 -10000,0"


def test_holes_and_parts_come_back():
    parts = [[SQUARE[0][:-1], HOLE], [[(5.3, 52.3), (5.31, 52.3), (5.31, 52.31)]]]
    assert read_outline(write_outline(parts)) == parts


def test_nothing_has_no_outline():
    assert read_outline("") == [] and write_outline([]) == "" and box_around([""]) is None
    assert write_outline([[[(5.1, 52.1), (5.1, 52.1), (5.100001, 52.1)]]]) == ""


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(rings, min_size=1, max_size=3), max_size=3))
def test_any_outline_survives(parts):
    assert read_outline(write_outline(parts)) == parts


@settings(deadline=None, max_examples=60)
@given(rings)
def test_a_drawing_stays_on_its_map(ring):
    text = write_outline([[ring]])
    box = box_around([text])
    x = y = 0
    path = draw(text, box)
    if path:
        start, _, steps = path.removeprefix("M").removesuffix("z").partition("l")
        x, y = map(int, start.split())
        numbers = list(map(int, steps.split()))
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            assert 0 <= x <= 1000 and 0 <= y <= box.height
            x, y = x + dx, y + dy
        assert 0 <= x <= 1000 and 0 <= y <= box.height


@pytest.mark.parametrize("code", builtin.builtin_codes())
def test_the_built_in_files_are_small_sound_and_say_where_they_come_from(code):
    file = Path(builtin.DATA, f"{code}.json")
    place = json.loads(file.read_text("utf-8"))
    assert file.stat().st_size < 40_000
    assert "CC BY 4.0" in place["source"] and place["buurten_vintage"] == 2025
    for row in [*place["districts"], *place["neighbourhoods"]]:
        assert write_outline(read_outline(row[-1])) == row[-1]
    codes = [row[0] for row in place["neighbourhoods"]]
    assert len(codes) == len(set(codes))
    wijken = [row[0] for row in place["districts"]]
    assert all(wijken[row[2]] == f"WK{row[0][2:8]}" for row in place["neighbourhoods"])
    assert all(0 <= index < len(wijken) for index in place["postcodes"].values())
