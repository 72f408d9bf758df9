"""When an appointment can be, what can happen to it, and what follows from how it went."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b2b.agreements.rules import (
    ADDRESS_GONE_AFTER,
    AGREEMENT_LIFECYCLE,
    FARTHEST,
    HAPPENED_WORDS,
    HELPED_WORDS,
    LOOK_BACK_UNTIL,
    STATE_WORDS,
    AgreementAction,
    AgreementState,
    BadMoment,
    Happened,
    Helped,
    can_tell,
    consequence,
    is_shareable,
    moment_of,
)
from b2b.core.clock import local
from b2b.core.lifecycle import IllegalMove

S, A, H = AgreementState, AgreementAction, Happened
LEGAL = {
    (S.PROPOSED, A.ACCEPT): S.AGREED,
    (S.PROPOSED, A.DECLINE): S.DECLINED,
    (S.PROPOSED, A.CANCEL): S.CANCELLED,
    (S.AGREED, A.CANCEL): S.CANCELLED,
    (S.AGREED, A.COMPLETE): S.DONE,
    (S.AGREED, A.MISS): S.MISSED,
    (S.AGREED, A.LET_REST): S.UNTOLD,
    (S.UNTOLD, A.COMPLETE): S.DONE,
    (S.UNTOLD, A.MISS): S.MISSED,
    (S.DONE, A.MISS): S.MISSED,
    (S.MISSED, A.COMPLETE): S.DONE,
}
NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)
SECOND = timedelta(seconds=1)
at = datetime.fromisoformat
"""A wall-clock time, without a zone."""


@pytest.mark.parametrize(("state", "action"), LEGAL)
def test_a_legal_move_leads_to_its_state(state, action):
    assert AGREEMENT_LIFECYCLE.after(state, action) is LEGAL[state, action]


@pytest.mark.parametrize(("state", "action"), sorted(set(product(S, A)) - set(LEGAL)))
def test_every_other_move_is_refused(state, action):
    with pytest.raises(IllegalMove):
        AGREEMENT_LIFECYCLE.after(state, action)


def test_everything_has_words():
    assert set(STATE_WORDS) == set(S)
    assert set(HAPPENED_WORDS) == set(H)
    assert set(HELPED_WORDS) == set(Helped)


@pytest.mark.parametrize(
    ("wall_clock", "utc"),
    [
        (at("2026-03-28 10:00"), datetime(2026, 3, 28, 9, 0, tzinfo=UTC)),  # winter
        (at("2026-03-29 10:00"), datetime(2026, 3, 29, 8, 0, tzinfo=UTC)),  # the first day of summer time
        (at("2026-03-29 01:59"), datetime(2026, 3, 29, 0, 59, tzinfo=UTC)),
        (at("2026-03-29 03:00"), datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
    ],
)
def test_a_wall_clock_time_is_read_in_its_own_season(wall_clock, utc):
    assert moment_of(wall_clock, NOW) == utc


def test_an_hour_that_summer_time_skips_is_refused():
    with pytest.raises(BadMoment, match="bestaat niet"):
        moment_of(at("2026-03-29 02:30"), NOW)


def test_an_hour_that_comes_twice_means_the_first():
    autumn = datetime(2026, 10, 1, tzinfo=UTC)
    assert moment_of(at("2026-10-25 02:30"), autumn) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(("wall_clock", "what"), [(NOW, "al geweest"), (NOW + FARTHEST + SECOND, "te ver weg")])
def test_a_moment_in_the_past_or_too_far_away_is_refused(wall_clock, what):
    with pytest.raises(BadMoment, match=what):
        moment_of(local(wall_clock).replace(tzinfo=None), NOW)


@given(st.datetimes(min_value=at("2026-03-02 00:00"), max_value=at("2026-08-25 00:00")))
def test_what_is_accepted_reads_back_as_it_was_typed(wall_clock):
    try:
        moment = moment_of(wall_clock, NOW)
    except BadMoment:
        assert wall_clock.date() == at("2026-03-29 00:00").date()
        return
    assert local(moment).replace(tzinfo=None) == wall_clock
    assert NOW < moment <= NOW + FARTHEST


@pytest.mark.parametrize(
    ("state", "happened", "by_asker", "action"),
    [
        (S.AGREED, H.YES, True, A.COMPLETE),
        (S.AGREED, H.YES, False, A.COMPLETE),
        (S.MISSED, H.YES, True, A.COMPLETE),  # a correction
        (S.MISSED, H.YES, False, None),  # the word of who waited stands
        (S.DONE, H.YES, True, None),
        (S.AGREED, H.NOBODY_CAME, True, A.MISS),
        (S.DONE, H.NOBODY_CAME, True, A.MISS),
        (S.AGREED, H.NOBODY_CAME, False, None),
        (S.DONE, H.NOBODY_CAME, False, None),
        (S.AGREED, H.NOT_NEEDED, True, A.MISS),
        (S.AGREED, H.NOT_NEEDED, False, None),
        (S.MISSED, H.NOT_NEEDED, True, None),
    ],
)
def test_what_follows_from_how_it_went(state, happened, by_asker, action):
    assert consequence(state, happened, by_asker=by_asker) is action


@pytest.mark.parametrize(("state", "happened", "by_asker"), list(product(S, H, (True, False))))
def test_nothing_follows_that_cannot_happen(state, happened, by_asker):
    action = consequence(state, happened, by_asker=by_asker)
    assert action is None or AGREEMENT_LIFECYCLE.allows(state, action)


@pytest.mark.parametrize("state", S)
def test_an_address_belongs_to_an_appointment_that_stands_and_is_not_over(state):
    stands = state is S.AGREED
    assert is_shareable(state, NOW, NOW) is stands
    assert is_shareable(state, NOW, NOW + ADDRESS_GONE_AFTER - SECOND) is stands
    assert not is_shareable(state, NOW, NOW + ADDRESS_GONE_AFTER)


@pytest.mark.parametrize("state", S)
def test_it_is_told_afterwards_and_not_years_later(state):
    told = state in (S.AGREED, S.DONE, S.MISSED, S.UNTOLD)
    assert not can_tell(state, NOW, NOW - SECOND)
    assert can_tell(state, NOW, NOW) is told
    assert can_tell(state, NOW, NOW + LOOK_BACK_UNTIL) is told
    assert not can_tell(state, NOW, NOW + LOOK_BACK_UNTIL + SECOND)
