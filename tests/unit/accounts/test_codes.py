"""A code is six digits, read forgivingly, kept as a slow hash."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b2b.accounts.rules import CODE_TRIES, code_hash, new_code, read_code, same, spaced, worth_a_try

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SOON = NOW + timedelta(minutes=5)


def test_a_new_code_has_six_digits_and_leading_zeros_stay():
    codes = {new_code() for _ in range(300)}
    assert len(codes) > 250
    assert all(len(code) == 6 and code.isdigit() for code in codes)


@pytest.mark.parametrize("typed", ["482913", "482 913", " 482-913 ", "482.913", "482–913", "4 8 2 9 1 3"])
def test_a_code_may_be_typed_or_pasted_in_any_way(typed):
    assert read_code(typed) == "482913"


@pytest.mark.parametrize("typed", ["", "48291", "4829131", "abcdef", "48291٣", "48291²", "9" * 5000])
def test_what_is_no_code_is_not_tried(typed):
    assert read_code(typed) is None


@given(st.text(max_size=80))
def test_reading_never_fails_and_gives_six_ascii_digits_or_nothing(typed):
    code = read_code(typed)
    assert code is None or (len(code) == 6 and code.isascii() and code.isdigit())


def test_the_hash_depends_on_the_salt():
    assert code_hash(b"482913", b"a" * 16) == code_hash(b"482913", b"a" * 16)
    assert not same(code_hash(b"482913", b"a" * 16), code_hash(b"482913", b"b" * 16))


def test_a_code_is_read_best_in_two_halves():
    assert spaced("482913") == "482 913"


@pytest.mark.parametrize(
    ("tries", "expires", "used", "alive"),
    [
        (0, SOON, None, True),
        (CODE_TRIES - 1, SOON, None, True),
        (CODE_TRIES, SOON, None, False),
        (0, NOW, None, False),
        (0, SOON, NOW, False),
    ],
)
def test_a_code_dies_of_age_of_tries_and_of_use(tries, expires, used, alive):
    assert worth_a_try(tries, expires, used, NOW) is alive
