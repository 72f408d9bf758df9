"""openapi.json, drawn from the routes and the shapes themselves: it cannot say something else than the code."""

import re
from collections.abc import Iterable, Iterator
from email.utils import parseaddr
from typing import Any

from flask import Response, current_app, json, request, url_for
from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema
from werkzeug.routing import Rule

from b2b.api.rules import IDEMPOTENCY_MAX, SCOPE_WORDS, Scope
from b2b.api.v1.blueprint import VERSION, api_v1
from b2b.api.v1.endings import ENDINGS
from b2b.api.v1.guard import for_everybody
from b2b.api.v1.once import HEADER
from b2b.api.v1.problems import PROBLEM, TITLES, Problem
from b2b.api.v1.speaking import FORM, JSON, Operation
from b2b.web.transactions import current_site

PLACEHOLDER = re.compile(r"<(?:(?P<converter>\w+)(?:\([^)]*\))?:)?(?P<name>\w+)>")
KINDS = {
    "ref": {"type": "string", "pattern": "^[A-Z]-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$"},
    "slug": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+){0,15}$", "maxLength": 80},
}
"""What our converters of addresses accept, as a client should write it."""
HEADERS = {"API-Version": {"description": "De versie van deze API.", "schema": {"type": "string"}}}

ONCE = {
    "name": HEADER,
    "in": "header",
    "description": "Een eigen nummer voor deze vraag: wie haar nog eens stuurt, krijgt hetzelfde antwoord.",
    "schema": {"type": "string", "minLength": 1, "maxLength": IDEMPOTENCY_MAX, "pattern": "^[!-~]+$"},
}


@api_v1.get("/openapi.json")
@for_everybody
def openapi() -> Response:
    """Send the description of this API, for people and for programs."""
    return Response(json.dumps(document(), sort_keys=False), mimetype=JSON)


def document() -> dict[str, Any]:
    """Return the description of the API as it runs here (OpenAPI 3.1)."""
    told = list(_operations())
    paths: dict[str, dict[str, Any]] = {}
    for rule, method, operation in told:
        path = PLACEHOLDER.sub(r"{\g<name>}", rule.rule.removeprefix(f"{api_v1.url_prefix}"))
        paths.setdefault(path, {})[method] = _operation(rule, method, operation)
    return {
        "openapi": "3.1.0",
        "info": _info(),
        "servers": [{"url": request.host_url.rstrip("/") + f"{api_v1.url_prefix}"}],
        "tags": [{"name": name} for name in dict.fromkeys(_tag(path) for path in paths)],
        "paths": paths,
        "components": {"schemas": _schemas(told), "securitySchemes": {"client": _security()}},
    }


def _security() -> dict[str, Any]:
    flow = {
        "tokenUrl": url_for("api_v1.token", _external=True),
        "scopes": {str(scope): SCOPE_WORDS[scope] for scope in Scope},
    }
    return {"type": "oauth2", "flows": {"clientCredentials": flow}}


def _operations() -> Iterator[tuple[Rule, str, Operation]]:
    for rule in sorted(current_app.url_map.iter_rules(), key=lambda rule: rule.rule):
        told = getattr(current_app.view_functions[rule.endpoint], "operation", None)
        if told is not None and rule.endpoint.startswith(f"{api_v1.name}."):
            yield from (
                (rule, method.lower(), told) for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
            )


def _info() -> dict[str, Any]:
    site = current_site()
    return {
        "title": f"{site.name} API",
        "version": VERSION,
        "description": f"Wat iedereen mag lezen van {site.name} {site.municipality_name}, en koppelingen voor de gemeente.",
        "contact": {
            "name": f"{site.name} {site.municipality_name}".strip(),
            "email": parseaddr(current_app.settings.mail_from)[1],  # type: ignore[attr-defined]
            "url": request.host_url,
        },
        "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
    }


def _operation(rule: Rule, method: str, told: Operation) -> dict[str, Any]:
    view = current_app.view_functions[rule.endpoint]
    found: dict[str, Any] = {
        "operationId": rule.endpoint.partition(".")[2],
        "summary": told.summary,
        "tags": [_tag(rule.rule.removeprefix(f"{api_v1.url_prefix}"))],
        "parameters": [*_in_path(rule), *_in_query(told)],
        "responses": _answers(rule, method, told, open_data=getattr(view, "open_data", False)),
    }
    for shape, kind in ((told.body, JSON), (told.form, FORM)):
        if shape is not None:
            found["requestBody"] = {"required": True, "content": {kind: {"schema": _ref(shape)}}}
    if told.once:
        found["parameters"].append(ONCE)
    if isinstance(scope := getattr(view, "permission", None), Scope):
        found["security"] = [{"client": [str(scope)]}]
    if rule.endpoint in ENDINGS:
        found["deprecated"] = True
    return found


def _in_path(rule: Rule) -> Iterator[dict[str, Any]]:
    for placeholder in PLACEHOLDER.finditer(rule.rule):
        kind = KINDS[placeholder["converter"]]
        yield {"name": placeholder["name"], "in": "path", "required": True, "schema": kind}


def _in_query(told: Operation) -> Iterator[dict[str, Any]]:
    if told.query is None:
        return
    for name, schema in told.query.model_json_schema(by_alias=True)["properties"].items():
        plain = next((one for one in schema.get("anyOf", []) if one.get("type") != "null"), schema)
        kept = {key: value for key, value in plain.items() if key not in ("title", "description")}
        if schema.get("default") is not None:
            kept["default"] = schema["default"]
        yield {"name": name, "in": "query", "description": schema.get("description", ""), "schema": kept}


def _answers(rule: Rule, method: str, told: Operation, *, open_data: bool) -> dict[str, Any]:
    good: dict[str, Any] = {"description": told.summary, "headers": dict(HEADERS)}
    if told.answer is not None:
        good["content"] = {JSON: {"schema": _ref(told.answer)}}
    if told.status == 201:
        good["headers"]["Location"] = {"description": "Het adres ervan.", "schema": {"type": "string"}}
    answers: dict[str, Any] = {str(told.status): good}
    if method == "get":
        answers["304"] = {"description": "Je hebt dit antwoord al (If-None-Match).", "headers": dict(HEADERS)}
    for status in sorted(_refusals(rule, method, told, open_data=open_data)):
        said = {"schema": {"$ref": "#/components/schemas/Problem"}}
        answers[str(status)] = {
            "description": TITLES[status][0],
            "headers": dict(HEADERS),
            "content": {PROBLEM: said},
        }
    return answers


def _refusals(rule: Rule, method: str, told: Operation, *, open_data: bool) -> set[int]:
    found = {400, 406, 500, 503, *told.refuses}
    found |= set() if open_data else {401}
    found |= {422} if told.once else set()
    found |= {404} if rule.arguments else set()
    found |= {415, 413} if told.body or told.form else set()
    return found | (set() if open_data else {403}) | (set() if method == "get" else {403, 429})


def _schemas(told: Iterable[tuple[Rule, str, Operation]]) -> dict[str, Any]:
    wanted: dict[tuple[type[BaseModel], JsonSchemaMode], None] = {(Problem, "serialization"): None}
    for _, _, operation in told:
        if operation.answer is not None:
            wanted[operation.answer, "serialization"] = None
        for shape in (operation.body, operation.form):
            if shape is not None:
                wanted[shape, "validation"] = None
    _, found = models_json_schema(list(wanted), by_alias=True, ref_template="#/components/schemas/{model}")
    schemas: dict[str, Any] = found["$defs"]
    for schema in schemas.values():
        schema.pop("description", None)  # our docstring, for who reads the code
    return schemas


def _ref(shape: type[BaseModel]) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{shape.__name__}"}


def _tag(path: str) -> str:
    return path.split("/")[1]
