"""The real description, the real connector, the stand-in: what goes over the line is what the standard says, both ways."""

from dataclasses import replace

import httpx2
import pytest

from b2b.handoff.connectors.openklant import OpenKlantConnector
from b2b.handoff.connectors.openklant_twin import Twin, officer
from tests.integration.handoff.between import prepared, prism
from tests.integration.handoff.registering import FACTS, TOKEN, Logbook, parcel, way

OFFICER = "actorIdentificatie must be object"
"""Open Klant itself answers null for an actor without particulars, against its own description; so does the stand-in."""
USED = {
    *("GET /actoren", "POST /actoren", "GET /klantcontacten", "POST /maak-klantcontact", "GET /digitaleadressen"),
    *("POST /digitaleadressen", "GET /actorklantcontacten", "POST /actorklantcontacten", "GET /internetaken"),
    *("POST /internetaken", "GET /internetaken/…", "PATCH /internetaken/…", "GET /actoren/…"),
    *("DELETE /digitaleadressen/…", "DELETE /klantcontacten/…"),
    *("GET /onderwerpobjecten", "POST /onderwerpobjecten", "DELETE /onderwerpobjecten/…"),
}
"""Every call that the connector can make."""


@pytest.fixture(scope="module")
def line(tmp_path_factory):
    """A register with Prism before it."""
    folder = tmp_path_factory.mktemp("prism")
    description = prepared(folder)
    with Twin(TOKEN) as twin, prism(description, twin.address, folder / "log.txt") as between:
        yield twin, between


def through(line, facts=FACTS, **options):
    twin, between = line
    return replace(parcel(twin, facts=facts, **options), way=replace(way(twin, **options), address=between.address))


def shape(exchange):
    first, _, key = exchange.path.strip("/").partition("/")
    return f"{exchange.method} /{first}{'/…' if key else ''}"


def test_every_call_and_every_answer_of_a_whole_journey_is_as_described(line):
    twin, between = line
    connector, log = OpenKlantConnector(), Logbook()
    first = through(line)
    sent = replace(first, steps={"task": connector.deliver(first, log).task, "team": log["team"]})
    other = {"team_name": "Buurtregisseurs Zuilen", "team_id": "buurtregisseurs-zuilen"}
    assert connector.pass_on(replace(through(line, **other), steps=sent.steps))
    for stands in (True, False):
        connector.link_case(sent, FACTS.object_id, stands=stands)
    officer.act(twin.store, f"/taken/{sent.steps['task']}/oppakken")
    connector.look(sent)
    assert connector.finish(sent)
    letter = replace(FACTS, number="4012345678", object_id=FACTS.object_id[:-1] + "0")
    withdrawn = through(line, replace(letter, by_phone=False, contact="fatima@example.nl"))
    connector.deliver(withdrawn, Logbook())
    assert connector.take_back(withdrawn)
    assert all(finding.well for finding in connector.test(first.way))
    passed = [one for one in between.exchanges() if one.path != "/"]
    assert {shape(one) for one in passed} == USED
    assert {shape(one): one.asked for one in passed if one.asked} == {}
    strange = [one for one in passed if one.answered and not any(OFFICER in each for each in one.answered)]
    assert {shape(one): one.answered for one in strange} == {}


def test_a_call_that_is_wrong_is_found(line):
    twin, between = line
    headers = {"Authorization": f"Token {TOKEN}"}
    body = {"status": "open"}
    httpx2.post(f"{between.address}/internetaken", json=body, headers=headers, trust_env=False)
    said = " ".join(between.exchanges()[-1].asked)
    assert "must have required property 'aanleidinggevendKlantcontact'" in said
    assert "te_verwerken, verwerkt" in said
