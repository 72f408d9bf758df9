"""Whom to tell of a request: neighbours whose offer fits, once each, and never who should not hear of it."""

import pytest

from b2b.accounts.models import Block
from b2b.matching.load import HELPED
from b2b.matching.queries import worth_alerting
from b2b.posts import queries as posts
from b2b.posts import service
from b2b.posts.rules import PostKind, PostState, PostWords

FAR = "BU03440111"


@pytest.fixture
def offer(make):
    """Place an offer through the service, so that it is found."""

    def do(author, title="Ik maai je gras", body="Ik heb een maaier.", *, at=None, when=""):
        with make.writing() as work:
            hood = (at or make.neighbourhood()).id
            said = PostWords(PostKind.OFFER, "tuin", title, body, hood, when_words=when)
            return service.submit(work, author.id, author.municipality_id, said)

    return do


@pytest.fixture
def wanted(make):
    """Return a request of Henk that is in no list."""
    henk = make.member("Henk")
    made = {"title": "Mijn gras staat te hoog", "body": "Wie maait het?", "category": "tuin"}
    return lambda **more: make.post(henk, state=PostState.WAITING, **made, **more)


def told(make, post, **how):
    with make.writing() as work:
        return [helper.member_id for helper in worth_alerting(work, posts.post(work, post.id), **how)]


def test_a_request_that_nobody_sees_finds_who_can_do_just_this_nearest_first(make, offer, wanted):
    fatima, rob, aisha = make.member("Fatima"), make.member("Rob"), make.member("Aisha")
    offer(rob, at=make.neighbourhood("BU03440332"))
    offer(fatima)
    offer(aisha, "Onkruid wieden", "Ik wied graag.")
    assert told(make, wanted()) == [fatima.id, rob.id]


def test_a_helper_with_two_offers_is_told_once_and_not_again(make, offer, wanted):
    fatima = make.member("Fatima")
    offer(fatima)
    offer(fatima, "Gras maaien bij jou")
    assert told(make, wanted()) == [fatima.id]
    assert told(make, wanted(), without=[fatima.id]) == []


def test_who_is_too_far_is_told_in_a_later_wave_only(make, offer, wanted):
    rob = make.member("Rob")
    offer(rob, at=make.neighbourhood(FAR))
    request = wanted()
    assert told(make, request) == []
    assert told(make, request, reaches=10.0) == [rob.id]
    assert told(make, request, reaches=10.0, hoods=[make.neighbourhood().id]) == []


def test_who_can_at_that_time_and_who_helped_little_come_first(make, offer, wanted, monkeypatch):
    fatima, rob, aisha = make.member("Fatima"), make.member("Rob"), make.member("Aisha")
    offer(fatima, when="zaterdag")
    offer(rob, when="maandagochtend")
    offer(aisha, when="zaterdag")
    monkeypatch.setattr("b2b.matching.load.HELPED", [*HELPED, lambda _work, _ids: {aisha.id: 3}])
    assert told(make, wanted(when_words="op zaterdag")) == [fatima.id, aisha.id, rob.id]


def test_who_was_blocked_or_may_not_read_it_hears_nothing(make, offer, wanted):
    fatima, rob = make.member("Fatima"), make.member("Rob", proven=False)
    offer(fatima)
    offer(rob)
    request = wanted(for_neighbours=True)
    assert told(make, request) == [fatima.id]
    make.save(
        Block(
            municipality_id=fatima.municipality_id,
            blocker_id=fatima.id,
            blocked_id=request.author_id,
            created_at=request.created_at,
        )
    )
    assert told(make, request) == []
