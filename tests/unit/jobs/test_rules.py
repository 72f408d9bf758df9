"""When a job runs again, and which slot a moment falls in."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b2b.core.clock import local
from b2b.jobs.rules import BACKOFF_CAP, WAIT_CAP, backoff, wait_after
from b2b.jobs.schedule import Slot, begun, daily, every


@pytest.mark.parametrize(("attempt", "seconds"), [(1, 5), (2, 10), (3, 20), (4, 40), (8, 640)])
def test_each_wait_is_twice_the_last(attempt, seconds):
    assert backoff(attempt, chance=0.5) == timedelta(seconds=seconds)


@given(st.integers(1, 10_000), st.floats(0, 1))
def test_a_wait_is_never_longer_than_an_hour_nor_shorter_than_seconds(attempt, chance):
    assert timedelta(seconds=2.5) <= backoff(attempt, chance) <= BACKOFF_CAP


@pytest.mark.parametrize(
    ("asked", "wait"),
    [
        (None, timedelta(seconds=5)),
        (timedelta(seconds=1), timedelta(seconds=5)),
        (timedelta(minutes=10), timedelta(minutes=10)),
        (timedelta(days=4000), WAIT_CAP),
        (timedelta(seconds=-5), timedelta(seconds=5)),
    ],
)
def test_the_outside_world_may_ask_for_a_longer_wait_within_reason(asked, wait):
    assert wait_after(1, asked, chance=0.5) == wait


def slots(moment, key):
    return list(begun([Slot("purge", key)], moment))


def test_a_day_begins_at_its_hour_on_the_dutch_clock():
    before = datetime(2026, 7, 1, 1, 59, tzinfo=UTC)
    assert slots(before, daily(4)) == ["purge:2026-06-30"]
    assert slots(before + timedelta(minutes=1), daily(4)) == ["purge:2026-07-01"]


def test_quarters_follow_each_other():
    start = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    names = [slots(start + timedelta(minutes=minute), every(15))[0] for minute in range(60)]
    assert len(dict.fromkeys(names)) == 4
    assert names[0] == "purge:2026-11-23T10:00+0100"


def test_the_hour_that_comes_twice_has_its_slots_twice():
    summer_ends = datetime(2026, 10, 25, 0, 0, tzinfo=UTC)
    names = {slots(summer_ends + timedelta(minutes=minute), every(30))[0] for minute in range(120)}
    assert len(names) == 4


def test_every_day_of_a_year_has_one_slot_also_when_the_clock_changes():
    start = datetime(2026, 1, 1, 12, 0, tzinfo=UTC)
    names = {slots(start + timedelta(hours=hour), daily(4))[0] for hour in range(365 * 24)}
    assert len(names) == 366  # from the middle of the first day to the middle of the last
    assert local(start).hour == 13
