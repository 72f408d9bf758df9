"""A server says that somebody signed out: believed when it proves to be the provider, once, and about ours."""

import time
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from joserfc.jwk import ECKey, OctKey

from b2b.accounts.rules.oidc import ClientMethod, Rule
from b2b.accounts.service import identity_providers, oidc_discovery
from b2b.authz.predicates import Role
from b2b.core.clock import ManualClock
from tests.client import path
from tests.provider.twin import CLIENT, LOGOUT, lying

SECRET = "a secret of the client, long enough"


@pytest.fixture
def clock():
    return ManualClock(datetime.now(UTC))


@pytest.fixture
def liar():
    oidc_discovery.forget()
    with lying() as liar:
        yield liar


@pytest.fixture
def provider(liar, make, writing):
    home = make.neighbourhood()
    new = identity_providers.NewProvider("Gemeente", liar.issuer, CLIENT, ClientMethod.SECRET_BASIC, SECRET, home.id)
    with writing() as work:
        row = identity_providers.add(work, home.municipality_id, new)
        identity_providers.set_rules(work, row, [Rule("wijkteam", Role.COORDINATOR)])
    return row


@pytest.fixture
def piet(browser, provider, liar):
    """A colleague who is signed in, in a session there that is called "there-1"."""
    visitor = browser()
    start = visitor.get(f"/inloggen/gemeente/{provider.reference}").headers["Location"]
    asked = parse_qs(urlsplit(start).query)
    liar.nonce = asked["nonce"][0]
    liar.said = {"sid": "there-1"}
    visitor.get(f"/inloggen/gemeente/{provider.reference}/terug?code=c&state={asked['state'][0]}")
    liar.said = {}
    return visitor


@pytest.fixture
def tell(app, provider):
    """Send a logout token as the provider's server does: no cookie, no form token."""

    def send(token):
        return app.test_client().post(
            f"/inloggen/gemeente/{provider.reference}/uitgelogd", data={"logout_token": token}
        )

    return send


def is_in(visitor):
    return visitor.get("/mijn").status_code == 200


@pytest.mark.parametrize(
    "said", [{"sid": "there-1"}, {"sid": "there-1", "sub": None}, {}], ids=["both", "sid", "sub"]
)
def test_a_right_word_ends_the_session(said, piet, tell, liar):
    answer = tell(liar.token(liar.logout_claims(**said), typ="logout+jwt"))
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert path(piet.get("/mijn")) == "/inloggen"


@pytest.mark.parametrize("said", [{"sid": "there-2"}, {"sub": "els"}, {"sid": "there-1", "sub": "els"}])
def test_a_word_about_somebody_else_ends_nothing(said, piet, tell, liar):
    assert tell(liar.token(liar.logout_claims(**said))).status_code == 200
    assert is_in(piet)


def test_the_same_word_counts_once(piet, tell, liar):
    token = liar.token(liar.logout_claims())
    assert tell(token).status_code == 200
    again = tell(token)
    assert again.status_code == 400
    assert again.get_json() == {"error": "invalid_request", "error_description": "jti"}


@pytest.mark.parametrize(
    "said",
    [
        {"iss": "https://elsewhere.example"},
        {"aud": "somebody-else"},
        {"aud": None},
        {"exp": 1_000_000_000},
        {"exp": None},
        {"exp": int(time.time()) + 10**7},
        {"exp": 10**30},
        {"iat": None},
        {"iat": int(time.time()) - 7200},
        {"jti": None},
        {"jti": 7},
        {"events": None},
        {"events": {}},
        {"events": {next(iter(LOGOUT)): True}},
        {"events": "all"},
        {"nonce": "n"},
        {"sub": None},
        {"sub": None, "sid": ""},
        {"sub": 7},
    ],
)
def test_a_word_that_breaks_a_rule_is_refused(said, piet, tell, liar):
    answer = tell(liar.token(liar.logout_claims(**said)))
    assert answer.status_code == 400, said
    assert is_in(piet)


def test_an_id_token_is_no_word_that_somebody_signed_out(piet, tell, liar):
    liar.nonce = "n"
    assert tell(liar.token(liar.claims())).status_code == 400
    assert is_in(piet)


def test_a_word_that_the_provider_did_not_sign_is_refused(piet, tell, liar):
    claims = liar.logout_claims()
    assert tell(liar.token(claims, ECKey.generate_key("P-256"))).status_code == 400
    assert tell(liar.token(claims, OctKey.import_key(SECRET), alg="HS256")).status_code == 400
    assert tell(liar.unsigned(claims)).status_code == 400
    assert tell(liar.token(claims, typ="at+jwt")).status_code == 400
    for nonsense in ("", "a.b.c", "x" * 100_000):
        assert tell(nonsense).status_code == 400
    assert is_in(piet)


def test_a_browser_cannot_say_it(piet, provider, liar):
    answer = piet.client.post(
        f"/inloggen/gemeente/{provider.reference}/uitgelogd",
        data={"logout_token": liar.token(liar.logout_claims())},
        headers={"Sec-Fetch-Site": "cross-site"},
    )
    assert answer.status_code == 403
    assert is_in(piet)


def test_a_provider_that_is_not_ours_is_not_there(app, provider):
    assert app.test_client().post("/inloggen/gemeente/I-0000-0000/uitgelogd").status_code == 404
