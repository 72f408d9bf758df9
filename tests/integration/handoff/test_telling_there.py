"""What our own desk does is told in the register: a task ends there, or goes to the team of another wijk."""

import pytest

from b2b.authz.predicates import Role
from b2b.handoff import queries, service
from b2b.handoff.models import Handoff
from b2b.handoff.rules import HandoffState, Words
from b2b.municipalities import queries as areas
from tests.integration.handoff.registering import TEAM, TOKEN, only, press, quarter_of_an_hour_later

OTHER_TEAM = TEAM | {"team_name": "Buurtregisseurs Zuilen", "team_id": "buurtregisseurs-zuilen"}


@pytest.fixture
def els(make):
    return make.staff(Role.COORDINATOR, "Els", everywhere=True)


@pytest.fixture
def acting(els, writing):
    """Do something with the question as Els."""

    def act(handoff, verb, *more):
        with writing() as work:
            work.actor_id = els.id
            verb(work, work.get_one(Handoff, handoff.id), *more)

    return act


def task_of(twin):
    (task,) = twin.store.things["internetaken"].values()
    return task


def names_of(twin, task):
    return [twin.store.things["actoren"][one["uuid"]]["naam"] for one in task["toegewezenAanActoren"]]


def test_what_our_desk_finishes_ends_there_once_and_its_end_there_is_no_news(
    hand_over, twin, worker, acting, writing, clock
):
    handoff = hand_over()
    worker.run_until_quiet()
    acting(handoff, service.claim)
    twin.down = True
    acting(handoff, service.finish, "Geregeld.")
    worker.run_until_quiet()
    assert task_of(twin)["status"] == "te_verwerken"
    twin.down = False
    clock.advance(hours=1)
    worker.run_until_quiet()
    assert task_of(twin)["status"] == "verwerkt"
    assert len([call for call in twin.calls if call[0] == "PATCH" and "verwerkt" in call[2]]) <= 2
    with writing() as work:
        work.actor_id = handoff.member_id
        service.reopen(work, work.get_one(Handoff, handoff.id), Words("Nog niet klaar.", True, "O-2"))
    quarter_of_an_hour_later(clock, worker)
    assert only(writing, Handoff).state is HandoffState.NEW  # an old word from there does not close it


def test_what_is_given_back_before_it_ended_is_not_ended_when_it_was_opened_again(
    hand_over, twin, worker, acting, writing
):
    handoff = hand_over()
    worker.run_until_quiet()
    acting(handoff, service.claim)
    acting(handoff, service.give_back, "Dit kan de buurt.")
    with writing() as work:
        work.actor_id = handoff.member_id
        service.reopen(work, work.get_one(Handoff, handoff.id), Words("Toch niet.", True, "O-2"))
    worker.run_until_quiet()
    assert task_of(twin)["status"] == "te_verwerken"


def test_a_question_that_moves_to_another_wijk_goes_to_its_team_there(
    hand_over, fatima, twin, worker, acting, writing, clock, make
):
    far = make.neighbourhood("BU03440111")
    handoff = hand_over()
    worker.run_until_quiet()
    with writing() as work:
        wijk = areas.places(work, fatima.municipality_id).quarter_of(far.id).code
        service.connect(
            work, fatima.municipality_id, service.Setup("openklant", wijk, twin.address, TOKEN, None, OTHER_TEAM)
        )
        slug = areas.places(work, fatima.municipality_id).hoods[far.id].slug
    acting(handoff, service.claim)
    acting(handoff, service.forward, service.Forward("", slug, Words("Zij woont daar nu.", True, "O-1")))
    worker.run_until_quiet()
    assert names_of(twin, task_of(twin)) == ["Buurtregisseurs Zuilen"]
    quarter_of_an_hour_later(clock, worker)
    with writing() as work:
        told = [str(move.action) for move in queries.moves(work, handoff)]
    assert told == ["claim", "move_on"]  # that it left the first team there is no news
    assert len(twin.store.things["internetaken"]) == 1


def test_an_officer_who_has_the_task_keeps_it_when_it_moves(hand_over, fatima, twin, worker, acting, writing, make):
    far = make.neighbourhood("BU03440111")
    handoff = hand_over()
    worker.run_until_quiet()
    press(twin, "oppakken")
    with writing() as work:
        places = areas.places(work, fatima.municipality_id)
        wijk, slug = places.quarter_of(far.id).code, places.hoods[far.id].slug
        service.connect(
            work, fatima.municipality_id, service.Setup("openklant", wijk, twin.address, TOKEN, None, OTHER_TEAM)
        )
    acting(handoff, service.claim)
    acting(handoff, service.forward, service.Forward("", slug, Words("Zij woont daar nu.", True, "O-1")))
    worker.run_until_quiet()
    names = names_of(twin, task_of(twin))
    assert names[0] == "Buurtregisseurs Zuilen"
    assert len(names) == 2
