"""The data map in words."""

import pytest

from b2b.privacy.rules import MAP, RETENTION, Seen
from b2b.privacy.rules.register import how_long, readers, sheet, span, subjects


@pytest.mark.parametrize(
    ("days", "said"), [(1, "1 dag"), (30, "30 dagen"), (365, "1 jaar"), (730, "2 jaar"), (550, "550 dagen")]
)
def test_days_are_said_as_people_do(days, said):
    assert span(days) == said


def test_who_reads_it_is_said_in_words():
    assert readers(Seen.NOBODY) == "niemand"
    assert readers(Seen.SELF | Seen.MODERATORS) == "jij, moderators"


def test_a_choice_within_bounds_shows_and_another_does_not():
    assert how_long(RETENTION["post"], 60) == "60 dagen na het sluiten"
    assert how_long(RETENTION["post"], 5) == "90 dagen na het sluiten"
    assert how_long(RETENTION["account"]) == "zolang je meedoet; daarna gewist"


def test_every_table_is_under_one_subject():
    named = [table.name for subject in subjects() for table in subject.tables]
    assert sorted(named) == sorted(MAP)
    assert all(table.personal for subject in subjects(personal=True) for table in subject.tables)


def test_the_sheet_has_a_line_for_each_column():
    assert len(list(sheet({}))) == 1 + sum(len(table.columns) for table in MAP.values())
