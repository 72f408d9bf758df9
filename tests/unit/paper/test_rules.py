"""A telephone number however it was said, and what came of a call."""

import pytest

from b2b.paper.rules import OUTCOMES, SHEET_PAGE, CallOutcome, in_pages, read_phone, spaced_phone


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("06 12 34 56 78", "0612345678"),
        ("+31 6 1234 5678", "0612345678"),
        ("+31 (0)30-1234567", "0301234567"),
        ("0031301234567", "0301234567"),
        ("030.123.45.67", "0301234567"),
        ("14030", None),
        ("0012345678", None),
        ("06 1234567", None),
        ("bel mij", None),
        ("0" * 500, None),
    ],
)
def test_a_telephone_number_has_one_spelling(typed, number):
    assert read_phone(typed) == number


def test_a_number_is_read_in_groups():
    assert spaced_phone("0612345678") == "06 12 34 56 78"
    assert spaced_phone("0301234567") == "030 123 45 67"


def test_only_who_heard_it_knows_the_news():
    untold = {outcome for outcome, words in OUTCOMES.items() if not words.tells}
    assert untold == {CallOutcome.NO_ANSWER, CallOutcome.LEFT_WORD}
    assert set(OUTCOMES) == set(CallOutcome)


def test_a_sheet_holds_so_many_requests():
    assert [len(page) for page in in_pages(list(range(SHEET_PAGE + 1)))] == [SHEET_PAGE, 1]
    assert in_pages([]) == []
