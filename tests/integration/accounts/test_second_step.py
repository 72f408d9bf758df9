"""One code of the app does one second step, also when two try it at the same moment."""

import threading
from datetime import timedelta

import pyotp
import pytest
from sqlmodel import select

from b2b.accounts.models import SignInSession
from b2b.accounts.service import people, second_step, sessions
from b2b.authz.predicates import Role
from b2b.core.errors import Conflict

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture
def mo(make, writing, clock):
    member = make.staff(Role.MODERATOR, "Mo")
    with writing() as work:
        mo = people.known(work, member.id)
        mo.totp_secret, mo.totp_confirmed_at = SECRET, clock() - timedelta(days=1)
    return member


def test_two_with_one_code_have_one_winner(writing, mo, clock):
    code, start, won = pyotp.TOTP(SECRET).at(clock()), threading.Barrier(4), []
    with writing() as work:
        keys = [sessions.session_key(sessions.open_session(work, mo, "Laptop")) for _ in range(4)]

    def step(key):
        start.wait()
        with writing() as work:
            won.append(second_step.confirm(work, people.known(work, mo.id), code, key))

    threads = [threading.Thread(target=step, args=(key,)) for key in keys]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len([token for token in won if token]) == 1
    with writing() as work:
        done = [session for session in work.exec(select(SignInSession)) if session.second_factor_at]
        assert len(done) == 1


def test_tries_beside_each_other_all_count(writing, mo):
    start, refused = threading.Barrier(8), []
    with writing() as work:
        key = sessions.session_key(sessions.open_session(work, mo, "Laptop"))

    def guess():
        start.wait()
        try:
            with writing() as work:
                second_step.confirm(work, people.known(work, mo.id), "000000", key)
        except second_step.TooManyTries as error:
            refused.append(error)

    threads = [threading.Thread(target=guess) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 3


def test_an_ended_session_does_not_rise(writing, mo, clock):
    with writing() as work:
        key = sessions.session_key(sessions.open_session(work, mo, "Laptop"))
        sessions.end(work, key)
        member = people.known(work, mo.id)
        assert second_step.confirm(work, member, pyotp.TOTP(SECRET).at(clock()), key) is None


def test_a_second_app_needs_the_administrator(writing, mo, clock):
    with writing() as work:
        key = sessions.session_key(sessions.open_session(work, mo, "Laptop"))
        member = people.known(work, mo.id)
        with pytest.raises(Conflict):
            second_step.set_up(work, member, SECRET, pyotp.TOTP(SECRET).at(clock()), key)
        second_step.reset(work, member)
        assert second_step.set_up(work, member, SECRET, pyotp.TOTP(SECRET).at(clock()), key)
