"""The demo's story hangs together at whatever hour it is told: nothing happens before what it follows from."""

from datetime import UTC, datetime, timedelta

import pytest

from b2b.core.clock import local
from b2b.demo.desk import CASES
from b2b.demo.moments import moment
from b2b.demo.people import PEOPLE
from b2b.demo.seeding import POSTS, agenda
from b2b.demo.steps import Proposes, Tells
from b2b.posts.categories import CATEGORIES
from b2b.posts.rules import BODY_MAX, LIFE, TITLE_MAX, private_marks

HOURS = [
    datetime(2026, 11, 23, 9, 0, tzinfo=UTC),
    datetime(2026, 11, 22, 23, 5, tzinfo=UTC),  # five past midnight in Utrecht
    datetime(2026, 7, 1, 2, 30, tzinfo=UTC),
    datetime(2026, 3, 29, 1, 30, tzinfo=UTC),  # the night that skips an hour
    datetime(2026, 10, 25, 1, 15, tzinfo=UTC),  # the night in which an hour comes twice
    datetime(2027, 1, 1, 20, 59, tzinfo=UTC),
]
AT_ANY_HOUR = pytest.mark.parametrize("now", HOURS, ids=str)


def test_a_moment_is_so_many_minutes_ago_or_a_dutch_time_on_another_day():
    now = HOURS[0]
    assert moment("25m", now) == now - timedelta(minutes=25)
    assert local(moment("3d 19:20", now)).isoformat() == "2026-11-20T19:20:00+01:00"
    assert local(moment("+1d 14:00", now)).isoformat() == "2026-11-24T14:00:00+01:00"


def test_the_dutch_clock_is_kept_over_a_change_of_the_hour():
    assert local(moment("30d 08:00", datetime(2026, 11, 10, 12, 0, tzinfo=UTC))).hour == 8


@pytest.mark.parametrize("words", ["", "yesterday", "3d", "3d 25", "-1d 10:00", "5h"])
def test_other_words_name_no_moment(words):
    with pytest.raises(ValueError, match=words or r"^$"):
        moment(words, HOURS[0])


@AT_ANY_HOUR
def test_nothing_happens_in_the_future_or_before_somebody_joined(now):
    joined = {person.name: moment(person.joined, now) for person in PEOPLE}
    assert all(scene.at <= now for scene in agenda(now))
    for entry in (*POSTS, *CASES):
        assert joined[entry.who] < moment(entry.at, now), entry.key
        for step in entry.then:
            who = getattr(step, "who", "")
            assert not who or joined[who] < moment(step.at, now), f"{who} in {entry.key}"


@AT_ANY_HOUR
def test_every_step_comes_after_the_one_before(now):
    for entry in (*POSTS, *CASES):
        moments = [moment(one.at, now) for one in (entry, *entry.then)]
        assert moments == sorted(set(moments)), entry.key


@AT_ANY_HOUR
def test_two_meet_after_they_agreed_and_before_they_say_how_it_went(now):
    for entry in POSTS:
        meeting = None
        for step in entry.then:
            if isinstance(step, Proposes):
                meeting = moment(step.meet, now)
                assert meeting > moment(step.at, now), entry.key
            if isinstance(step, Tells):
                assert meeting is not None and moment(step.at, now) >= meeting, entry.key


@AT_ANY_HOUR
def test_what_is_told_as_open_had_not_closed_by_itself(now):
    for entry in POSTS:
        if now - moment(entry.at, now) >= LIFE:
            assert entry.then, entry.key


def test_posts_are_of_every_kind_of_help_and_stop_nobody():
    assert {entry.ticks[0].category for entry in POSTS} == set(CATEGORIES)
    for entry in POSTS:
        for ticked in entry.ticks:
            tasks = [CATEGORIES[ticked.category].task(task) for task in ticked.tasks]
            assert all(task is not None and not task.stop for task in tasks), entry.key


def test_what_people_write_fits_and_tells_nothing_private():
    for entry in POSTS:
        assert len(entry.title) <= TITLE_MAX and len(entry.body) <= BODY_MAX, entry.key
        said = [entry.title, entry.body, entry.when, entry.where]
        said += [getattr(step, "words", "") for step in entry.then]
        assert not private_marks("\n".join(said)), entry.key


def test_everybody_has_a_name_of_their_own_and_an_address_that_nobody_can_own():
    assert len({person.name for person in PEOPLE}) == len(PEOPLE)
    assert all(person.email.endswith("demo.b2b.example") for person in PEOPLE)
    assert len({entry.key for entry in POSTS}) == len(POSTS)
