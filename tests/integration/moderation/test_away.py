"""A moderator is away: who covers is asked, then the next circle. What waits keeps waiting for a person."""

from datetime import timedelta

import pytest
from sqlmodel import select

from b2b.accounts.models import Member
from b2b.authz.permissions import Permission
from b2b.authz.policy import allows
from b2b.authz.predicates import Actor, Grant, Role
from b2b.moderation import queries, service
from b2b.moderation.rules import Circle
from b2b.moderation.rules.away import AwayAlready, Leave, pause
from b2b.notifications.models import Notification
from b2b.posts import queries as posts
from b2b.posts.rules import PostState
from tests.moderating import reported


@pytest.fixture
def far(make):
    return make.neighbourhood("BU03440113")


@pytest.fixture
def vera(make, far):
    return make.staff(Role.MODERATOR, "Vera", at=far)


@pytest.fixture
def chief(make):
    return make.staff(Role.ADMINISTRATOR, "Baas", everywhere=True)


@pytest.fixture
def away(writing, clock):
    """Let somebody be away from now on, for so many days."""

    def away(who, cover=None, days=7, after=0):
        with writing() as work:
            work.actor_id = who.id
            begin = clock() + timedelta(days=after)
            leave = Leave(begin, begin + timedelta(days=days), cover.id if cover else None)
            return service.go_away(work, who.id, who.municipality_id, leave)

    return away


@pytest.fixture
def asked(writing):
    def names(event="review-waiting"):
        with writing() as work:
            rows = work.exec(
                select(Member.first_name)
                .join(Notification, Notification.member_id == Member.id)
                .where(Notification.event == event)
                .order_by(Notification.id)
            )
            return list(rows)

    return names


def fresh(writing, item):
    with writing() as work:
        return queries.item(work, item.id)


def test_who_covers_is_told_and_asked(submitted, newcomer, mo, vera, away, asked):
    away(mo, vera)
    submitted(newcomer)
    assert asked("cover-asked") == ["Vera"]
    assert asked() == ["Vera"]


def test_who_covers_may_judge_there_and_nowhere_else(submitted, newcomer, mo, vera, away, far, writing):
    before = submitted(newcomer)
    actor = Actor(
        municipality_id=vera.municipality_id,
        member_id=vera.id,
        grants=frozenset({Grant(Role.MODERATOR, far.id)}),
        second_factor=True,
    )
    assert not allows(actor, Permission.Moderation.JUDGE, before)
    away(mo, vera)
    assert allows(actor, Permission.Moderation.JUDGE, fresh(writing, before))


def test_what_already_waited_goes_to_who_covers(submitted, newcomer, mo, vera, away, asked, writing):
    item = submitted(newcomer)
    assert asked() == ["Mo"]
    away(mo, vera)
    assert asked() == ["Mo", "Vera"]
    assert fresh(writing, item).asked == (vera.id,)


def test_an_absence_that_begins_later_is_looked_at_then(submitted, newcomer, mo, vera, away, asked, worker, clock):
    away(mo, vera, after=0.5)
    submitted(newcomer)
    assert asked() == ["Mo"]
    clock.advance(hours=13)
    worker.run_until_quiet()
    assert asked() == ["Mo", "Vera"]
    clock.advance(minutes=20)
    worker.run_until_quiet()
    assert asked() == ["Mo", "Vera"]


def test_without_a_cover_the_next_circle_is_asked(submitted, newcomer, mo, chief, away, asked, writing):
    item = submitted(newcomer)
    away(mo)
    assert asked() == ["Mo", "Baas"]
    assert fresh(writing, item).level == Circle.ADMINISTRATORS


def test_a_cover_who_is_away_too_is_passed_over(submitted, newcomer, mo, vera, chief, away, asked):
    away(vera)
    away(mo, vera)
    submitted(newcomer)
    assert asked() == ["Baas"]


def test_a_cover_who_wrote_it_is_not_asked(make, writing, mo, vera, chief, away, asked):
    away(mo, vera)
    reported(writing, make.post(vera, neighbourhood_id=mo.neighbourhood_id))
    assert asked() == ["Baas"]


def test_nothing_is_placed_while_everybody_is_away(submitted, newcomer, mo, vera, away, worker, clock, writing):
    away(mo, days=30)
    away(vera, days=30)
    item = submitted(newcomer)
    for _ in range(3):
        clock.advance(hours=48)
        worker.run_until_quiet()
    with writing() as work:
        assert posts.post(work, item.target_id).state is PostState.WAITING
    assert fresh(writing, item).level == Circle.ADMINISTRATORS


def test_after_coming_back_the_work_is_ones_own_again(submitted, newcomer, mo, vera, away, asked, writing):
    absence = away(mo, vera)
    with writing() as work:
        service.come_back(work, work.get(type(absence), absence.id))
    submitted(newcomer)
    assert asked() == ["Mo"]


def test_two_absences_at_once_are_refused_but_a_double_click_is_not(mo, vera, away, asked):
    first = away(mo, vera)
    assert away(mo, vera).id == first.id
    with pytest.raises(AwayAlready):
        away(mo, days=2)
    assert asked("cover-asked") == ["Vera"]


def test_a_pause_lasts_until_tomorrow_morning(clock):
    assert pause(clock()).ends_at.isoformat() == "2026-11-24T07:00:00+00:00"


def test_where_a_moderator_is_missing_is_shown(make, work, mo):
    staffing = queries.staffing(work, mo.municipality_id)
    overvecht = next(one for one in staffing if one.district == "Overvecht")
    assert overvecht.moderators == 1
    assert len(overvecht.thin) == 1
    assert len(overvecht.empty) == overvecht.neighbourhoods - 1
    assert next(one for one in staffing if one.district == "West").moderators == 0
