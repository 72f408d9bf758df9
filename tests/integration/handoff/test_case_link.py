"""A municipality that uses both: the contact in Open Klant points to the case, once, and never to one that is gone."""

from contextlib import suppress

import pytest
from sqlmodel import select

from b2b.core.ids import new_reference
from b2b.handoff import queries, service
from b2b.handoff.connectors.openklant import OpenKlantConnector
from b2b.handoff.connectors.openklant_twin import officer
from b2b.handoff.connectors.registry import Registry
from b2b.handoff.connectors.zgw import ZgwConnector
from b2b.handoff.models import Attempt, Handoff
from b2b.handoff.rules import ZGW, AttemptState, consent_hash
from b2b.jobs.rules import RetryLater
from b2b.jobs.service import enqueue
from b2b.municipalities import service as areas
from b2b.notifications.channels.twin import MailTwin
from tests.integration.handoff.casing import options
from tests.integration.handoff.registering import (
    EVERYWHERE,
    QUESTION,
    TEAM,
    TOKEN,
    Logbook,
    press,
    quarter_of_an_hour_later,
)
from tests.integration.handoff.registering import parcel as packed
from tests.integration.handoff.zaken_twin import SECRET

CASE = "6d7f2f0e-6c0f-4d1e-9a55-0c6f8f7f3e11"


@pytest.fixture
def outside():
    both = Registry([OpenKlantConnector(), ZgwConnector()])
    return {"mail": MailTwin(), "connectors": both, "base_url": "http://localhost"}


@pytest.fixture
def hand_over(fatima, writing, twin, cases, clock):
    """Send a question to a municipality that uses both systems."""
    whose = {
        "municipality_id": fatima.municipality_id,
        "neighbourhood_id": fatima.neighbourhood_id,
        "member_id": fatima.id,
    }

    def send():
        once = new_reference("O")
        with writing() as work:
            areas.choose(work, fatima.municipality_id, ZGW, True)
            for setup in (
                service.Setup("openklant", EVERYWHERE, twin.address, TOKEN, "callback", TEAM),
                service.Setup("zgw", EVERYWHERE, cases.address, SECRET, None, options(cases)),
            ):
                service.connect(work, fatima.municipality_id, setup)
        with writing() as work:
            whole = queries.with_messages(work, QUESTION, **whose, once=once, at=clock())
            return service.hand_over(work, **whose, question=whole, agreed_to=consent_hash(whole), once=once)

    return send


def links(twin):
    """Return what each contact in the register is about: (kind of thing, its key)."""
    found = [each["onderwerpobjectidentificator"] for each in twin.store.things["onderwerpobjecten"].values()]
    return sorted((one["codeObjecttype"], one["codeRegister"], one["codeSoortObjectId"]) for one in found)


OURS, THEIRS = ("hulpvraag", "buurthulp", "uuid"), ("zgw-Zaak", "openzaak", "uuid")


def test_the_contact_points_to_the_case_and_the_officer_sees_it(hand_over, twin, cases, worker):
    hand_over()
    worker.run_until_quiet()
    assert links(twin) == [OURS, THEIRS]
    (case,) = cases.things["zaken"]
    assert case in officer.page(twin.store)


@pytest.mark.parametrize("late", ["twin", "cases"])
def test_whichever_system_is_down_for_an_hour_there_is_one_link_after_it(hand_over, twin, cases, worker, clock, late):
    slow = {"twin": twin, "cases": cases}[late]
    slow.down = True
    hand_over()
    worker.run_until_quiet()
    assert THEIRS not in links(twin)
    slow.down = False
    clock.advance(hours=1)
    worker.run_until_quiet()
    assert links(twin) == [OURS, THEIRS]


@pytest.mark.parametrize("heard", [False, True], ids=["not heard", "heard, answer lost"])
@pytest.mark.parametrize("number", range(3))
def test_a_call_that_fails_anywhere_makes_one_link(twin, heard, number):
    connector, log = OpenKlantConnector(), Logbook()
    connector.deliver(packed(twin), log)
    twin.fail(number, heard=heard)
    with suppress(RetryLater):  # the job comes back
        connector.link_case(packed(twin, log), CASE, stands=True)
    connector.link_case(packed(twin, log), CASE, stands=True)
    assert links(twin) == [OURS, THEIRS]


def test_a_job_that_is_done_twice_makes_one_link(hand_over, twin, worker, writing):
    hand_over()
    worker.run_until_quiet()
    with writing() as work:
        register = work.exec(select(Attempt).where(Attempt.connector == "openklant")).one()
        service.points_to(work, register.id, None)  # as if it was killed before it could write that down
        enqueue(work, service.LINK, {"attempt_id": register.id})
    worker.run_until_quiet()
    assert links(twin) == [OURS, THEIRS]


def test_a_case_that_goes_takes_the_link_along_where_an_officer_keeps_the_task(
    hand_over, twin, cases, worker, writing, clock
):
    handoff = hand_over()
    worker.run_until_quiet()
    (contact,) = twin.store.things["klantcontacten"]
    own = {"objectId": CASE, "codeObjecttype": "zgw-Zaak", "codeRegister": "openzaak", "codeSoortObjectId": "uuid"}
    twin.store.add("onderwerpobjecten", {"klantcontact": {"uuid": contact}, "onderwerpobjectidentificator": own})
    press(twin, "oppakken")
    with writing() as work:
        service.withdraw(work, work.get_one(Handoff, handoff.id))
    quarter_of_an_hour_later(clock, worker)
    assert not cases.things["zaken"]
    with writing() as work:
        register = work.exec(select(Attempt).where(Attempt.connector == "openklant")).one()
        assert register.state is AttemptState.KEPT_THERE
    # What the officer hung there stays.
    kept = [
        each["onderwerpobjectidentificator"]["objectId"] for each in twin.store.things["onderwerpobjecten"].values()
    ]
    assert CASE in kept
    assert links(twin) == [OURS, THEIRS]


def test_without_the_register_nothing_is_linked(twin):
    OpenKlantConnector().link_case(packed(twin), CASE, stands=True)
    assert links(twin) == []
