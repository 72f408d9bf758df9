"""Deliveries: once where it matters, retried where it helps, seen where it fails."""

import pytest
from sqlalchemy import update
from sqlmodel import col, select

from b2b.core.ids import new_reference
from b2b.handoff import service
from b2b.handoff.connectors.registry import Registry
from b2b.handoff.connectors.twin import BusyTwin, ExplodingTwin, WillingTwin
from b2b.handoff.models import Attempt, Handoff
from b2b.handoff.rules import BREAK_AFTER, TRIES, AttemptState, ContactWay, Question, consent_hash
from b2b.jobs.models import Job
from b2b.municipalities.events import NeighbourhoodEnded
from b2b.notifications.channels.twin import text_of
from tests.databases import raw

QUESTION = Question("Fatima", "Zambesidreef", "Mijn trap is gevaarlijk.", ContactWay.PHONE, "06 12345678")


@pytest.fixture
def connector(request):
    return getattr(request, "param", WillingTwin)()


@pytest.fixture
def outside(mail, connector):
    return {"mail": mail, "connectors": Registry([connector])}


@pytest.fixture
def hand_over(make, writing):
    def send(connectors):
        member = make.member()
        with writing() as work:
            for name, address in connectors.items():
                service.connect(work, member.municipality_id, service.Setup(name, "", address))
            return service.hand_over(
                work,
                municipality_id=member.municipality_id,
                neighbourhood_id=member.neighbourhood_id,
                member_id=member.id,
                question=QUESTION,
                agreed_to=consent_hash(QUESTION),
                once=new_reference("O"),
            )

    return send


def attempt(writing):
    with writing() as work:
        return work.exec(select(Attempt)).one()


def test_a_willing_system_gets_a_reference_and_no_words(hand_over, worker, connector, writing):
    handoff = hand_over({"twin": "desk"})
    worker.run_until_quiet()
    (parcel,) = connector.taken.values()
    assert parcel.reference == handoff.reference
    assert "trap" not in repr(parcel)
    assert attempt(writing).state is AttemptState.DELIVERED
    assert attempt(writing).external_reference == "Z-0001"


@pytest.mark.parametrize("connector", [BusyTwin], indirect=True)
def test_a_closed_system_is_tried_again_until_it_is_given_up(hand_over, worker, connector, writing, clock):
    hand_over({"twin": "desk"})
    worker.run_until_quiet()
    assert attempt(writing).state is AttemptState.PLANNED
    for hours in range(1, 6):
        clock.advance(hours=hours)
        worker.run_until_quiet()
    assert connector.tries > BREAK_AFTER
    with writing() as work:
        work.connection().execute(update(Job).where(col(Job.kind) == service.DELIVER).values(attempts=TRIES - 1))
    clock.advance(days=2)
    worker.run_until_quiet()
    assert attempt(writing).state is AttemptState.FAILED


@pytest.mark.parametrize("connector", [ExplodingTwin], indirect=True)
def test_an_explosion_is_noted_without_its_words(hand_over, worker, writing):
    handoff = hand_over({"twin": "desk"})
    worker.run_until_quiet()
    assert attempt(writing).error == "RuntimeError"
    assert handoff.reference not in (attempt(writing).error or "")


def test_an_unknown_connector_is_given_up_at_once(hand_over, worker, writing):
    hand_over({"vergeten": "desk"})
    worker.run_until_quiet()
    assert attempt(writing).state is AttemptState.FAILED


def test_words_and_contact_are_sealed_in_the_store_and_erased_in_time(hand_over, writing, clock, database):
    hand_over({})
    with raw(database) as connection:
        stored = connection.exec_driver_sql("SELECT question, contact FROM handoffs").one()
    assert b"trap" not in bytes(stored[0])
    assert b"12345678" not in bytes(stored[1])
    with writing() as work:
        handoff = work.exec(select(Handoff)).one()
        service.withdraw(work, handoff)
        handoff.contact, handoff.closing_note = "06 12345678", "Mevrouw wacht op een trapleuning."
    clock.advance(days=29, hours=23)
    with writing() as work:
        assert service.purge(work) == 0
    clock.advance(hours=2)
    with writing() as work:
        assert service.purge(work) == 1
        left = work.exec(select(Handoff)).one()
        assert (left.question, left.contact, left.closing_note) == (None, None, None)


class TestEmail:
    @pytest.fixture
    def outside(self, mail):
        return {"mail": mail}

    def test_the_desk_gets_a_link_and_no_content(self, hand_over, worker, mail, writing):
        handoff = hand_over({"email": "desk@gemeente.example"})
        worker.run_until_quiet()
        letter = mail.last("desk@gemeente.example")
        assert "/overdrachten/loket/" in text_of(letter)
        assert handoff.reference in letter["Subject"]
        assert "trap" not in str(letter)
        assert attempt(writing).state is AttemptState.DELIVERED


def test_an_open_question_goes_along_when_its_neighbourhood_ends(hand_over, make, writing):
    handoff = hand_over({})
    heir = make.neighbourhood("BU03440311")
    with writing() as work:
        work.record(NeighbourhoodEnded(handoff.neighbourhood_id, (heir.id,)))
    with writing() as work:
        moved = work.exec(select(Handoff)).one()
        assert moved.neighbourhood_id == heir.id
        service.withdraw(work, moved)
        work.flush()
        work.record(NeighbourhoodEnded(heir.id, (handoff.neighbourhood_id,)))
    with writing() as work:
        assert work.exec(select(Handoff)).one().neighbourhood_id == heir.id  # history stays where it was
