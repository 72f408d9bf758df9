"""Signing out, there and here; tying a work account to a neighbour's; and a provider that is taken away."""

import json
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from sqlmodel import select

from b2b.accounts.models import IdentityProvider, SignInSession
from b2b.accounts.service import identity_providers
from b2b.authz.predicates import Role
from b2b.core.audit import AuditEntry
from b2b.core.clock import ManualClock
from tests.client import path, soup, words
from tests.provider.real import Walker
from tests.provider.site import REFERENCES, open_door, roles

STAFF_PAGE = "/overdrachten"


@pytest.fixture
def clock():
    return ManualClock(datetime.now(UTC))


def test_signing_out_there_ends_our_session_at_once(app, doorstep, browser, enter, issuer, writing):
    visitor, walker, elsewhere = browser(), Walker(), browser()
    enter(visitor, "ruben", walker)
    enter(elsewhere, "ruben")
    with open_door(app, doorstep):
        walker.sign_out(f"{issuer}/session/end")
    assert path(visitor.get(STAFF_PAGE)) == "/inloggen"
    assert elsewhere.get(STAFF_PAGE).status_code == 200  # another session there, another one here
    with writing() as work:
        assert "provider.signed-out" in {entry.action for entry in work.exec(select(AuditEntry))}


def test_signing_out_here_offers_to_sign_out_there(browser, enter, issuer):
    visitor = browser()
    enter(visitor, "ruben")
    answer = visitor.post("/uitloggen")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    link = soup(visitor.follow(answer)).find("a", string="Log ook uit bij Gemeente Utrecht")
    there = urlsplit(link["href"])
    assert f"{there.scheme}://{there.netloc}" == issuer
    assert parse_qs(there.query)["post_logout_redirect_uri"] == ["http://localhost/uitgelogd"]


def test_the_session_of_a_colleague_is_short(browser, enter, writing):
    enter(browser(), "ruben")
    with writing() as work:
        session = work.exec(select(SignInSession)).one()
        assert (session.idle_expires_at - session.created_at).total_seconds() == 30 * 60
        assert (session.expires_at - session.created_at).total_seconds() == 12 * 3600


def test_a_neighbour_who_works_here_ties_both_together(browser, enter, provider, make, writing):
    ruben = make.staff(Role.MODERATOR, "Roel")
    visitor = browser(ruben, second_factor=True)
    link = soup(visitor.get("/mijn/toegangssleutels")).select_one('a[href*="koppel=1"]')["href"]
    assert path(enter(visitor, "ruben", start=link)) == "/mijn/toegangssleutels"
    assert "Je werkaccount is gekoppeld" in words(visitor.get("/mijn/toegangssleutels"))
    with writing() as work:
        assert roles(work, "Roel") == {Role.MODERATOR, Role.COORDINATOR}


def test_a_work_account_belongs_to_one_person_here(browser, enter, make):
    enter(browser(), "ruben")
    other = browser(make.staff(Role.MODERATOR, "Roel"), second_factor=True)
    answer = enter(other, "ruben", start=f"/inloggen/gemeente/{REFERENCES['basic']}?koppel=1")
    assert answer.status_code == 409
    assert "hoort al bij een ander account" in words(answer)


def test_proving_it_again_asks_the_provider_for_it(browser, enter, provider):
    visitor, walker = browser(), Walker()
    enter(visitor, "ruben", walker)
    asked = visitor.get(f"/inloggen/gemeente/{provider.reference}?opnieuw=1").headers["Location"]
    assert parse_qs(urlsplit(asked).query)["prompt"] == ["login"]
    assert path(enter(visitor, "ruben", walker, f"/inloggen/gemeente/{provider.reference}?opnieuw=1")) == "/"


def test_taking_the_provider_away_takes_what_came_of_it(browser, enter, provider, writing):
    visitor = browser()
    enter(visitor, "ruben")
    with writing() as work:
        assert identity_providers.remove(work, work.get(IdentityProvider, provider.id)) == 1
    assert path(visitor.get(STAFF_PAGE)) == "/inloggen"
    with writing() as work:
        assert roles(work, "Ruben") == set()
    assert browser().get(f"/inloggen/gemeente/{REFERENCES['basic']}").status_code == 404


def test_nothing_is_asked_of_the_provider_of_another_municipality(browser, provider):
    elsewhere = browser()
    assert elsewhere.get("/inloggen/gemeente/I-ZZZZ-0000").status_code == 404
    assert json.dumps(dict(elsewhere.get("/inloggen").headers)).count("form-action 'self'") == 1
