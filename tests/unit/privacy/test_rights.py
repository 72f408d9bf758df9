"""What residents may ask: until when, who answers, and that every code in a copy has a word."""

from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest
from sqlalchemy import Enum
from sqlmodel import SQLModel

import b2b.tables  # noqa: F401 - every table, imported
from b2b.core.clock import local
from b2b.core.lifecycle import IllegalMove
from b2b.privacy.queries.owning import personal_tables
from b2b.privacy.reading import said
from b2b.privacy.rules.code_words import VALUES
from b2b.privacy.rules.erasing import ERASURE_LIFECYCLE, ErasureAction, ErasureState, erase_at, last_day
from b2b.privacy.rules.labels import OWN_SIDE, THEMES, exported
from b2b.privacy.rules.requests import (
    REQUEST_LIFECYCLE,
    RequestAction,
    RequestState,
    due_on,
    is_late,
    is_urgent,
)

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LIFECYCLES = [(ERASURE_LIFECYCLE, ErasureState, ErasureAction), (REQUEST_LIFECYCLE, RequestState, RequestAction)]


@pytest.mark.parametrize(
    ("lifecycle", "state", "action"),
    [(table, *pair) for table, states, actions in LIFECYCLES for pair in product(states, actions)],
)
def test_every_pair_of_state_and_action_is_decided(lifecycle, state, action):
    if lifecycle.allows(state, action):
        assert lifecycle.after(state, action) is not state
    else:
        with pytest.raises(IllegalMove):
            lifecycle.after(state, action)


def test_there_is_no_way_back_once_a_job_is_erasing():
    assert not ERASURE_LIFECYCLE.allows(ErasureState.AT_WORK, ErasureAction.UNDO)


@pytest.mark.parametrize("hour", [0, 9, 22, 23])
def test_somebody_has_fourteen_whole_days_to_come_back(hour):
    asked = MONDAY.replace(hour=hour)
    due = erase_at(asked)
    assert timedelta(days=14) <= due - asked <= timedelta(days=15)
    assert (local(due).hour, local(due).minute) == (0, 0)


def test_the_last_day_is_the_one_that_ends_when_the_deletion_begins():
    assert local(last_day(erase_at(MONDAY))).date() == date(2026, 12, 7)


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        (datetime(2026, 11, 23, 9, tzinfo=UTC), date(2026, 12, 23)),
        (datetime(2026, 12, 15, 9, tzinfo=UTC), date(2027, 1, 15)),
        (datetime(2027, 1, 31, 9, tzinfo=UTC), date(2027, 2, 28)),
        (datetime(2028, 1, 31, 9, tzinfo=UTC), date(2028, 2, 29)),
        (datetime(2026, 11, 30, 23, 30, tzinfo=UTC), date(2027, 1, 1)),  # on the Dutch clock it is December already
    ],
)
def test_an_answer_is_there_within_a_month(asked, due):
    assert due_on(asked) == due


def test_a_request_is_late_only_after_its_last_day():
    due = date(2026, 12, 23)
    assert not is_late(due, datetime(2026, 12, 23, 22, 59, tzinfo=UTC))
    assert is_late(due, datetime(2026, 12, 23, 23, 0, tzinfo=UTC))
    assert not is_urgent(due, datetime(2026, 12, 16, 12, tzinfo=UTC))
    assert is_urgent(due, datetime(2026, 12, 17, 12, tzinfo=UTC))


def test_every_table_about_people_is_under_a_theme():
    themed = {table.name for _title, tables in THEMES for table in tables}
    missing = {table.name for table in personal_tables()} - themed
    assert missing == set(), "name the file of the data map in privacy/rules/labels.py, THEMES"


def test_every_code_in_a_copy_has_a_word():
    codes = {
        code
        for table in personal_tables()
        for column in exported(table)
        if isinstance(kind := SQLModel.metadata.tables[table.name].c[column.name].type, Enum)
        for code in kind.enums
    }
    assert sorted(codes - set(VALUES)) == [], "write a Dutch word in privacy/rules/code_words.py, VALUES"


def test_what_is_of_one_side_names_a_column_that_says_whose():
    for (table, name), side in OWN_SIDE.items():
        columns = SQLModel.metadata.tables[table].c
        assert name in columns and columns[side].foreign_keys


def test_values_read_as_people_speak():
    assert said(True) == "ja"
    assert said(ErasureState.UNDONE) == "teruggedraaid"
    assert said(date(2026, 12, 7)) == "7 december 2026"
    assert said(MONDAY) == "maandag 23 november om 10.00 uur (2026)"
    assert said({"titel": ["een", "twee"]}) == "titel: een, twee"
