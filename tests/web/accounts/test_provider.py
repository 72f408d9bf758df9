"""Staff sign in at their municipality's own provider: a real one, over real HTTP, there and back and out."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from sqlmodel import select
from waitress import wasyncore
from waitress.server import create_server

from b2b.accounts import service
from b2b.accounts.models import IdentityProvider, Member, RoleGrant, SignInSession
from b2b.accounts.rules.oidc import ClientMethod, Rule
from b2b.accounts.service import identity_providers, oidc_discovery, people
from b2b.accounts.service.oidc_client import public_key
from b2b.authz.predicates import Role
from b2b.core.audit import AuditEntry
from b2b.core.clock import ManualClock
from tests.client import path, soup, words
from tests.provider.real import Walker, free_port, running

SECRET = "a secret of the client, long enough"
REFERENCES = {"basic": "I-TEST-0001", "signed": "I-TEST-0002"}
SUBJECT = {"ruben": "5a1e5b7e-0001", "els": "5a1e5b7e-0002", "nieuw": "5a1e5b7e-0003"}
PEOPLE = {
    "ruben": {
        "sub": SUBJECT["ruben"],
        "given_name": "Ruben",
        "name": "Ruben van Dam",
        "email": "ruben@gemeente.example",
        "email_verified": True,
        "groups": ["wijkteam", "kantine"],
        "acr": "urn:two-factors",
        "amr": ["pwd", "mfa"],
    },
    "els": {"sub": SUBJECT["els"], "name": "Els Bos", "groups": ["beheer"], "acr": "urn:one-factor", "amr": ["pwd"]},
    "niemand": {"sub": "5a1e5b7e-0009", "name": "Jan", "groups": ["kantine"], "amr": ["mfa"]},
}
STAFF_PAGE = "/overdrachten"


@pytest.fixture
def clock():
    return ManualClock(datetime.now(UTC))


@pytest.fixture(scope="module")
def pem():
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


@pytest.fixture(scope="module")
def doorstep():
    """The port at which our site hears from the provider's server."""
    return free_port()


@pytest.fixture(scope="module")
def issuer(pem, doorstep):
    oidc_discovery.forget()
    common = {
        "backchannel_logout_session_required": True,
        "post_logout_redirect_uris": ["http://localhost/uitgelogd"],
    }
    clients = [
        {
            **common,
            "client_id": name,
            "redirect_uris": [f"http://localhost/inloggen/gemeente/{reference}/terug"],
            "backchannel_logout_uri": f"http://127.0.0.1:{doorstep}/inloggen/gemeente/{reference}/uitgelogd",
        }
        for name, reference in REFERENCES.items()
    ]
    clients[0] |= {"client_secret": SECRET, "token_endpoint_auth_method": "client_secret_basic"}
    clients[1] |= {
        "token_endpoint_auth_method": "private_key_jwt",
        "token_endpoint_auth_signing_alg": "PS256",
        "jwks": {"keys": [public_key(pem)]},
    }
    with running(free_port(), clients, PEOPLE) as issuer:
        yield issuer


@pytest.fixture
def add(make, writing, issuer, pem):
    """Let the municipality use the provider, as one of the two clients it knows."""

    def provider(client="basic", rules=None):
        home = make.neighbourhood()
        secret, method = {
            "basic": (SECRET, ClientMethod.SECRET_BASIC),
            "signed": (pem, ClientMethod.PRIVATE_KEY),
        }[client]
        new = identity_providers.NewProvider("Gemeente Utrecht", issuer, client, method, secret, home.id)
        with writing() as work:
            row = identity_providers.add(work, home.municipality_id, new)
            row.reference = REFERENCES[client]
            groups = [Rule("wijkteam", Role.COORDINATOR, home.id), Rule("beheer", Role.ADMINISTRATOR)]
            identity_providers.set_rules(work, row, groups if rules is None else rules)
        return row

    return provider


@pytest.fixture
def provider(add):
    return add()


@pytest.fixture
def enter(provider):
    """Go through it as a person: our link, the provider's form, and back; return the last answer."""

    def walk(visitor, who, walker=None, start=None):
        there = visitor.get(start or f"/inloggen/gemeente/{provider.reference}").headers["Location"]
        back = (walker or Walker()).sign_in(there, who)
        return visitor.get(back.removeprefix("http://localhost"))

    return walk


@contextmanager
def open_door(app, port) -> Iterator[None]:
    """Let the provider's server reach our site at `port` while the block runs."""
    doors: dict[int, object] = {}
    server = create_server(app, map=doors, host="127.0.0.1", port=port)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.trigger.pull_trigger(lambda: wasyncore.close_all(doors))
        thread.join(10)
        server.task_dispatcher.shutdown()


def roles(work, first_name):
    member = work.exec(select(Member).where(Member.first_name == first_name)).one()
    return {row.role for row in work.exec(select(RoleGrant).where(RoleGrant.member_id == member.id))}


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
