"""Small numbers stay unknown, also to who subtracts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b2b.moderation.rules.masking import FLOOR, masked, total_of

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
        ({}, {}),
    ],
)
def test_what_is_small_is_left_out_with_enough_beside_it(row, shown):
    assert masked(row) == shown


def test_a_total_that_would_tell_is_left_out():
    assert total_of({"a": 3, "b": 0}) is None
    assert total_of({"a": 3, "b": 7, "c": 20}) == 30
    assert total_of({"a": 0}) == 0


@given(ROWS)
def test_no_small_count_is_ever_shown(row):
    assert not [number for number in masked(row).values() if number is not None and 0 < number < FLOOR]


@given(ROWS)
def test_what_is_shown_is_true(row):
    assert all(number in (None, row[key]) for key, number in masked(row).items())


@given(ROWS)
def test_with_a_total_nothing_can_be_subtracted(row):
    """Of each number left out, who knows the total and the rest can think of at least two."""
    shown, total = masked(row), total_of(row)
    left_out = [key for key, number in shown.items() if number is None]
    if not left_out or total is None:
        return
    rest = total - sum(number for number in shown.values() if number is not None)
    assert len(left_out) >= 2
    assert rest > len(left_out)
    assert rest - (len(left_out) - 1) > 1


@given(ROWS)
def test_masking_is_the_same_each_time(row):
    assert masked(row) == masked(dict(reversed(list(row.items()))))
