"""A question travels to a register outside and comes back: an hour without it, a withdrawal, a word from there."""

import pytest

from b2b.core.ids import new_reference
from b2b.handoff import queries, service
from b2b.handoff.models import Attempt, Connection, Handoff
from b2b.handoff.rules import AttemptState, ConsentChanged, HandoffState, consent_hash
from tests.integration.handoff.registering import (
    EVERYWHERE,
    QUESTION,
    TEAM,
    TOKEN,
    only,
    press,
    quarter_of_an_hour_later,
)


def test_an_hour_without_the_register_loses_nothing_and_doubles_nothing(hand_over, twin, worker, writing, clock):
    twin.down = True
    hand_over()
    for _ in range(4):
        worker.run_until_quiet()
        clock.advance(minutes=15)
    attempt = only(writing, Attempt)
    assert attempt.state is AttemptState.PLANNED
    assert "503" in attempt.error
    assert only(writing, Connection).fails > 0
    twin.down = False
    clock.advance(hours=1)
    worker.run_until_quiet()
    assert only(writing, Attempt).state is AttemptState.DELIVERED
    assert only(writing, Attempt).message is None
    assert only(writing, Connection).fails == 0
    assert [len(twin.store.things[kind]) for kind in ("klantcontacten", "internetaken", "digitaleadressen")] == [
        1,
        1,
        1,
    ]


def test_after_five_failures_the_register_is_left_alone(hand_over, twin, worker, writing, clock):
    twin.down = True
    hand_over()
    for _ in range(8):
        worker.run_until_quiet()
        clock.advance(minutes=3)
    asked = len(twin.calls)
    clock.moment = only(writing, Connection).rest_until
    clock.advance(seconds=-1)
    hand_over()
    worker.run_until_quiet()
    assert len(twin.calls) == asked


def test_what_happens_there_comes_back(hand_over, twin, worker, writing, clock):
    hand_over()
    worker.run_until_quiet()
    press(twin, "doorsturen")
    quarter_of_an_hour_later(clock, worker)
    assert only(writing, Handoff).state is HandoffState.NEW
    press(twin, "oppakken")
    quarter_of_an_hour_later(clock, worker)
    assert only(writing, Handoff).state is HandoffState.CLAIMED
    press(twin, "afronden")
    quarter_of_an_hour_later(clock, worker)
    assert only(writing, Handoff).state is HandoffState.DONE
    press(twin, "heropenen")
    quarter_of_an_hour_later(clock, worker)
    handoff = only(writing, Handoff)
    assert handoff.closed_at is None
    with writing() as work:
        told = [str(move.action) for move in queries.moves(work, handoff)]
    assert told == ["sent_on_there", "taken_there", "done_there", "opened_there"]


def test_a_withdrawal_removes_everything_there(hand_over, twin, worker, writing):
    handoff = hand_over()
    worker.run_until_quiet()
    with writing() as work:
        service.withdraw(work, work.get_one(Handoff, handoff.id))
    worker.run_until_quiet()
    assert only(writing, Attempt).state is AttemptState.TAKEN_BACK
    assert not twin.store.things["digitaleadressen"]
    assert not twin.store.things["klantcontacten"]


def test_a_withdrawal_after_an_officer_began_sends_nothing(hand_over, twin, worker, writing):
    handoff = hand_over()
    worker.run_until_quiet()
    press(twin, "oppakken")
    with writing() as work:
        service.withdraw(work, work.get_one(Handoff, handoff.id))
    worker.run_until_quiet()
    assert only(writing, Attempt).state is AttemptState.KEPT_THERE
    assert len(twin.store.things["internetaken"]) == 1


def test_a_withdrawal_before_it_left_sends_nothing_at_all(hand_over, twin, worker, writing):
    handoff = hand_over()
    with writing() as work:
        service.withdraw(work, work.get_one(Handoff, handoff.id))
    worker.run_until_quiet()
    assert not [path for method, path, _ in twin.calls if method == "POST"]


def test_a_number_that_was_taken_is_drawn_anew(hand_over, twin, worker, writing, clock):
    hand_over()
    old = only(writing, Attempt).number
    twin.store.add(
        "klantcontacten", {"kanaal": "x", "onderwerp": "x", "taal": "nld", "vertrouwelijk": True, "nummer": old}
    )
    worker.run_until_quiet()
    clock.advance(minutes=1)
    worker.run_until_quiet()
    attempt = only(writing, Attempt)
    assert attempt.state is AttemptState.DELIVERED
    (task,) = twin.store.things["internetaken"].values()
    assert task["nummer"] == attempt.number != old
    assert attempt.number in task["toelichting"]


def test_nothing_goes_there_that_the_resident_did_not_see(fatima, connected, writing):
    with pytest.raises(ConsentChanged), writing() as work:
        service.hand_over(
            work,
            municipality_id=fatima.municipality_id,
            neighbourhood_id=fatima.neighbourhood_id,
            member_id=fatima.id,
            question=QUESTION,
            agreed_to=consent_hash(QUESTION),
            once=new_reference("O"),
        )


def test_a_wijk_has_its_own_way(fatima, connected, writing, twin, make):
    elsewhere = make.neighbourhood("BU03440111")
    with writing() as work:
        own = service.Setup("openklant", "WK034403", twin.address, TOKEN, None, TEAM)
        service.connect(work, fatima.municipality_id, own)
        ways = queries.connections_for(work, fatima.municipality_id, fatima.neighbourhood_id)
        assert [way.district for way in ways] == ["WK034403"]
        ways = queries.connections_for(work, fatima.municipality_id, elsewhere.id)
        assert [way.district for way in ways] == [EVERYWHERE]


def test_a_given_up_delivery_leaves_nothing_half_and_can_be_tried_again(hand_over, twin, worker, writing):
    hand_over()
    for number in range(3):
        attempt = only(writing, Attempt)
        with writing() as work:
            service.step_made(work, attempt.id, "contact", f"half-{number}")
    with writing() as work:
        service.not_delivered(work, attempt.id, "kaput", final=True)
    worker.run_until_quiet()
    assert only(writing, Attempt).steps == {}
    with writing() as work:
        service.retry(work, work.get_one(Attempt, attempt.id))
    worker.run_until_quiet()
    assert only(writing, Attempt).state is AttemptState.DELIVERED
    assert len(twin.store.things["internetaken"]) == 1
