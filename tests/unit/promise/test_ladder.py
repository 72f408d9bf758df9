"""When each rung is taken: on working days, by day, over weekends, holidays and the change of the clock."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b2b.core.calendar import FreeDays, WorkingWeek
from b2b.core.clock import from_local, local
from b2b.promise.rules import PROMISE_LIFECYCLE, PromiseAction, PromiseState
from b2b.promise.rules.ladder import (
    GAP,
    LADDER,
    URGENT_GAP,
    Rung,
    Term,
    by_day,
    next_moment,
    planned,
    taken_words,
    term_of,
    to_take,
)


def dutch(year, month, day, hour, minute=0):
    return from_local(datetime(year, month, day, hour, minute))  # noqa: DTZ001 - a wall clock, read by from_local


def words(moment):
    return f"{local(moment):%a %d %b %H:%M}"


MONDAY = dutch(2026, 11, 23, 10)


def test_two_working_days_from_monday_morning():
    assert [words(moment) for moment in planned(Term(), MONDAY)] == [
        "Mon 23 Nov 16:00",
        "Tue 24 Nov 09:00",  # four in the night waits for the morning
        "Tue 24 Nov 16:00",
        "Tue 24 Nov 19:30",  # ten in the evening does not: an hour later the term is over
        "Wed 25 Nov 10:00",
    ]


def test_what_a_night_would_move_to_the_end_comes_the_evening_before():
    plan = planned(Term(), dutch(2026, 11, 23, 8, 25))
    assert [words(moment) for moment in plan[-2:]] == ["Tue 24 Nov 19:30", "Wed 25 Nov 09:00"]


@given(st.integers(0, 2 * 365 * 24 * 60), st.integers(1, 14 * 24))
def test_a_moderator_gets_time_to_find_somebody_whenever_a_request_begins(minutes, hours):
    plan = planned(Term(hours), MONDAY + timedelta(minutes=minutes))
    assert list(plan) == sorted(plan)
    assert all(9 <= local(moment).hour < 20 and local(moment).weekday() < 5 for moment in plan)
    assert hours < 48 or plan[-1] - plan[-2] >= GAP


def test_a_weekend_stops_the_clock():
    plan = planned(Term(), dutch(2026, 11, 27, 15))  # a Friday
    assert words(plan[0]) == "Mon 30 Nov 09:00"
    assert words(plan[-1]) == "Tue 01 Dec 15:00"


def test_christmas_and_new_year_stop_the_clock():
    plan = planned(Term(), dutch(2026, 12, 24, 12))  # a Thursday; Friday is Christmas
    assert words(plan[-1]) == "Tue 29 Dec 12:00"
    assert words(planned(Term(24), dutch(2026, 12, 31, 12))[-1]) == "Mon 04 Jan 12:00"


def test_a_municipality_whose_offices_are_open_on_good_friday_counts_it():
    thursday = dutch(2027, 3, 25, 12)
    assert words(planned(Term(24), thursday)[-1]) == "Tue 30 Mar 12:00"
    assert words(planned(Term(24), thursday, WorkingWeek(free=FreeDays.OFFICES))[-1]) == "Fri 26 Mar 12:00"


def test_the_night_in_which_summer_time_begins_falls_in_a_weekend_and_moves_no_promise():
    plan = planned(Term(), dutch(2027, 3, 24, 12))  # Wednesday before Easter, when the clock goes forward
    assert words(plan[-1]) == "Tue 30 Mar 12:00"  # Good Friday, Easter and its Monday do not count


def test_an_urgent_term_counts_the_hour_that_comes_twice():
    plan = planned(Term(urgent=True), dutch(2026, 10, 24, 12))
    assert plan[-1] - plan[0] == timedelta(hours=24)
    assert words(plan[-1]) == "Sun 25 Oct 11:00"


def test_urgent_begins_at_once_also_in_a_weekend_but_not_at_night():
    assert planned(Term(urgent=True), dutch(2026, 11, 28, 10))[0] == dutch(2026, 11, 28, 10)
    assert planned(Term(urgent=True), dutch(2026, 11, 28, 22))[0] == dutch(2026, 11, 29, 9)


@pytest.mark.parametrize("hour", range(24))
@pytest.mark.parametrize("urgent", [True, False])
def test_no_rung_is_ever_taken_at_night(hour, urgent):
    for moment in planned(Term(urgent=urgent), dutch(2026, 11, 25, hour)):
        assert 9 <= local(moment).hour < 20


@pytest.mark.parametrize("hours", [1, 8, 24, 48, 120])
def test_the_rungs_come_in_their_order(hours):
    for start in range(0, 24 * 14, 5):
        plan = planned(Term(hours), MONDAY + timedelta(hours=start))
        assert list(plan) == sorted(plan)


def test_the_evening_ends_at_eight():
    assert by_day(dutch(2026, 11, 23, 19, 59)) == dutch(2026, 11, 23, 19, 59)
    assert by_day(dutch(2026, 11, 23, 20)) == dutch(2026, 11, 24, 9)
    assert by_day(dutch(2026, 11, 23, 3)) == dutch(2026, 11, 23, 9)


def test_a_worker_that_was_down_for_days_sends_no_two_waves_at_once():
    plan, late = planned(Term(), MONDAY), dutch(2026, 11, 24, 12)
    assert next_moment(plan, 1, late, urgent=False) == late + GAP
    assert next_moment(plan, 1, late, urgent=True) == late + URGENT_GAP


def test_the_end_of_the_term_is_never_moved_and_nothing_comes_after_it():
    plan = planned(Term(), MONDAY)
    assert next_moment(plan, len(LADDER) - 1, plan[-1] + timedelta(days=3), urgent=False) == plan[-1]
    assert next_moment(plan, len(LADDER), plan[-1], urgent=False) is None


@given(
    begun=st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)),  # noqa: DTZ001 - read by from_local
    term=st.builds(Term, st.integers(1, 336), st.booleans()),
    delays=st.lists(st.timedeltas(timedelta(), timedelta(days=4)), min_size=5, max_size=5),
)
def test_whatever_the_term_and_however_late_the_worker_nobody_waits_longer_than_until_it_looks(begun, term, delays):
    begun = from_local(begun)
    plan = planned(term, begun)
    step, moment, taken = 0, plan[0], []
    for delay in delays:
        now = moment + delay
        for one in to_take(step, plan[-1], now):
            taken.append((one, now))
            step = LADDER.index(one) + 1
        moment = next_moment(plan, step, now, urgent=term.urgent)
        if moment is None:
            break
        assert moment <= plan[-1]
    rungs = [one.rung for one, _ in taken]
    assert rungs == [rung for rung in Rung if rung in rungs]
    assert rungs[-1] is Rung.HANDOFF and taken[-1][1] <= plan[-1] + delay
    waves = [now for one, now in taken if one.invites]
    assert all(now < plan[-1] for now in waves) and len(waves) == len(set(waves))


def test_once_the_term_is_over_the_asker_hears_at_once_and_no_wave_goes_out():
    due = planned(Term(), MONDAY)[-1]
    assert [one.rung for one in to_take(0, due, due)] == [Rung.MODERATOR, Rung.HANDOFF]
    assert [one.rung for one in to_take(4, due, due)] == [Rung.HANDOFF]
    assert [one.rung for one in to_take(1, due, due - timedelta(seconds=1))] == [Rung.NEXT_WAVE]


@pytest.mark.parametrize(
    ("chosen", "by_kind", "hours"),
    [
        (48, {}, 48),
        (24, {}, 24),
        (48, {"vervoer": 24}, 24),
        (48, {"tuin": 24}, 48),
        ("veel", "onzin", 48),
        (0, {"vervoer": -3}, 48),
        (100000, {}, 336),
    ],
)
def test_a_municipality_chooses_the_term_per_kind_of_help(chosen, by_kind, hours):
    assert term_of(chosen, by_kind, "vervoer") == Term(hours)


def test_few_are_asked_at_a_time_and_the_last_rungs_ask_no_neighbours():
    assert [step.invites for step in LADDER] == [3, 4, 5, 0, 0]
    assert [step.rung for step in LADDER] == list(Rung)


def test_the_asker_reads_the_truth_about_each_rung():
    wave, moderator = LADDER[0], LADDER[3]
    assert taken_words(wave, 0) == "Wij zochten in jouw buurt, maar vonden nog niemand die past"
    assert taken_words(wave, 1) == "Wij vroegen 1 buur in jouw buurt"
    assert taken_words(wave, 3) == "Wij vroegen {number} buren in jouw buurt"
    assert taken_words(moderator, 0) == "Een buurtmoderator zoekt nu iemand voor je"


@pytest.mark.parametrize("action", list(PromiseAction))
@pytest.mark.parametrize("state", list(PromiseState))
def test_the_life_of_a_promise(state, action):
    allowed = {
        PromiseState.RUNNING: {PromiseAction.ANSWER, PromiseAction.OFFER, PromiseAction.STOP},
        PromiseState.ANSWERED: {PromiseAction.BEGIN, PromiseAction.STOP},
        PromiseState.OFFERED: {PromiseAction.ANSWER, PromiseAction.BEGIN, PromiseAction.STOP},
        PromiseState.STOPPED: {PromiseAction.BEGIN},
    }
    assert PROMISE_LIFECYCLE.allows(state, action) == (action in allowed[state])


def test_moments_are_aware_and_in_utc():
    assert {moment.tzinfo for moment in planned(Term(), datetime(2026, 11, 23, 9, tzinfo=UTC))} == {UTC}
