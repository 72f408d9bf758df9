"""Small numbers stay unknown, also to who subtracts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b2b.moderation.rules.masking import FLOOR, masked

ROWS = st.dictionaries(st.sampled_from("abcdefghij"), st.integers(0, 40), max_size=10)


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        ({"a": 0, "b": 7}, {"a": 0, "b": 7}),
        ({"a": 3, "b": 7}, {"a": None, "b": None}),
        ({"a": 3, "b": 7, "c": 20}, {"a": None, "b": None, "c": 20}),
        ({"a": 3, "b": 4, "c": 20}, {"a": None, "b": None, "c": 20}),
        ({"a": 1, "b": 1, "c": 9, "d": 20}, {"a": None, "b": None, "c": None, "d": 20}),
        ({"a": 4, "b": 4, "c": 9, "d": 20}, {"a": None, "b": None, "c": None, "d": 20}),
        ({"a": 3, "b": 0, "c": 0}, {"a": None, "b": None, "c": None}),
        ({}, {}),
    ],
)
def test_what_is_small_is_left_out_with_enough_beside_it(row, shown):
    assert masked(row) == shown


@given(ROWS)
def test_no_small_count_is_ever_shown(row):
    assert not [number for number in masked(row).values() if number is not None and 0 < number < FLOOR]


@given(ROWS)
def test_what_is_shown_is_true(row):
    assert all(number in (None, row[key]) for key, number in masked(row).items())


@given(ROWS)
def test_with_a_total_nothing_can_be_subtracted(row):
    """Of each number left out, who knows the total and the rest can think of at least two."""
    shown, total = masked(row), sum(row.values())
    left_out = [key for key, number in shown.items() if number is None]
    if not left_out or len(row) < 2:
        return
    rest = total - sum(number for number in shown.values() if number is not None)
    least = 0 if len(left_out) == len(row) else 1  # when nothing is told, any of them may be zero
    assert len(left_out) >= 2
    assert rest > len(left_out) * least


@given(ROWS)
def test_masking_is_the_same_each_time(row):
    assert masked(row) == masked(dict(reversed(list(row.items()))))
