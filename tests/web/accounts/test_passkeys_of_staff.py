"""Passkeys of who has a role: the second step, or the whole way in; and no way around either."""

from datetime import timedelta

import pyotp
import pytest
from sqlmodel import select

from b2b.accounts.models import Member, Passkey
from b2b.accounts.service import passkeys as keys
from b2b.accounts.service import people
from b2b.authz.predicates import Role
from tests.authenticator import NEW, Authenticator, make_passkey, question, use_passkey
from tests.client import path, words

STEP, STAFF_PAGE = "/inloggen/tweede-stap", "/beheer/mensen"


@pytest.fixture
def chief(make):
    return make.staff(Role.ADMINISTRATOR, "Els", everywhere=True)


@pytest.fixture
def phone():
    return Authenticator()


@pytest.fixture
def made(browser, make):
    """The phone of a neighbour, with a passkey on it."""
    phone = Authenticator()
    make_passkey(browser(make.member("Fatima")), phone)
    return phone


def test_for_staff_a_passkey_is_the_second_step(browser, chief, phone):
    visitor = browser(chief)
    assert path(visitor.get(STAFF_PAGE)) == STEP
    assert "Maak dan een toegangssleutel" in words(visitor.get(f"{STEP}?next={STAFF_PAGE}"))
    assert path(make_passkey(visitor, phone)) == STAFF_PAGE
    assert visitor.get(STAFF_PAGE).status_code == 200
    later = browser(chief)
    asked = question(later.get(f"{STEP}?next={STAFF_PAGE}"))
    answer = later.post(f"{STEP}/toegangssleutel?next={STAFF_PAGE}", {"credential": phone.use(asked)})
    assert path(answer) == STAFF_PAGE
    assert later.get(STAFF_PAGE).status_code == 200


def test_the_second_step_is_not_done_with_a_passkey_of_somebody_else(browser, chief, make, phone, made):
    els, visitor = Authenticator(), browser(chief)
    make_passkey(visitor, els)
    later = browser(chief)
    asked = question(later.get(STEP))
    answer = later.post(f"{STEP}/toegangssleutel", {"credential": made.use(asked)})
    assert path(answer) == STEP
    assert "De toegangssleutel werkte niet" in words(later.follow(answer))
    assert path(later.get(STAFF_PAGE)) == STEP


def test_staff_come_in_with_a_passkey_alone(browser, chief, phone):
    make_passkey(browser(chief), phone)
    visitor = browser()
    assert path(use_passkey(visitor, phone)) == "/"
    assert visitor.get(STAFF_PAGE).status_code == 200


def test_a_mailbox_alone_adds_no_second_step_to_an_account_that_has_one(browser, chief, phone, writing, clock):
    with writing() as work:
        member = work.get(Member, chief.id)
        member.totp_secret, member.totp_confirmed_at = pyotp.random_base32(), clock() - timedelta(days=7)
    thief = browser(chief)  # signed in by mail; the app is not theirs
    assert path(thief.get(NEW)) == STEP
    assert (
        path(thief.post(NEW, {"name": "x", "credential": phone.make({"user": {"id": "x"}, "challenge": "x"})}))
        == STEP
    )
    with writing() as work:
        assert work.exec(select(Passkey)).all() == []


def test_a_mailbox_alone_sets_up_no_app_beside_a_passkey(browser, chief, phone, writing):
    make_passkey(browser(chief), phone)
    thief = browser(chief)
    assert "Koppel een app" not in words(thief.get(STEP))
    assert thief.post(STEP, {"code": "123456"}).status_code in (409, 422)
    with writing() as work:
        assert people.known(work, chief.id).totp_confirmed_at is None


def test_an_administrator_makes_room_for_who_lost_the_phone(browser, chief, make, phone, writing):
    mo = make.staff(Role.MODERATOR, "Mo")
    make_passkey(browser(mo), phone)
    page = f"{STAFF_PAGE}/{mo.reference}"
    assert path(browser(chief, second_factor=True).submit(page, form='form[action$="/app-loskoppelen"]')) == page
    assert use_passkey(browser(), phone).status_code == 422
    with writing() as work:
        assert not keys.has_any_factor(work, people.known(work, mo.id))
