"""Roles are given and taken with a trail, and at once; the last administrator stays."""

import threading

import pytest
from sqlmodel import select

from b2b.accounts import queries, service
from b2b.accounts.events import RolesChanged
from b2b.accounts.models import RoleGrant, SignInSession
from b2b.accounts.rules import LastAdministrator, Suspended
from b2b.accounts.service import people, sessions
from b2b.authz.predicates import Grant, Role


@pytest.fixture
def mo(make):
    return make.member("Mo")


def test_giving_a_role_twice_changes_nothing(work, make, mo):
    hood = make.neighbourhood()
    assert service.grant(work, mo, Role.MODERATOR, [hood.id]) == 1
    assert service.grant(work, mo, Role.MODERATOR, [hood.id]) == 0
    assert service.grant(work, mo, Role.COORDINATOR, [None]) == 1
    assert service.grant(work, mo, Role.COORDINATOR, [None]) == 0
    assert work.happened == [RolesChanged(mo.id)] * 2
    assert len(work.exec(select(RoleGrant)).all()) == 2


def test_an_administrator_is_one_everywhere(work, make, mo):
    service.grant(work, mo, Role.ADMINISTRATOR, [make.neighbourhood().id])
    assert queries.grants(work, [mo.id])[mo.id] == {Grant(Role.ADMINISTRATOR)}


def test_a_role_shortens_the_sessions_that_are_open(writing, make, mo, clock):
    with writing() as work:
        sessions.open_session(work, mo, "Telefoon")
    with writing() as work:
        service.grant(work, people.known(work, mo.id), Role.COORDINATOR, [None])
    with writing() as work:
        session = work.exec(select(SignInSession)).one()
        assert (session.idle_expires_at - clock()).total_seconds() == 30 * 60
        assert (session.expires_at - clock()).total_seconds() == 12 * 3600


def test_taking_a_role_ends_what_was_done_with_the_second_step(writing, make):
    mo = make.staff(Role.MODERATOR, "Mo")
    with writing() as work:
        with_step = sessions.session_key(sessions.open_session(work, mo, "Laptop", second_factor=True))
        without = sessions.session_key(sessions.open_session(work, mo, "Telefoon"))
    with writing() as work:
        assert service.revoke(work, people.known(work, mo.id), Role.MODERATOR) == 1
    with writing() as work:
        assert queries.identify(work, with_step) is None
        assert queries.identify(work, without).actor.grants == frozenset()


def test_part_of_a_role_can_be_taken(work, make, mo):
    one, other = make.neighbourhood("BU03440333"), make.neighbourhood("BU03440311")
    service.grant(work, mo, Role.MODERATOR, [one.id, other.id, None])
    assert service.revoke(work, mo, Role.MODERATOR, [one.id, None]) == 2
    assert queries.grants(work, [mo.id])[mo.id] == {Grant(Role.MODERATOR, other.id)}


def test_the_last_administrator_cannot_be_taken(work, make):
    els = make.staff(Role.ADMINISTRATOR, "Els", everywhere=True)
    with pytest.raises(LastAdministrator):
        service.revoke(work, els, Role.ADMINISTRATOR)


def test_two_administrators_who_take_each_other_leave_one(writing, make):
    chiefs = [make.staff(Role.ADMINISTRATOR, name, everywhere=True) for name in ("Els", "Ben")]
    start = threading.Barrier(2)
    refused = []

    def take(member):
        start.wait()
        try:
            with writing() as work:
                service.revoke(work, people.known(work, member.id), Role.ADMINISTRATOR)
        except LastAdministrator as error:
            refused.append(error)

    threads = [threading.Thread(target=take, args=(chief,)) for chief in chiefs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with writing() as work:
        assert len(queries.staff(work, Role.ADMINISTRATOR, chiefs[0].municipality_id)) == 1
    assert len(refused) == 1


def test_who_is_suspended_gets_no_role(work, make, mo):
    member = people.known(work, mo.id)
    service.suspend(work, member)
    with pytest.raises(Suspended):
        service.grant(work, member, Role.MODERATOR, [None])


def test_staff_of_a_neighbourhood_are_its_own_and_those_for_everywhere(work, make):
    here, elsewhere = make.neighbourhood("BU03440333"), make.neighbourhood("BU03440311")
    ann = make.staff(Role.MODERATOR, "Ann", at=here)
    bob = make.staff(Role.MODERATOR, "Bob", at=elsewhere)
    cas = make.staff(Role.MODERATOR, "Cas", everywhere=True)
    make.staff(Role.COORDINATOR, "Dik", at=here)
    gone = make.staff(Role.MODERATOR, "Eva", at=here)
    service.suspend(work, people.known(work, gone.id))
    town = here.municipality_id
    assert queries.staff(work, Role.MODERATOR, town, here.id) == [ann.id, cas.id]
    assert queries.staff(work, Role.MODERATOR, town, here.id, exactly=True) == [ann.id]
    assert queries.staff(work, Role.MODERATOR, town, elsewhere.id) == [bob.id, cas.id]
    assert queries.staff(work, Role.MODERATOR, town) == [cas.id]
    assert queries.staff(work, Role.MODERATOR, town + 1, here.id) == []
