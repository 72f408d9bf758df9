"""The NL API Design Rules, asked of every route and of openapi.json: what a linter would ask, and what it cannot."""

import re

import pytest

from b2b.api.v1.blueprint import VERSION
from b2b.api.v1.endings import ENDINGS, Ending

PATH = re.compile(r"/api/v1(/[a-z]+(-[a-z]+)*|/<\w+:\w+>)+(\.json)?")
CAMEL = re.compile(r"_links|[a-z][a-zA-Z]*")
SAFE_HEADERS = {
    "API-Version": VERSION,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


@pytest.fixture
def client(app):
    return app.test_client()


@pytest.fixture
def document(client):
    return client.get("/api/v1/openapi.json").json


def routes(app):
    return [rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/api/")]


def operations(document):
    return [(path, method, told) for path, methods in document["paths"].items() for method, told in methods.items()]


def schemas(node):
    """Yield every schema with properties."""
    if isinstance(node, dict):
        if "properties" in node:
            yield node
        for inside in node.values():
            yield from schemas(inside)
    elif isinstance(node, list):
        for inside in node:
            yield from schemas(inside)


def test_paths_are_kebab_case_with_the_major_version_and_no_slash_at_the_end(app):
    assert len(routes(app)) > 5
    for rule in routes(app):
        assert PATH.fullmatch(rule.rule), rule.rule


def test_resources_are_dutch_plurals(app):
    nouns = {rule.rule.split("/")[3] for rule in routes(app)} - {"openapi.json"}
    assert nouns <= {
        *("hulpvragen", "hulpaanbod", "buurten", "soorten-hulp", "cijfers"),
        *("doorverwijzingen", "abonnementen", "toegangstokens"),
    }


def test_the_description_names_every_route_and_no_other(app, document):
    described = {(path, method.upper()) for path, method, _ in operations(document)}
    real = {
        (re.sub(r"<\w+:(\w+)>", r"{\1}", rule.rule).removeprefix("/api/v1"), method)
        for rule in routes(app)
        for method in rule.methods - {"HEAD", "OPTIONS"}
        if rule.endpoint != "api_v1.openapi"
    }
    assert described == real


def test_keys_and_questions_are_camel_case(document):
    for schema in schemas(document["components"]):
        if schema["title"] in ("TokenForm", "TokenShape"):
            continue  # the names of OAuth 2.0 (RFC 6749)
        assert not [name for name in schema["properties"] if not CAMEL.fullmatch(name)]
    for _, _, told in operations(document):
        for parameter in told["parameters"]:
            assert parameter["in"] == "header" or CAMEL.fullmatch(parameter["name"]), parameter["name"]


def test_the_description_says_who_made_it_and_which_version_it_is(client, document):
    info = document["info"]
    assert info["version"] == VERSION == client.get("/api/v1/buurten").headers["API-Version"]
    assert re.fullmatch(r"\d+\.\d+\.\d+", info["version"])
    assert all(info["contact"][key] for key in ("name", "email", "url"))
    assert document["servers"] == [{"url": "http://localhost/api/v1"}]
    ids = [told["operationId"] for _, _, told in operations(document)]
    assert len(ids) == len(set(ids))


def test_every_answer_is_described_and_every_refusal_is_a_problem(document):
    for path, method, told in operations(document):
        assert told["summary"] and told["tags"], path
        for status, answer in told["responses"].items():
            assert "API-Version" in answer["headers"], (path, method, status)
            if int(status) >= 400:
                assert list(answer["content"]) == ["application/problem+json"], (path, method, status)


def test_dates_say_that_they_are_dates(document):
    moments = [
        told
        for schema in schemas(document["components"])
        for name, told in schema["properties"].items()
        if name.endswith(("Op", "Om", "Tot"))
    ]
    assert moments
    assert all("date" in str(told) for told in moments)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/v1/buurten", 200),
        ("GET", "/api/v1/openapi.json", 200),
        ("GET", "/api/v1/buurten/", 404),
        ("GET", "/api/v1/nergens", 404),
        ("GET", "/api/v2/buurten", 404),
        ("GET", "/api/v1/hulpvragen/onzin", 404),
        ("GET", "/api/v1/hulpvragen?aantal=-1", 400),
        ("POST", "/api/v1/buurten", 405),
    ],
)
def test_every_answer_has_the_headers_also_a_refusal(client, method, path, status):
    answer = client.open(path, method=method)
    assert answer.status_code == status
    for name, value in SAFE_HEADERS.items():
        assert answer.headers[name] == value, name
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    if status >= 400:
        assert answer.mimetype == "application/problem+json"
        assert answer.json["status"] == status
        assert answer.json["title"] and answer.json["detail"]
    if status == 405:
        assert "GET" in answer.headers["Allow"]


def test_over_https_a_client_is_told_to_stay_there(app):
    app.config["SESSION_COOKIE_SECURE"] = True
    assert "Strict-Transport-Security" in app.test_client().get("/api/v1/nergens").headers


def test_who_wants_something_else_than_json_hears_so(client):
    answer = client.get("/api/v1/buurten", headers={"Accept": "text/csv"})
    assert (answer.status_code, answer.mimetype) == (406, "application/problem+json")


def test_a_fault_of_ours_tells_nothing(app, client, monkeypatch):
    def broken(*_args):
        raise RuntimeError("the secret of the house")

    monkeypatch.setattr("b2b.api.v1.places.queries.places", broken)
    answer = client.get("/api/v1/buurten")
    assert (answer.status_code, answer.mimetype) == (500, "application/problem+json")
    assert "secret" not in answer.text
    assert answer.headers["API-Version"] == VERSION


def test_pages_of_any_site_may_read_what_is_public(client):
    asked = client.options("/api/v1/hulpvragen", headers={"Origin": "https://elders.example"})
    assert asked.headers["Access-Control-Allow-Origin"] == "*"
    assert client.get("/api/v1/openapi.json").headers["Access-Control-Allow-Origin"] == "*"


def test_an_operation_that_will_end_says_so_in_its_headers(client, clock, monkeypatch):
    monkeypatch.setitem(
        ENDINGS, "api_v1.hoods", Ending(clock(), clock().replace(year=2027), "https://buurthulp.example/uitleg")
    )
    answer = client.get("/api/v1/buurten")
    assert answer.headers["Deprecation"] == "@1795424400"
    assert answer.headers["Sunset"] == "Tue, 23 Nov 2027 09:00:00 GMT"
    assert 'rel="deprecation"' in answer.headers["Link"]
    assert client.get("/api/v1/openapi.json").json["paths"]["/buurten"]["get"]["deprecated"] is True
    assert "Deprecation" not in client.get("/api/v1/soorten-hulp").headers
