"""Staff sign in at their municipality's own provider: a real one, over real HTTP, there and back."""

from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from sqlmodel import select

from b2b.accounts import service
from b2b.accounts.models import IdentityProvider, Member
from b2b.accounts.rules.oidc import Rule
from b2b.accounts.service import identity_providers, people
from b2b.authz.predicates import Role
from b2b.core.clock import ManualClock
from tests.client import path, soup, words
from tests.provider.real import Walker
from tests.provider.site import REFERENCES, roles

STAFF_PAGE = "/overdrachten"


@pytest.fixture
def clock():
    return ManualClock(datetime.now(UTC))


def test_the_button_is_only_there_when_the_municipality_has_a_provider(browser, add):
    assert "Inloggen als medewerker" not in words(browser().get("/inloggen"))
    row = add()
    button = soup(browser().get("/inloggen")).find("a", string="Inloggen als medewerker") or soup(
        browser().get("/inloggen")
    ).select_one(f'a[href^="/inloggen/gemeente/{row.reference}"]')
    assert button


def test_a_colleague_comes_in_with_both_steps_done_and_the_role_of_the_group(browser, enter, writing):
    visitor = browser()
    answer = enter(visitor, "ruben", start=f"/inloggen/gemeente/{REFERENCES['basic']}?next={STAFF_PAGE}")
    assert path(answer) == STAFF_PAGE
    assert visitor.get(STAFF_PAGE).status_code == 200
    with writing() as work:
        assert roles(work, "Ruben") == {Role.COORDINATOR}


def test_what_leads_there_has_a_state_a_nonce_and_a_challenge(browser, provider):
    answer = browser().get(f"/inloggen/gemeente/{provider.reference}")
    asked = parse_qs(urlsplit(answer.headers["Location"]).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["response_type"] == ["code"]
    assert all(len(asked[name][0]) >= 43 for name in ("state", "nonce", "code_challenge"))
    assert asked["redirect_uri"] == [f"http://localhost/inloggen/gemeente/{provider.reference}/terug"]
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_provider_may_know_us_by_a_key_instead_of_a_secret(browser, add):
    row, visitor = add("signed"), browser()
    there = visitor.get(f"/inloggen/gemeente/{row.reference}").headers["Location"]
    assert path(visitor.get(Walker().sign_in(there, "ruben").removeprefix("http://localhost"))) == "/"


def test_who_comes_back_is_the_same_person(browser, enter, writing):
    enter(browser(), "ruben")
    enter(browser(), "ruben")
    with writing() as work:
        assert len(work.exec(select(Member).where(Member.first_name == "Ruben")).all()) == 1


def test_a_password_alone_leaves_our_own_second_step_to_do(browser, enter):
    visitor = browser()
    enter(visitor, "els")
    assert path(visitor.get("/beheer/mensen")) == "/inloggen/tweede-stap"
    assert "Koppel een app" in words(visitor.get("/inloggen/tweede-stap"))


def test_a_mailbox_alone_never_rises_to_a_role_that_comes_from_work(browser, enter, writing):
    enter(browser(), "els")
    with writing() as work:
        els = work.exec(select(Member).where(Member.first_name == "Els")).one()
    by_mail = browser(els)
    assert "Log eerst in als medewerker" in words(by_mail.get("/inloggen/tweede-stap"))
    assert by_mail.post("/inloggen/tweede-stap", {"code": "123456"}).status_code in (200, 403)
    assert path(by_mail.get("/mijn/toegangssleutels/nieuw")) == "/inloggen/tweede-stap"
    with writing() as work:
        assert people.known(work, els.id).totp_confirmed_at is None


def test_a_group_that_means_nothing_is_told_in_plain_words(browser, enter):
    answer = enter(browser(), "niemand")
    assert answer.status_code == 403
    assert "Je werkaccount heeft hier geen rol" in words(answer)


def test_somebody_who_stops_at_the_provider_reads_that(browser, enter):
    answer = enter(browser(), "somebody the provider does not know")
    assert answer.status_code == 403
    assert "liet je niet binnen" in words(answer)


def test_a_role_taken_away_there_is_gone_here_at_the_next_sign_in(browser, enter, provider, writing):
    before = browser()
    enter(before, "ruben")
    with writing() as work:
        identity_providers.set_rules(work, work.get(IdentityProvider, provider.id), [])
    answer = enter(browser(), "ruben")
    assert answer.status_code == 403
    with writing() as work:
        assert roles(work, "Ruben") == set()
    assert path(before.get(STAFF_PAGE)) == "/inloggen"  # signed out where the role was used


def test_a_role_that_an_administrator_gave_stays_when_the_group_goes(browser, enter, provider, writing):
    enter(browser(), "ruben")
    with writing() as work:
        ruben = work.exec(select(Member).where(Member.first_name == "Ruben")).one()
        service.grant(work, ruben, Role.MODERATOR, [None])
        identity_providers.set_rules(
            work, work.get(IdentityProvider, provider.id), [Rule("kantine", Role.ADMINISTRATOR)]
        )
    enter(browser(), "ruben")
    with writing() as work:
        assert roles(work, "Ruben") == {Role.MODERATOR, Role.ADMINISTRATOR}
