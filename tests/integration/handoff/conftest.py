"""A resident, a register that runs, and a connection to it: a question can travel."""

import pytest

from b2b.core.ids import new_reference
from b2b.handoff import queries, service
from b2b.handoff.connectors.openklant import OpenKlantConnector
from b2b.handoff.connectors.openklant_twin import Twin
from b2b.handoff.connectors.registry import Registry
from b2b.handoff.rules import consent_hash
from b2b.notifications.channels.twin import MailTwin
from tests.integration.handoff.registering import EVERYWHERE, QUESTION, TEAM, TOKEN
from tests.integration.handoff.zaken_twin import ZakenTwin


@pytest.fixture
def twin():
    with Twin(TOKEN) as running:
        yield running


@pytest.fixture
def cases():
    with ZakenTwin() as running:
        yield running


@pytest.fixture
def outside():
    return {"mail": MailTwin(), "connectors": Registry([OpenKlantConnector()]), "base_url": "http://localhost"}


@pytest.fixture
def fatima(make):
    return make.member()


@pytest.fixture
def connected(fatima, writing, twin):
    with writing() as work:
        setup = service.Setup("openklant", EVERYWHERE, twin.address, TOKEN, "callback", TEAM)
        return service.connect(work, fatima.municipality_id, setup)


@pytest.fixture
def hand_over(fatima, writing, connected, clock):
    def send(question=QUESTION):
        whose = {
            "municipality_id": fatima.municipality_id,
            "neighbourhood_id": fatima.neighbourhood_id,
            "member_id": fatima.id,
        }
        once = new_reference("O")
        with writing() as work:
            whole = queries.with_messages(work, question, **whose, once=once, at=clock())
            return service.hand_over(work, **whose, question=whole, agreed_to=consent_hash(whole), once=once)

    return send
