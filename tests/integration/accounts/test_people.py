"""Members block each other in silence, are trusted, stand still, and are forgotten in part."""

from datetime import timedelta

import pytest
from sqlmodel import select

from b2b.accounts import queries, service
from b2b.accounts.models import Block, SignInChallenge, SignInSession
from b2b.accounts.rules import NoSuchPerson
from b2b.accounts.service import challenges, people, sessions
from b2b.core.errors import Conflict
from b2b.core.history import Move
from b2b.core.lifecycle import IllegalMove


@pytest.fixture
def jan(make):
    return make.member("Jan")


def test_a_block_works_both_ways_and_once(work, fatima, jan):
    service.block(work, fatima.id, jan)
    service.block(work, fatima.id, jan)
    assert len(work.exec(select(Block)).all()) == 1
    assert queries.blocked_ids(work, fatima.id) == {jan.id}
    assert queries.blocked_ids(work, jan.id) == {fatima.id}
    assert queries.are_blocked(work, jan.id, fatima.id)
    assert queries.blocked_ids(work, None) == frozenset()


def test_only_the_one_who_blocked_takes_it_back(work, fatima, jan):
    service.block(work, fatima.id, jan)
    service.unblock(work, jan.id, fatima)
    assert queries.are_blocked(work, fatima.id, jan.id)
    service.unblock(work, fatima.id, jan)
    assert not queries.are_blocked(work, fatima.id, jan.id)


def test_nobody_blocks_themselves(work, fatima):
    with pytest.raises(Conflict):
        service.block(work, fatima.id, fatima)


def test_names_are_found_for_many_at_once(work, fatima, jan):
    assert queries.names(work, [fatima.id, jan.id, jan.id, 10**9]) == {fatima.id: "Fatima", jan.id: "Jan"}
    assert queries.names(work, []) == {}


def test_a_profile_has_an_address_for_sending_that_is_not_printed(work, fatima):
    profile = queries.member(work, fatima.id)
    assert (profile.first_name, profile.email, profile.is_active) == ("Fatima", "fatima@voorbeeld.nl", True)
    assert "voorbeeld" not in repr(profile)
    assert queries.member_by_reference(work, fatima.reference) == profile
    assert queries.member(work, 10**9) is None


def test_trust_is_given_once(make, writing, clock):
    newcomer = make.member("Nora", trusted=False)
    with writing() as work:
        assert queries.member(work, newcomer.id).is_newcomer
        service.place_at_once(work, newcomer.id)
        first = clock()
    clock.advance(days=1)
    with writing() as work:
        service.place_at_once(work, newcomer.id)
    with writing() as work:
        assert queries.member(work, newcomer.id).trusted_at == first
    with writing() as work, pytest.raises(NoSuchPerson):
        service.place_at_once(work, 10**9)


def test_who_stands_still_may_do_nothing_at_once_and_history_knows(writing, fatima, clock):
    with writing() as work:
        key = sessions.session_key(sessions.open_session(work, fatima, "Telefoon"))
    with writing() as work:
        service.suspend(work, people.known(work, fatima.id))
    with writing() as work:
        assert queries.identify(work, key).actor.suspended
        assert [move.action for move in work.exec(select(Move))] == ["suspend"]
        with pytest.raises(IllegalMove):
            service.suspend(work, people.known(work, fatima.id))
    with writing() as work:
        service.reinstate(work, people.known(work, fatima.id))
    with writing() as work:
        assert not queries.identify(work, key).actor.suspended
        service.suspend(work, people.known(work, fatima.id), clock() + timedelta(days=7))
    clock.advance(days=7)
    with writing() as work:
        assert not queries.identify(work, key).actor.suspended, "a suspension ends by the clock"


def test_what_ended_long_ago_is_forgotten_and_the_rest_is_kept(writing, fatima, clock):
    with writing() as work:
        old = sessions.session_key(sessions.open_session(work, fatima, "Oud"))
        sessions.end(work, old)
        challenges.ask(work, fatima.municipality_id, "fatima@voorbeeld.nl", "nonce", "Oud")
    clock.advance(days=29)
    with writing() as work:
        sessions.open_session(work, fatima, "Nieuw")
        challenges.ask(work, fatima.municipality_id, "fatima@voorbeeld.nl", "nonce", "Nieuw")
        assert service.purge(work) == 1
    clock.moment += timedelta(days=2)
    with writing() as work:
        assert service.purge(work) == 1
        assert [session.label for session in work.exec(select(SignInSession))] == ["Nieuw"]
        assert [challenge.device for challenge in work.exec(select(SignInChallenge))] == ["Nieuw"]


def test_a_session_ends_by_itself_when_it_is_not_used(writing, fatima, clock):
    with writing() as work:
        key = sessions.session_key(sessions.open_session(work, fatima, "Telefoon"))
    clock.advance(days=29)
    with writing() as work:
        assert queries.identify(work, key)
        sessions.touch(work, key, frozenset())
    clock.advance(days=29)
    with writing() as work:
        assert queries.identify(work, key)
    clock.advance(days=2)
    with writing() as work:
        assert queries.identify(work, key) is None


def test_the_demo_people_are_those_with_a_made_up_address(work, make):
    make.member("Echt")
    shown = make.member("Demo", email="demo@demo.b2b.example")
    found = queries.demo_people(work, shown.municipality_id)
    assert [person.first_name for person in found] == ["Demo"]
