"""What we send is what the published description of the Klantinteracties API asks for, where that file is at hand."""

import json
import re
from pathlib import Path

import pytest

from b2b.handoff.connectors.openklant import OpenKlantConnector
from b2b.handoff.connectors.openklant_twin import Twin
from tests.integration.handoff.registering import TOKEN, Logbook, parcel

FILE = Path(__file__).parents[4] / "shared/data/openklant-klantinteracties.yaml"
TYPES = {"string": str, "boolean": bool, "object": dict, "array": list, "integer": int}


@pytest.fixture(scope="module")
def spec():
    if not FILE.exists():
        # Not ours to hand on, so it is nowhere in CI either: there the stand-in's own strictness has to do.
        pytest.skip("NOT CHECKED: the description of Open Klant's API is missing (../shared/data).")
    yaml = pytest.importorskip("yaml", reason="NOT CHECKED: PyYAML, which reads the description, is missing.")
    return yaml.safe_load(FILE.read_text("utf-8"))


def resolved(spec, schema):
    """Return a schema with its parts in one; of a oneOf its first, which holds what all have."""
    if "$ref" in schema:
        return resolved(spec, spec["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]])
    whole = {key: value for key, value in schema.items() if key not in ("allOf", "oneOf")}
    parts = [*schema.get("allOf", ()), *schema.get("oneOf", ())]
    for part in (resolved(spec, part) for part in parts):
        properties = {**part.get("properties", {}), **whole.get("properties", {})}
        required = {*part.get("required", ()), *whole.get("required", ())}
        whole = {**part, **whole, "properties": properties, "required": sorted(required)}
    return whole


def wrong(spec, schema, value, where):
    """Yield what the description does not allow; a key that it does not know is wrong too."""
    schema = resolved(spec, schema)
    if value is None:
        if not schema.get("nullable"):
            yield f"{where} is null"
        return
    if "type" in schema and not isinstance(value, TYPES[schema["type"]]):
        yield f"{where} is no {schema['type']}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{where} is not one of {schema['enum']}"
    if isinstance(value, str):
        if len(value) > schema.get("maxLength", len(value)):
            yield f"{where} is too long"
        if "pattern" in schema and not re.search(schema["pattern"], value):
            yield f"{where} has another shape"
    if isinstance(value, list):
        for number, each in enumerate(value):
            yield from wrong(spec, schema["items"], each, f"{where}[{number}]")
    if isinstance(value, dict):
        yield from wrong_keys(spec, schema, value, where)


def wrong_keys(spec, schema, value, where):
    properties = schema.get("properties", {})
    for name in schema.get("required", ()):
        read_only = resolved(spec, properties.get(name, {})).get("readOnly") or properties.get(name, {}).get(
            "readOnly"
        )
        if name not in value and not read_only:
            yield f"{where} lacks {name}"
    for name, inner in value.items():
        if name not in properties:
            yield f"{where} does not know {name}"
        else:
            yield from wrong(spec, properties[name], inner, f"{where}.{name}")


def body_schema(spec, path):
    return spec["paths"][path]["post"]["requestBody"]["content"]["application/json"]["schema"]


def test_every_body_is_as_described(spec):
    with Twin(TOKEN) as twin:
        OpenKlantConnector().deliver(parcel(twin), Logbook())
        posted = [(path, json.loads(body)) for method, path, body in twin.calls if method == "POST"]
    assert len(posted) == 6
    for path, body in posted:
        if path == "/actoren":
            body.pop("actorIdentificatie", None)  # described apart, for each kind of actor
        assert list(wrong(spec, body_schema(spec, path), body, path)) == []


def test_a_body_that_is_wrong_is_found(spec):
    schema = body_schema(spec, "/internetaken")
    body = {"gevraagdeHandeling": "x" * 201, "status": "open", "onbekend": 1}
    found = " ".join(wrong(spec, schema, body, "task"))
    for word in ("too long", "not one of", "does not know onbekend", "lacks aanleidinggevendKlantcontact"):
        assert word in found
