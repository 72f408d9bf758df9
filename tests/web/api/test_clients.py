"""Getting in: a secret for a token, a token for an hour, and no more than was given."""

from datetime import timedelta

import pytest

from b2b.api import service
from b2b.api.models import ApiToken
from b2b.api.rules import Scope
from tests.databases import raw

TOKENS = "/api/v1/toegangstokens"


def test_a_secret_buys_a_token_for_an_hour(system, clock):
    there = system(Scope.HANDOFFS_READ)
    answer = there.sign_in()
    assert answer.status_code == 200
    assert (answer.json["token_type"], answer.json["expires_in"]) == ("Bearer", 3600)
    assert answer.json["scope"] == "doorverwijzingen:lezen"
    assert there.ask("GET", "/doorverwijzingen").status_code == 200
    clock.moment += timedelta(hours=1, seconds=1)
    late = there.ask("GET", "/doorverwijzingen")
    assert (late.status_code, late.headers["WWW-Authenticate"]) == (401, "Bearer")


def test_the_secret_may_stand_in_the_form_too(app, system):
    there = system(Scope.SUBSCRIBE)
    form = {"client_id": there.row.reference, "client_secret": there.secret, "grant_type": "client_credentials"}
    assert app.test_client().post(TOKENS, data=form).status_code == 200


def test_what_is_wrong_is_said_as_oauth_says_it(app, system):
    there = system(Scope.SUBSCRIBE)
    assert there.sign_in(scope="doorverwijzingen:inhoud").json["error"] == "invalid_scope"
    there.secret = "x" * 43
    wrong = there.sign_in()
    assert (wrong.status_code, wrong.json["error"]) == (401, "invalid_client")
    assert there.sign_in(grant_type="password").status_code == 400
    assert app.test_client().post(TOKENS, json={"grant_type": "client_credentials"}).status_code == 415


def test_neither_secret_nor_token_stands_in_the_store(system, database):
    there = system()
    with raw(database) as connection:
        for table in ("api_clients", "api_tokens", "audit_entries"):
            kept = str(connection.exec_driver_sql(f"SELECT * FROM {table}").all())
            assert there.secret not in kept and there.token not in kept


@pytest.mark.parametrize("how", ["ended", "renewed", "last day"])
def test_a_token_ends_with_its_client(system, make, stored, clock, how):
    there = system(Scope.HANDOFFS_READ, days=1)
    with make.writing() as work:
        row = work.merge(stored(there.row))
        if how == "ended":
            service.end(work, row)
        elif how == "renewed":
            service.renew(work, row)
    if how == "last day":
        clock.moment += timedelta(days=2)
    assert there.ask("GET", "/doorverwijzingen").status_code == 401
    assert there.sign_in().status_code == 401


def test_a_token_does_no_more_than_its_scope(system, handoff):
    there = system(Scope.HANDOFFS_READ)
    for method, path in [
        ("GET", f"/doorverwijzingen/{handoff.reference}/inhoud"),
        ("POST", f"/doorverwijzingen/{handoff.reference}/stappen"),
        ("GET", "/abonnementen"),
    ]:
        refused = there.ask(method, path, **({"json": {"stap": "oppakken"}} if method == "POST" else {}))
        assert refused.status_code == 403, path
        assert "insufficient_scope" in refused.headers["WWW-Authenticate"]


def test_a_client_of_one_municipality_is_nobody_in_another(system, make, handoff):
    there = system(municipality_id=make.neighbourhood("BU07721110").municipality_id)
    assert there.token is None, "the host shows Utrecht"
    assert there.ask("GET", "/doorverwijzingen").status_code == 401


def test_no_cookie_opens_what_needs_a_token(browser, make, handoff):
    from b2b.authz.predicates import Role

    ada = browser(make.staff(Role.ADMINISTRATOR, "Ada", everywhere=True), second_factor=True)
    assert ada.client.get("/api/v1/doorverwijzingen").status_code == 401


def test_old_tokens_are_forgotten(system, make, clock):
    there = system()
    clock.moment += timedelta(hours=2)
    with make.writing() as work:
        assert service.purge(work) == 1
        assert work.get(ApiToken, b"") is None
    assert there.sign_in().status_code == 200


@pytest.fixture
def settings(settings):
    from dataclasses import replace

    return replace(settings, limits=True)


def test_who_changes_too_much_waits_and_reading_is_never_limited(system, handoff):
    there = system()
    for _ in range(60):
        there.ask("DELETE", "/abonnementen/F-0000-0000")
    slow = there.ask("DELETE", "/abonnementen/F-0000-0000")
    assert (slow.status_code, slow.mimetype) == (429, "application/problem+json")
    assert int(slow.headers["Retry-After"]) > 0
    assert there.ask("GET", "/abonnementen").status_code == 200
    there.sign_in()
    assert there.ask("DELETE", "/abonnementen/F-0000-0000").status_code == 404
