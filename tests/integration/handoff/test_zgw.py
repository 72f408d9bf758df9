"""ZGW Zaken: off unless it is chosen; then one case with one person, whatever breaks, and on the way back the person first."""

import json
import time

import pytest
from sqlmodel import select

from b2b.authz.predicates import Role
from b2b.handoff import queries, service
from b2b.handoff.connectors import calls
from b2b.handoff.connectors.base import NoAnswer, NumberTaken, Refused, Standing
from b2b.handoff.connectors.registry import Registry
from b2b.handoff.connectors.zgw import ZgwConnector
from b2b.handoff.connectors.zgw.message import bodies, identification
from b2b.handoff.models import Attempt, Handoff
from b2b.handoff.rules import ZGW, AttemptState, ContactWay, HandoffState, Question, consent_hash
from b2b.jobs.rules import RetryLater
from b2b.municipalities import service as areas
from b2b.notifications.channels.twin import MailTwin
from tests.integration.handoff.casing import (
    ENDED_CASE,
    NOTHING,
    ONE_CASE,
    RSIN,
    counts,
    options,
    outcome,
    parcel,
    way,
)
from tests.integration.handoff.registering import FACTS, Logbook
from tests.integration.handoff.zaken_twin import SECRET

CALLS = 7
"""What a whole first delivery takes."""


@pytest.fixture
def twin(cases):
    return cases


@pytest.fixture
def connector():
    return ZgwConnector()


def insist(connector, twin, log, tries=3):
    for _ in range(tries):
        try:
            return connector.deliver(parcel(twin, log), log)
        except (RetryLater, ConnectionError):
            continue
    raise AssertionError("never delivered")


def test_a_delivery_is_one_case_and_the_team_comes_last(twin, connector):
    receipt = connector.deliver(parcel(twin), Logbook())
    assert counts(twin) == ONE_CASE
    [case] = twin.things["zaken"].values()
    assert receipt.external_reference == case["identificatie"] == identification(FACTS.number)
    assert receipt.task == case["uuid"]
    assert json.loads(twin.calls[-1][2])["roltoelichting"] == "team"
    assert len(twin.calls) == CALLS


def test_what_is_sent_is_what_was_shown_and_where_it_belongs(twin, connector):
    connector.deliver(parcel(twin), Logbook())
    sent = [(path.strip("/"), json.loads(body)) for method, path, body in twin.calls if method == "POST"]
    shown = {path: json.loads(body) for path, body in bodies(parcel(twin).message).items()}
    case, _state, asker, team = [body for _, body in sent]
    assert case.keys() - shown["zaken"].keys() == {"zaaktype", "bronorganisatie", "verantwoordelijkeOrganisatie"}
    assert asker.keys() - shown["rollen"].keys() == {"zaak", "roltype"}
    assert {**case, **shown["zaken"]} == case
    assert {**asker, **shown["rollen"]} == asker
    assert asker["contactpersoonRol"] == {"naam": "Fatima", "telefoonnummer": "0612345678"}
    assert "Fatima" not in json.dumps([case, team])


@pytest.mark.parametrize("heard", [False, True], ids=["not heard", "heard, answer lost"])
@pytest.mark.parametrize("number", range(CALLS))
def test_a_call_that_fails_anywhere_leaves_no_gap_and_no_double(twin, connector, number, heard):
    twin.fail(number, heard=heard)
    insist(connector, twin, Logbook())
    assert counts(twin) == ONE_CASE


@pytest.mark.parametrize("step", ["case", "state", "asker"])
def test_a_process_that_is_killed_after_any_step_goes_on_there(twin, connector, step):
    log = Logbook()
    log.stop_after = step
    insist(connector, twin, log)
    assert counts(twin) == ONE_CASE


def test_a_name_that_another_system_took_is_told_and_its_case_is_left_alone(twin, connector):
    taken = {
        "zaaktype": "x",
        "startdatum": "2026-11-23",
        "bronorganisatie": RSIN,
        "verantwoordelijkeOrganisatie": RSIN,
    }
    twin.add("zaken", taken | {"identificatie": identification(FACTS.number), "kenmerken": []})
    with pytest.raises(NumberTaken):
        connector.deliver(parcel(twin), Logbook())
    assert connector.take_back(parcel(twin))
    assert counts(twin) == NOTHING | {"zaken": 1}


def test_a_case_is_followed(twin, connector):
    receipt = connector.deliver(parcel(twin), Logbook())
    sent = parcel(twin, {"task": receipt.task})
    assert connector.look(sent).standing is Standing.WAITING
    [case] = twin.things["zaken"].values()
    twin.add("statussen", {"zaak": case["url"], "statustype": "in-behandeling", "datumStatusGezet": "2026-11-24"})
    assert connector.look(sent).standing is Standing.TAKEN
    assert not connector.take_back(sent)
    case["einddatum"] = "2026-11-25"
    assert connector.look(sent).standing is Standing.DONE
    twin.things["zaken"].clear()
    assert connector.look(sent).standing is Standing.GONE


@pytest.mark.parametrize("may_remove", [True, False])
def test_taking_back_removes_the_person_first_also_where_a_case_must_stay(twin, connector, may_remove):
    connector.deliver(parcel(twin), Logbook())
    twin.may_remove = may_remove
    assert connector.take_back(parcel(twin))
    removed = [path.split("/")[1] for method, path, _ in twin.calls if method == "DELETE"]
    assert removed == ["rollen", "zaken"]
    assert "Fatima" not in json.dumps(twin.things)
    assert counts(twin)["zaken"] == (0 if may_remove else 1)
    assert connector.take_back(parcel(twin))


def test_the_first_state_began_on_the_dutch_wall_clock_so_that_it_is_never_to_come(twin, connector):
    connector.deliver(parcel(twin), Logbook())
    [state] = twin.things["statussen"].values()
    assert state["datumStatusGezet"] == "2026-11-23T00:00:00+01:00"


def test_a_slow_drip_ends_in_time(twin, connector, monkeypatch):
    monkeypatch.setattr(calls, "CALL_SECONDS", 0.6)
    twin.slow = True
    begun = time.monotonic()
    with pytest.raises(NoAnswer):
        connector.deliver(parcel(twin), Logbook())
    assert time.monotonic() - begun < 5


def test_a_wrong_secret_is_told_and_nothing_is_left_behind(twin, connector):
    with pytest.raises(NoAnswer):
        connector.deliver(parcel(twin, secret="another-secret-of-at-least-32-characters"), Logbook())
    assert counts(twin) == NOTHING
    [finding] = connector.test(way(twin, secret="another-secret-of-at-least-32-characters"))
    assert not finding.well


def test_a_refused_field_is_named_without_its_value(twin, connector):
    with pytest.raises(Refused, match="zaaktype") as refusal:
        connector.deliver(parcel(twin, case_type=""), Logbook())
    assert "Fatima" not in str(refusal.value)


def test_a_connection_is_tried_without_making_anything(twin, connector):
    assert all(finding.well for finding in connector.test(way(twin)))
    wrong = connector.test(way(twin, asker_role=twin.at_catalogue("roltypen", "onzin")))
    assert [finding.well for finding in wrong] == [True, True, True, False, True]
    twin.concept = True
    assert not connector.test(way(twin))[1].well
    assert counts(twin) == NOTHING


class TestTheSwitch:
    @pytest.fixture
    def outside(self):
        return {"mail": MailTwin(), "connectors": Registry([ZgwConnector()]), "base_url": "http://localhost"}

    @pytest.fixture
    def fatima(self, make):
        return make.member()

    @pytest.fixture
    def hand_over(self, fatima, writing, twin, clock):
        whose = {
            "municipality_id": fatima.municipality_id,
            "neighbourhood_id": fatima.neighbourhood_id,
            "member_id": fatima.id,
        }
        asked = Question("Fatima", "Zambesidreef", "Mijn trap is kapot.", ContactWay.PHONE, "06 12345678")

        def send(*, cases, **more):
            with writing() as work:
                areas.choose(work, fatima.municipality_id, ZGW, cases)
                setup = service.Setup("zgw", "", twin.address, SECRET, None, options(twin) | more)
                service.connect(work, fatima.municipality_id, setup)
            with writing() as work:
                whole = queries.with_messages(work, asked, **whose, once="O-1", at=clock())
                return service.hand_over(work, **whose, question=whole, agreed_to=consent_hash(whole), once="O-1")

        return send

    def test_without_the_choice_nothing_is_called(self, hand_over, twin, worker, writing):
        hand_over(cases=False)
        worker.run_until_quiet()
        with writing() as work:
            assert work.exec(select(Attempt)).all() == []
        assert not [call for call in twin.calls if call[0] == "POST"]

    def test_with_it_a_question_is_a_case_and_what_happens_there_comes_back(
        self, hand_over, twin, worker, writing, clock
    ):
        twin.down = True
        hand_over(cases=True)
        worker.run_until_quiet()
        twin.down = False
        clock.advance(hours=1)
        worker.run_until_quiet()
        assert counts(twin) == ONE_CASE
        [case] = twin.things["zaken"].values()
        case["einddatum"] = "2026-11-25"
        clock.advance(minutes=15)
        worker.run_until_quiet()
        with writing() as work:
            assert work.exec(select(Handoff)).one().state is HandoffState.DONE
            attempt = work.exec(select(Attempt)).one()
            assert (attempt.state, attempt.message) == (AttemptState.DELIVERED, None)

    def test_a_withdrawal_takes_the_case_away(self, hand_over, twin, worker, writing):
        handoff = hand_over(cases=True)
        worker.run_until_quiet()
        with writing() as work:
            service.withdraw(work, work.get_one(Handoff, handoff.id))
        worker.run_until_quiet()
        assert counts(twin) == NOTHING

    @pytest.mark.parametrize("chosen", [True, False], ids=["outcome chosen", "no outcome chosen"])
    def test_what_our_desk_finishes_stays_finished_and_ends_there_where_that_was_chosen(
        self, hand_over, twin, worker, writing, clock, make, chosen
    ):
        handoff = hand_over(cases=True, **(outcome(twin) if chosen else {}))
        worker.run_until_quiet()
        with writing() as work:
            work.actor_id = make.staff(Role.COORDINATOR, "Els", everywhere=True).id
            service.claim(work, work.get_one(Handoff, handoff.id))
            service.finish(work, work.get_one(Handoff, handoff.id), "Geregeld.")
        worker.run_until_quiet()
        clock.advance(minutes=15)
        worker.run_until_quiet()
        assert counts(twin) == (ENDED_CASE if chosen else ONE_CASE)
        with writing() as work:
            assert work.exec(select(Handoff)).one().state is HandoffState.DONE
