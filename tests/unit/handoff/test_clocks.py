"""When the desk is late, and when a colleague may take over."""

from datetime import UTC, datetime, timedelta

import pytest

from b2b.handoff.rules import HandoffState, Lane, Lateness, due, lane_of, lateness, may_take_over

FRIDAY = datetime(2026, 11, 27, 14, 0, tzinfo=UTC)
BEFORE_CHRISTMAS = datetime(2026, 12, 23, 14, 0, tzinfo=UTC)


def test_a_weekend_does_not_count():
    assert due(HandoffState.NEW, FRIDAY) == FRIDAY + timedelta(days=4)


def test_dutch_holidays_do_not_count():
    # Thursday 24 December counts; Christmas falls on Friday and Saturday.
    assert due(HandoffState.NEW, BEFORE_CHRISTMAS) == datetime(2026, 12, 28, 14, 0, tzinfo=UTC)


def test_a_municipality_chooses_how_fast_it_picks_up():
    monday = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    assert due(HandoffState.NEW, monday, 1) == monday + timedelta(days=1)


@pytest.mark.parametrize("state", [HandoffState.DONE, HandoffState.RETURNED, HandoffState.WITHDRAWN])
def test_what_is_closed_has_no_clock(state):
    assert due(state, FRIDAY) is None


@pytest.mark.parametrize(
    ("left", "how"),
    [
        (timedelta(0), Lateness.LATE),
        (timedelta(hours=-1), Lateness.LATE),
        (timedelta(hours=2), Lateness.TODAY),
        (timedelta(days=1), Lateness.FINE),
    ],
)
def test_a_clock_is_late_today_or_fine(left, how):
    assert lateness(FRIDAY + left, FRIDAY) is how


def test_a_colleague_takes_over_from_who_is_away_or_late_and_from_nobody_else():
    soon = FRIDAY + timedelta(days=1)
    assert may_take_over(soon, FRIDAY, away=True)
    assert may_take_over(FRIDAY, FRIDAY, away=False)
    assert not may_take_over(soon, FRIDAY, away=False)


@pytest.mark.parametrize("nonsense", [None, "", "onzin", "' OR 1"])
def test_an_unknown_part_of_the_list_is_the_first(nonsense):
    assert lane_of(nonsense) is Lane.NEW
