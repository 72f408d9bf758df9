"""A provider that lies, or somebody between: nobody gets in, and the page says so in plain words."""

import json
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from joserfc.jwk import ECKey, OctKey
from sqlmodel import select

from b2b.accounts.models import Member, MemberIdentity
from b2b.accounts.rules.oidc import ClientMethod, Rule
from b2b.accounts.service import identity_providers, oidc_discovery
from b2b.authz.predicates import Role
from b2b.core.clock import ManualClock
from tests.client import path, words
from tests.provider.twin import CLIENT, lying

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
    with writing() as work:
        row = identity_providers.add(
            work,
            home.municipality_id,
            identity_providers.NewProvider(
                "Gemeente", liar.issuer, CLIENT, ClientMethod.SECRET_BASIC, SECRET, home.id
            ),
        )
        identity_providers.set_rules(work, row, [Rule("wijkteam", Role.COORDINATOR)])
    return row


@pytest.fixture
def arrive(provider, liar):
    """Go to the provider and come back with a code; return the answer. `query` changes what the address says."""

    def come(visitor, **query):
        start = visitor.get(f"/inloggen/gemeente/{provider.reference}")
        if start.status_code != 303:
            return start
        asked = {name: value[0] for name, value in parse_qs(urlsplit(start.headers["Location"]).query).items()}
        liar.nonce = asked["nonce"]
        given = {"code": "c", "state": asked["state"], **query}
        return visitor.get(
            f"/inloggen/gemeente/{provider.reference}/terug",
            query_string={name: value for name, value in given.items() if value is not None},
        )

    return come


def members(make):
    with make.writing() as work:
        return len(work.exec(select(MemberIdentity)).all())


def refused(answer, status, clue, make):
    assert answer.status_code == status, words(answer)
    assert "Inloggen als medewerker lukt niet" in words(answer)
    assert f"Geef dit woord aan je beheerder: {clue}." in words(answer)
    assert "Traceback" not in answer.text
    assert members(make) == 0


def test_an_honest_answer_lets_a_colleague_in(browser, arrive, make):
    visitor = browser()
    assert path(arrive(visitor)) == "/"
    assert "Piet" in words(visitor.get("/mijn"))
    assert members(make) == 1


@pytest.mark.parametrize(
    ("said", "clue"),
    [
        ({"nonce": "another"}, "nonce"),
        ({"nonce": None}, "nonce"),
        ({"iss": "https://elsewhere.example"}, "iss"),
        ({"iss": None}, "iss"),
        ({"aud": "somebody-else"}, "aud"),
        ({"aud": ["somebody-else"]}, "aud"),
        ({"aud": [CLIENT, "somebody-else"]}, "azp"),
        ({"azp": "somebody-else"}, "azp"),
        ({"sub": None}, "sub"),
        ({"sub": "x" * 256}, "sub"),
        ({"exp": 1_000_000_000}, "exp"),
        ({"exp": None}, "exp"),
        ({"iat": 9_000_000_000}, "iat"),
        ({"iat": None}, "iat"),
        ({"_claim_names": {"groups": "src1"}, "groups": None}, "groups-left-out"),
    ],
)
def test_a_token_that_is_not_for_this_attempt_is_refused(said, clue, browser, arrive, liar, make):
    liar.said = said
    answer = arrive(browser())
    assert answer.status_code == 403, words(answer)
    assert f"beheerder: {clue}" in words(answer)
    assert members(make) == 0


def test_a_token_that_nobody_signed_is_refused(browser, arrive, liar, make):
    visitor = browser()
    liar.raw = liar.unsigned(liar.claims())
    answer = arrive(visitor)
    assert answer.status_code == 403
    assert members(make) == 0


@pytest.mark.parametrize("secret", [SECRET, "the provider's public key"])
def test_a_token_signed_with_what_we_know_too_is_refused(secret, browser, arrive, liar, make):
    known = SECRET if secret == SECRET else json.dumps(liar.key.as_dict(private=False))
    liar.raw = liar.token(liar.claims(), OctKey.import_key(known), alg="HS256")
    answer = arrive(browser())
    assert answer.status_code == 403
    assert members(make) == 0


def test_a_token_signed_by_somebody_else_is_refused(browser, arrive, liar, make):
    liar.raw = liar.token(liar.claims(), ECKey.generate_key("P-256"))
    assert arrive(browser()).status_code == 403
    assert members(make) == 0


@pytest.mark.parametrize("raw", ["", "a", "a.b.c", "é.é.é", "e30.e30.e30", "x" * 10_000])
def test_what_is_no_token_at_all_is_refused(raw, browser, arrive, liar, make):
    liar.raw = raw
    assert arrive(browser()).status_code == 403
    assert members(make) == 0


@pytest.mark.parametrize(
    ("facts", "clue"),
    [
        ({"issuer": "https://elsewhere.example"}, "discovery-issuer"),
        ({"token_endpoint": "https://elsewhere.example/token"}, "discovery-token_endpoint"),
        ({"jwks_uri": "http://169.254.169.254/keys"}, "discovery-jwks_uri"),
        ({"authorization_endpoint": "javascript:alert(1)"}, "discovery-authorization_endpoint"),
        ({"authorization_endpoint": None}, "discovery-authorization_endpoint"),
    ],
)
def test_a_provider_cannot_send_us_or_people_elsewhere(facts, clue, browser, arrive, liar, make):
    liar.facts = facts
    refused(arrive(browser()), 403, clue, make)


@pytest.mark.parametrize(
    ("where", "answer"),
    [
        ("/.well-known/openid-configuration", (500, {}, b"")),
        ("/.well-known/openid-configuration", (200, {}, b"<html>")),
        ("/.well-known/openid-configuration", (200, {}, b"[]")),
        ("/.well-known/openid-configuration", (302, {"Location": "http://127.0.0.1:1/"}, b"")),
        ("/keys", (200, {}, b"x" * 600_000)),
        ("/keys", (200, {}, b'{"keys": [{"kty": "oct", "k": "AAAA"}, 7]}')),
        ("/token", (502, {}, b"bad gateway")),
        ("/token", (302, {"Location": "http://169.254.169.254/"}, b"")),
        ("/token", (200, {}, b"[]")),
        ("/token", (401, {}, b'{"error": "invalid_client"}')),
        ("/token", (400, {}, b'{"error": "<script>"}')),
    ],
)
def test_a_broken_answer_is_a_page_that_says_try_later(where, answer, browser, arrive, liar, make):
    liar.answers[where] = answer
    got = arrive(browser())
    assert got.status_code in (503, 403), words(got)
    assert "Inloggen als medewerker lukt niet" in words(got)
    assert "<script>alert" not in got.text
    assert members(make) == 0


def test_a_provider_that_is_away_is_left_alone_for_a_moment(browser, provider, liar, make):
    liar.answers["/.well-known/openid-configuration"] = (503, {}, b"")
    visitor = browser()
    for _ in range(3):
        refused(visitor.get(f"/inloggen/gemeente/{provider.reference}"), 503, "discovery-503", make)
    assert len(liar.asked) == 1


def test_the_code_by_mail_is_offered_when_the_provider_is_away(browser, arrive, liar):
    liar.answers["/.well-known/openid-configuration"] = (503, {}, b"")
    assert 'href="/inloggen"' in arrive(browser()).text


def test_a_code_that_was_used_or_is_too_old_says_begin_again(browser, arrive, liar, make):
    liar.answers["/token"] = (400, {}, b'{"error": "invalid_grant"}')
    refused(arrive(browser()), 410, "code-refused", make)


def test_an_answer_that_is_played_again_gets_nothing_even_at_a_provider_that_forgets(
    app, writing, browser, provider, arrive, liar
):
    visitor = browser()
    start = visitor.get(f"/inloggen/gemeente/{provider.reference}")
    asked = parse_qs(urlsplit(start.headers["Location"]).query)
    liar.nonce = asked["nonce"][0]
    thief = browser()
    thief.client.set_cookie("b2b", visitor.client.get_cookie("b2b").value)
    back = f"/inloggen/gemeente/{provider.reference}/terug?code=c&state={asked['state'][0]}"
    assert visitor.get(back).status_code == 303
    again = thief.get(back)
    assert again.status_code == 410
    assert "nonce" in words(again)


def test_coming_back_twice_in_one_browser_is_no_trouble(browser, provider, arrive, liar):
    visitor = browser()
    start = visitor.get(f"/inloggen/gemeente/{provider.reference}")
    asked = parse_qs(urlsplit(start.headers["Location"]).query)
    liar.nonce = asked["nonce"][0]
    back = f"/inloggen/gemeente/{provider.reference}/terug?code=c&state={asked['state'][0]}"
    assert path(visitor.get(back)) == "/"
    assert path(visitor.get(back)) == "/"


def test_an_answer_to_somebody_elses_attempt_is_refused(browser, provider, arrive, liar, make):
    mine = browser().get(f"/inloggen/gemeente/{provider.reference}")
    state = parse_qs(urlsplit(mine.headers["Location"]).query)["state"][0]
    refused(arrive(browser(), state=state), 410, "state", make)
    refused(arrive(browser(), state=None), 410, "state", make)


def test_an_attempt_ends_after_ten_minutes(browser, provider, liar, clock, make):
    visitor = browser()
    start = visitor.get(f"/inloggen/gemeente/{provider.reference}")
    asked = parse_qs(urlsplit(start.headers["Location"]).query)
    clock.advance(minutes=11)
    back = f"/inloggen/gemeente/{provider.reference}/terug?code=c&state={asked['state'][0]}"
    refused(visitor.get(back), 410, "state", make)


def test_an_answer_that_names_another_issuer_is_refused(browser, arrive, make):
    refused(arrive(browser(), iss="https://elsewhere.example"), 403, "iss", make)


def test_an_issuer_that_promises_its_name_must_give_it(browser, arrive, liar, make):
    liar.facts = {"authorization_response_iss_parameter_supported": True}
    refused(arrive(browser()), 403, "iss", make)
    assert path(arrive(browser(), iss=liar.issuer)) == "/"


def test_who_is_refused_there_reads_that_here(browser, arrive, make):
    refused(arrive(browser(), error="access_denied", code=None), 403, "access_denied", make)
    refused(arrive(browser(), error="<b>x</b>", code=None), 403, "bxb", make)


def test_a_group_that_means_nothing_here_gives_no_account(browser, arrive, liar, make):
    liar.said = {"groups": ["kantine"]}
    refused(arrive(browser()), 403, "no-group", make)


def test_an_address_is_no_proof_of_who_somebody_is(browser, arrive, liar, make):
    make.staff(Role.ADMINISTRATOR, "Els", everywhere=True)
    liar.said = {"email": "els@voorbeeld.nl", "email_verified": True}
    refused(arrive(browser()), 409, "address", make)


def test_an_address_that_could_break_a_mail_is_left_out(browser, arrive, liar, make):
    liar.said = {"email": "piet@voorbeeld.nl\r\nBcc: iedereen@voorbeeld.nl"}
    assert path(arrive(browser())) == "/"
    with make.writing() as work:
        assert work.exec(select(Member).where(Member.first_name == "Piet")).one().email is None


def test_the_same_subject_at_another_issuer_is_somebody_else(browser, arrive, liar, make, provider):
    other = make.member("Ander")
    with make.writing() as work:
        work.add(
            MemberIdentity(
                municipality_id=other.municipality_id,
                provider_id=provider.id,
                member_id=other.id,
                issuer="https://elsewhere.example",
                subject="piet",
                created_at=work.now(),
                last_used_at=work.now(),
            )
        )
    visitor = browser()
    assert path(arrive(visitor)) == "/"
    assert "Piet" in words(visitor.get("/mijn"))
