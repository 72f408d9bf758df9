"""Help that comes back: when each turn is, what can happen to it, and who may see what. Without a database."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import product

import pytest

from b2b.agreements.rules import BadMoment
from b2b.core.clock import local
from b2b.core.lifecycle import IllegalMove
from b2b.recurring.rules import (
    PLACE_LIFECYCLE,
    RECOVER,
    RHYTHM_WORDS,
    RHYTHMS,
    SERIES_LIFECYCLE,
    SERIES_WORDS,
    TURN_LIFECYCLE,
    TURN_WORDS,
    PlaceAction,
    PlaceState,
    SeriesAction,
    SeriesState,
    TurnAction,
    TurnState,
    can_be_shared,
    can_take,
    can_tell,
    first_moment,
    holiday,
    is_at_door,
    may_see_address,
    moments,
    verdict,
)

NOW = datetime(2026, 10, 12, 9, tzinfo=UTC)
LIVES = (
    (SERIES_LIFECYCLE, SeriesState, SeriesAction),
    (TURN_LIFECYCLE, TurnState, TurnAction),
    (PLACE_LIFECYCLE, PlaceState, PlaceAction),
)
EVERY_MOVE = [(life, state, action) for life, states, actions in LIVES for state, action in product(states, actions)]
LEGAL = [move for move in EVERY_MOVE if (move[1], move[2]) in move[0].moves]
T, A = TurnState, TurnAction


def at(year, month, day, hour=10):
    return first_moment(
        date(year, month, day), time(hour), datetime(year, month, day, tzinfo=UTC) - timedelta(days=1)
    )


@pytest.mark.parametrize(("life", "state", "action"), LEGAL)
def test_a_legal_move_leads_to_another_state(life, state, action):
    assert life.after(state, action) is not state


@pytest.mark.parametrize(("life", "state", "action"), [move for move in EVERY_MOVE if move not in LEGAL])
def test_any_other_move_is_refused(life, state, action):
    with pytest.raises(IllegalMove):
        life.after(state, action)


def test_every_state_and_rhythm_has_a_name():
    assert set(SERIES_WORDS) == set(SeriesState)
    assert set(TURN_WORDS) == set(TurnState)
    assert set(RHYTHM_WORDS) == set(product(RHYTHMS, range(7)))


def test_ten_oclock_stays_ten_oclock_when_summer_time_ends():
    found = moments(at(2026, 10, 15), every=1, times=3)
    assert [local(moment).hour for moment in found] == [10, 10, 10]
    assert [moment.hour for moment in found] == [8, 8, 9]


def test_ten_oclock_stays_ten_oclock_when_summer_time_begins():
    found = moments(at(2027, 3, 25), every=1, times=2)
    assert [(local(moment).day, local(moment).hour) for moment in found] == [(25, 10), (1, 10)]


def test_a_turn_in_the_hour_that_a_summer_night_skips_comes_an_hour_later_that_once():
    found = moments(first_moment(date(2027, 3, 21), time(2, 30), NOW), every=1, times=3)
    assert [f"{local(moment):%H:%M}" for moment in found] == ["02:30", "03:30", "02:30"]


def test_every_other_week_leaves_two_weeks_between():
    first, second = moments(at(2026, 11, 5), every=2, times=2)
    assert local(second).date() - local(first).date() == timedelta(days=14)


def test_a_series_does_not_begin_in_the_past():
    with pytest.raises(BadMoment):
        first_moment(date(2026, 10, 1), time(10), NOW)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ((2026, 12, 25), "Eerste Kerstdag"),
        ((2027, 3, 26), "Goede Vrijdag"),
        ((2027, 3, 29), "Tweede Paasdag"),
        ((2027, 5, 6), "Hemelvaartsdag"),
        ((2027, 5, 17), "Tweede Pinksterdag"),
        ((2027, 4, 27), "Koningsdag"),
        ((2031, 4, 26), "Koningsdag"),
        ((2027, 5, 7), ""),
    ],
)
def test_a_holiday_is_called_by_its_name(day, name):
    assert holiday(at(*day)) == name


@pytest.mark.parametrize(
    ("away", "seen"),
    [
        (timedelta(days=8), False),
        (timedelta(days=7), True),
        (-timedelta(hours=23), True),
        (-timedelta(hours=25), False),
    ],
)
def test_the_address_shows_from_a_week_before_ones_own_turn_until_a_day_after(away, seen):
    assert may_see_address([NOW + away], NOW) is seen


def test_without_a_turn_nobody_sees_the_address():
    assert not may_see_address([], NOW)


@pytest.mark.parametrize(
    ("state", "went_well", "by_asker", "action"),
    [
        (T.PLANNED, True, False, A.COMPLETE),
        (T.PLANNED, False, True, A.MISS),
        (T.PLANNED, False, False, None),
        (T.MISSED, True, False, None),
        (T.MISSED, True, True, A.COMPLETE),
        (T.DONE, True, True, None),
        (T.DONE, False, True, A.MISS),
    ],
)
def test_that_nobody_came_is_for_who_waited_to_say(state, went_well, by_asker, action):
    assert verdict(state, went_well=went_well, by_asker=by_asker) is action


def test_how_a_turn_went_can_be_told_for_two_months_once_it_began():
    began = [NOW + timedelta(minutes=1), NOW, NOW - timedelta(days=60), NOW - timedelta(days=61)]
    assert [can_tell(T.PLANNED, moment, NOW) for moment in began] == [False, True, True, False]
    assert not can_tell(T.SKIPPED, NOW, NOW)


@pytest.mark.parametrize(
    ("state", "after", "can"),
    [
        (T.OPEN, timedelta(minutes=-1), True),
        (T.OPEN, timedelta(), False),
        (T.PLANNED, timedelta(hours=-1), False),
        (T.MISSED, timedelta(minutes=-1), False),
        (T.MISSED, timedelta(), True),
        (T.MISSED, RECOVER - timedelta(seconds=1), True),
        (T.MISSED, RECOVER, False),
    ],
)
def test_another_takes_what_nobody_has_and_for_a_day_what_nobody_came_to(state, after, can):
    assert can_take(state, NOW, NOW + after) is can


@pytest.mark.parametrize(
    ("state", "after", "can"),
    [
        (T.PLANNED, timedelta(days=-7, seconds=-1), False),
        (T.PLANNED, timedelta(days=-7), True),
        (T.PLANNED, timedelta(hours=5), True),
        (T.PLANNED, timedelta(hours=6), False),
        (T.OPEN, timedelta(days=-1), False),
        (T.SKIPPED, timedelta(days=-1), False),
    ],
)
def test_who_comes_is_shown_to_somebody_trusted_from_a_week_before_until_after_the_visit(state, after, can):
    assert can_be_shared(state, NOW, NOW + after) is can


@pytest.mark.parametrize(
    ("state", "after", "can"),
    [
        (TurnState.PLANNED, -timedelta(days=60), True),
        (TurnState.PLANNED, timedelta(hours=23), True),
        (TurnState.PLANNED, timedelta(hours=24), False),
        (TurnState.OPEN, -timedelta(days=1), False),
        (TurnState.SKIPPED, -timedelta(days=1), False),
        (TurnState.MISSED, timedelta(hours=1), False),
    ],
)
def test_a_word_and_a_sign_stand_with_a_turn_while_somebody_comes(state, after, can):
    assert is_at_door(state, NOW, NOW + after) is can
