"""Who has a role proves it with an app as well, each time, with a code that works once."""

from datetime import timedelta

import pyotp
import pytest
from sqlmodel import select

from b2b.accounts.models import Member, SignInSession
from b2b.authz.predicates import Role
from tests.client import Browser, path, soup, words

STAFF_PAGE = "/beheer/mensen"
STEP = "/inloggen/tweede-stap"


@pytest.fixture
def chief(make):
    return make.staff(Role.ADMINISTRATOR, "Els", everywhere=True)


@pytest.fixture
def secret(make, chief, writing, clock):
    """Give Els an app, set up last week."""
    secret = pyotp.random_base32()
    with writing() as work:
        member = work.get(Member, chief.id)
        member.totp_secret, member.totp_confirmed_at = secret, clock() - timedelta(days=7)
    return secret


def code(secret, clock, seconds=0):
    return pyotp.TOTP(secret).at(clock() + timedelta(seconds=seconds))


def token_of(visitor):
    with visitor.client.session_transaction() as cookie:
        return cookie["_user_id"]


def shown_secret(page):
    return soup(page).select_one(".b2b-secret").get_text(strip=True).replace(" ", "")


def test_a_staff_page_leads_to_the_second_step_and_back(browser, chief, secret, clock):
    visitor = browser(chief)
    detour = visitor.get(STAFF_PAGE)
    assert detour.headers["Location"] == f"{STEP}?next=%2Fbeheer%2Fmensen"
    answer = visitor.submit(detour.headers["Location"], {"code": code(secret, clock)})
    assert path(answer) == STAFF_PAGE
    assert visitor.get(STAFF_PAGE).status_code == 200


def test_the_session_gets_a_new_token_and_the_old_one_is_dead(app, writing, browser, chief, secret, clock):
    visitor = browser(chief)
    before = token_of(visitor)
    thief = Browser(app, writing)
    thief.client.set_cookie("b2b", visitor.client.get_cookie("b2b").value)
    visitor.submit(STEP, {"code": code(secret, clock)})
    assert token_of(visitor) != before
    assert thief.get("/mijn").status_code == 303


def test_a_code_is_worth_nothing_a_second_time(browser, chief, secret, clock):
    now = code(secret, clock)
    browser(chief).submit(STEP, {"code": now})
    answer = browser(chief).submit(STEP, {"code": now})
    assert (answer.status_code, "klopt niet" in words(answer)) == (422, True)
    clock.advance(seconds=30)
    assert browser(chief).submit(STEP, {"code": code(secret, clock)}).status_code == 303


def test_five_wrong_codes_and_then_a_quarter_of_an_hour_of_rest_even_for_the_right_one(browser, chief, secret, clock):
    visitor = browser(chief)
    for _ in range(5):
        assert visitor.submit(STEP, {"code": "000000"}).status_code == 422
    answer = visitor.post(STEP, {"code": code(secret, clock)})
    assert (answer.status_code, int(answer.headers["Retry-After"]) > 0) == (429, True)
    assert browser(chief).post(STEP, {"code": code(secret, clock)}).status_code == 429
    clock.advance(minutes=15)
    visitor = browser(chief)
    assert visitor.submit(STEP, {"code": code(secret, clock)}).status_code == 303


def test_the_first_time_an_app_is_set_up_with_a_picture_or_by_typing(browser, chief, clock, writing):
    visitor = browser(chief)
    page = visitor.get(STEP)
    secret = shown_secret(page)
    assert soup(page).select_one("svg.b2b-qr path")["d"].startswith("M")
    assert shown_secret(visitor.get(STEP)) == secret, "reloading keeps the secret"
    assert visitor.submit(STEP, {"code": "000000"}).status_code == 422
    assert visitor.submit(f"{STEP}?next={STAFF_PAGE}", {"code": code(secret, clock)}).status_code == 303
    assert visitor.get(STAFF_PAGE).status_code == 200
    with writing() as work:
        member = work.get(Member, chief.id)
        assert member.totp_secret == secret
        assert member.has_second_step


def test_a_secret_being_set_up_cannot_be_read_from_the_cookie(browser, chief):
    visitor = browser(chief)
    secret = shown_secret(visitor.get(STEP))
    with visitor.client.session_transaction() as cookie:
        assert secret not in str(dict(cookie))


def test_an_app_is_not_replaced_by_who_only_has_the_mail(browser, chief, secret, clock):
    visitor = browser(chief)
    assert not soup(visitor.get(STEP)).select(".b2b-secret")


def test_somebody_without_a_role_has_no_second_step(browser, make):
    assert browser(make.member("Fatima")).get(STEP).status_code == 403
    assert path(browser().get(STEP)) == "/inloggen"


@pytest.mark.parametrize("typed", ["", "12345", "x" * 200])
def test_what_is_no_code_costs_no_try(browser, chief, secret, writing, typed):
    assert browser(chief).submit(STEP, {"code": typed}).status_code == 422
    with writing() as work:
        assert work.get(Member, chief.id).totp_tries == 0


def test_the_second_step_does_not_make_a_session_live_longer(browser, chief, secret, clock, writing):
    visitor = browser(chief)
    clock.advance(minutes=20)
    visitor.submit(STEP, {"code": code(secret, clock)})
    with writing() as work:
        first, second = sorted(work.exec(select(SignInSession)).all(), key=lambda s: s.revoked_at is None)
        assert first.expires_at == second.expires_at


def test_a_moderator_who_was_away_for_half_an_hour_does_the_second_step_again(make, browser, clock, writing):
    mo = make.staff(Role.MODERATOR, "Mo")
    visitor = browser(mo, second_factor=True)
    clock.advance(minutes=20)
    assert visitor.get("/controleren").status_code == 200
    clock.advance(minutes=31)
    assert path(visitor.get("/controleren")) == STEP
    assert visitor.get("/mijn").status_code == 200  # still a neighbour, on the same device
    assert path(visitor.get("/controleren")) == STEP  # and being seen does not bring the step back
    with writing() as work:
        assert work.exec(select(SignInSession)).one().second_factor_at is None


def test_the_second_step_ends_after_half_a_day_of_use(make, browser, clock):
    visitor = browser(make.staff(Role.MODERATOR, "Mo"), second_factor=True)
    for _ in range(35):
        clock.advance(minutes=20)
        assert visitor.get("/controleren").status_code == 200
    clock.advance(minutes=20)
    assert path(visitor.get("/controleren")) == STEP
