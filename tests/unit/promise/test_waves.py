"""Who is asked: few, the nearest first, and never who said not now."""

from datetime import date, timedelta

import pytest

from b2b.matching.rules.moments import ALWAYS
from b2b.promise.rules.ladder import Rung
from b2b.promise.rules.terms import PARTS_MAX, Reach, Rest, Terms, in_words, parts_of, stored
from b2b.promise.rules.waves import BY_HAND, WHY_WORDS, Helper, Need, Why, wave, why_not
from tests.unit.promise.test_ladder import MONDAY, dutch

HERE, BESIDE, FAR = 1, 2, 9
NEED = Need(HERE, frozenset({BESIDE}), frozenset({("do", "ochtend")}))


def helper(member_id=1, **more):
    given = {"offer_id": member_id, "neighbourhood_id": HERE, "km": 0.0, "fit": 0.8} | more
    return Helper(member_id=member_id, **given)


def ids(found):
    return [one.member_id for one in found]


def test_the_nearest_is_asked_first_and_then_who_fits_best():
    found = [helper(1, km=0.9), helper(2, km=0.1), helper(3, km=0.1, fit=0.95), helper(4, km=2.0)]
    assert ids(wave(Rung.FIRST_WAVE, 3, found, NEED, MONDAY)) == [3, 2, 1]


def test_a_wave_is_never_larger_than_its_rung_and_asks_each_person_once():
    found = [helper(number % 7, offer_id=number) for number in range(40)]
    assert ids(wave(Rung.FIRST_WAVE, 3, found, NEED, MONDAY)) == [0, 1, 2]


def test_the_first_waves_stay_in_the_neighbourhood():
    found = [helper(1), helper(2, neighbourhood_id=BESIDE), helper(3, neighbourhood_id=FAR)]
    assert ids(wave(Rung.FIRST_WAVE, 9, found, NEED, MONDAY)) == [1]
    assert ids(wave(Rung.NEXT_WAVE, 9, found, NEED, MONDAY)) == [1]


def test_then_come_the_neighbourhoods_around_and_who_helps_everywhere():
    own, around, town = Terms(reach=Reach.OWN), Terms(reach=Reach.AROUND), Terms(reach=Reach.TOWN)
    found = [
        helper(1, neighbourhood_id=BESIDE, terms=own),
        helper(2, neighbourhood_id=BESIDE, terms=around),
        helper(3, neighbourhood_id=FAR, terms=around),
        helper(4, neighbourhood_id=FAR, terms=town, km=4.0),
    ]
    assert ids(wave(Rung.AROUND, 9, found, NEED, MONDAY)) == [2, 4]


@pytest.mark.parametrize(
    ("why", "more"),
    [
        (Why.ASKED_BEFORE, {"asked_before": True}),
        (Why.ANSWERED, {"answered": True}),
        (Why.CANNOT_REACT, {"can_react": False}),
        (Why.NEVER, {"rest": Rest(never=True)}),
        (Why.AWAY, {"rest": Rest(away_from=date(2026, 11, 20), away_until=date(2026, 11, 23))}),
        (Why.QUIET, {"rest": Rest(quiet_from=9, quiet_until=12)}),
        (Why.TOO_FAR, {"neighbourhood_id": FAR}),
        (Why.OTHER_TIME, {"terms": Terms(parts=frozenset({("za", "avond")}))}),
        (Why.OTHER_TIME, {"suits": False}),
        (Why.MONTH_FULL, {"helped": 4}),
        (Why.MONTH_FULL, {"helped": 3, "waiting": 1}),
        (Why.MONTH_FULL, {"terms": Terms(monthly_max=1), "waiting": 1}),
        (Why.ASKED_OFTEN, {"asked_lately": 3}),
    ],
)
def test_nobody_is_asked_who_cannot_or_does_not_want(why, more):
    assert why_not(helper(**more), NEED, MONDAY) is why
    assert not wave(Rung.AROUND, 9, [helper(**more)], NEED, MONDAY)


def test_what_was_ticked_says_more_than_the_words_of_an_offer():
    ticked = helper(suits=False, terms=Terms(parts=frozenset({("do", "ochtend")})))
    assert why_not(ticked, NEED, MONDAY) is None


def test_a_request_without_a_time_asks_everybody():
    anytime = Need(HERE, frozenset({BESIDE}), None)
    assert why_not(helper(terms=Terms(parts=frozenset({("za", "avond")}))), anytime, MONDAY) is None


def test_a_holiday_ends_by_itself():
    rest = Rest(away_from=date(2026, 11, 20), away_until=date(2026, 11, 23))
    assert rest.is_away(dutch(2026, 11, 23, 23))
    assert not rest.is_away(dutch(2026, 11, 24, 0))
    assert not rest.is_away(dutch(2026, 11, 19, 23))
    assert Rest(away_from=date(2026, 11, 20)).is_away(dutch(2027, 11, 20, 9))
    assert Rest(away_until=date(2026, 11, 25)).is_away(MONDAY)
    assert not Rest().is_away(MONDAY)


@pytest.mark.parametrize(("hour", "quiet"), [(21, False), (22, True), (2, True), (6, True), (7, False), (12, False)])
def test_quiet_hours_go_past_midnight_and_follow_the_dutch_clock(hour, quiet):
    rest = Rest(quiet_from=22, quiet_until=7)
    for summer in (dutch(2026, 7, 1, hour), dutch(2026, 12, 1, hour)):
        assert rest.is_quiet(summer) is quiet


def test_half_of_quiet_hours_or_none_at_all_is_never_quiet():
    assert not any(
        rest.is_quiet(MONDAY + timedelta(hours=hour))
        for rest in (Rest(), Rest(quiet_from=8), Rest(quiet_from=8, quiet_until=8))
        for hour in range(24)
    )


def test_parts_of_the_week_are_kept_in_order_and_nonsense_is_dropped():
    parts = parts_of("zo-avond,ma-ochtend,xx-yy,onzin,ma-middag")
    assert stored(parts) == "ma-ochtend,ma-middag,zo-avond"
    assert in_words(parts) == [("maandag", ["ochtend", "middag"]), ("zondag", ["avond"])]
    assert stored(parts_of("")) == ""
    assert len(stored(ALWAYS)) <= PARTS_MAX


def test_every_reason_has_words_and_a_moderator_passes_over_none_that_somebody_asked_of_us():
    assert set(WHY_WORDS) == set(Why)
    assert {Why.TOO_FAR, Why.OTHER_TIME} == BY_HAND
