"""A case that our desk ends: where the municipality chose an outcome, once, whatever breaks."""

import json

import pytest

from b2b.handoff.connectors.base import NoAnswer, Standing
from b2b.handoff.connectors.zgw import ZgwConnector
from b2b.jobs.rules import GiveUp
from tests.integration.handoff.casing import ENDED_CASE, ONE_CASE, counts, outcome, parcel, way
from tests.integration.handoff.registering import Logbook

FINISH_CALLS = 5
"""What a whole ending takes."""


@pytest.fixture
def twin(cases):
    return cases


@pytest.fixture
def connector():
    return ZgwConnector()


@pytest.fixture
def ends(twin):
    return outcome(twin)


@pytest.fixture
def delivered(twin, connector, ends):
    receipt = connector.deliver(parcel(twin, **ends), Logbook())
    return parcel(twin, {"task": receipt.task}, **ends)


def test_our_desk_ends_a_case_with_the_outcome_that_was_chosen_and_the_last_state(twin, connector, delivered, ends):
    twin.calls.clear()
    assert connector.finish(delivered)
    assert len(twin.calls) == FINISH_CALLS
    [case], [outcome] = twin.things["zaken"].values(), twin.things["resultaten"].values()
    assert (case["einddatum"], outcome["resultaattype"]) == ("2026-11-24", ends["outcome"])
    assert list(twin.things["statussen"].values())[-1]["statustype"].endswith("/afgehandeld")
    assert connector.look(delivered).standing is Standing.DONE
    assert "Fatima" not in json.dumps(twin.calls)


@pytest.mark.parametrize("heard", [False, True], ids=["not heard", "heard, answer lost"])
@pytest.mark.parametrize("number", range(FINISH_CALLS))
def test_an_ending_that_breaks_off_anywhere_goes_on_without_doubles(twin, connector, delivered, number, heard):
    twin.fail(number, heard=heard)
    with pytest.raises(NoAnswer):
        connector.finish(delivered)
    assert connector.finish(delivered)
    assert connector.finish(delivered)
    assert counts(twin) == ENDED_CASE


def test_a_case_that_an_officer_ended_or_removed_is_left_alone(twin, connector, delivered):
    [case] = twin.things["zaken"].values()
    case["einddatum"] = "2026-11-24"
    assert connector.finish(delivered)
    twin.things["zaken"].clear()
    assert connector.finish(delivered)
    assert counts(twin)["resultaten"] == 0


def test_without_a_chosen_outcome_or_an_end_nothing_is_ended_and_the_test_says_why(twin, connector, delivered, ends):
    assert not connector.finish(parcel(twin, {"task": delivered.steps["task"]}))
    assert all(finding.well for finding in connector.test(way(twin, **ends)))
    wrong = connector.test(way(twin, outcome=twin.at_catalogue("resultaattypen", "onzin")))
    assert [finding.what for finding in wrong if not finding.well] == ["Het resultaat hoort bij het zaaktype"]
    twin.has_end = False
    with pytest.raises(GiveUp, match="geen eindstatus"):
        connector.finish(delivered)
    assert not connector.test(way(twin, **ends))[-1].well
    assert counts(twin) == ONE_CASE
