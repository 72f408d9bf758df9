"""References: short, unguessable, read forgivingly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b2b.core.ids import ALPHABET, REFERENCE_LENGTH, new_reference, read_reference


def test_a_reference_has_a_letter_and_eight_signs_that_cannot_be_confused():
    reference = new_reference("H")
    assert len(reference) == REFERENCE_LENGTH
    assert reference.startswith("H-")
    assert set(reference[2:].replace("-", "")) <= set(ALPHABET)


def test_two_references_differ():
    assert len({new_reference("V") for _ in range(1000)}) == 1000


@pytest.mark.parametrize("typed", ["H-7K2M-9QXD", "h-7k2m-9qxd", "h7k2m9qxd", "H 7K2M 9QXD", " H-7K2M 9QXD"])
def test_what_somebody_types_is_read_forgivingly(typed):
    assert read_reference(typed) == "H-7K2M-9QXD"


def test_o_is_read_as_zero_and_i_and_l_as_one():
    assert read_reference("V-OIL0-1111") == "V-0110-1111"


@given(st.text(max_size=60))
def test_anything_else_is_no_reference_and_never_an_error(text):
    found = read_reference(text)
    assert found is None or len(found) == REFERENCE_LENGTH
