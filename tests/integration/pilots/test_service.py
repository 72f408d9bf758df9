"""A pilot keeps its assumptions, and lets neighbourhoods in one by one: also where the rest waits."""

from datetime import date, timedelta

import pytest

from b2b.accounts.service import grant
from b2b.authz.predicates import Role
from b2b.consent import service as consent
from b2b.consent.queries import CONTACTS
from b2b.consent.rules import SIGNED, Signature
from b2b.municipalities import queries as places
from b2b.municipalities import service as towns
from b2b.pilots import queries, service
from b2b.pilots.rules import (
    KEEP_NOTES,
    AssumptionsFixed,
    Direction,
    Guess,
    HoodNotReady,
    NothingAssumed,
    NotRunning,
    PilotState,
    Plan,
)
from b2b.posts.rules import NotOpenHere, PostKind, PostWords
from b2b.posts.service import submit

PLAN = Plan(
    "Overvecht",
    date(2026, 12, 1),
    date(2027, 5, 31),
    baseline_from=date(2026, 6, 1),
    baseline_until=date(2026, 11, 30),
)
GUESS = Guess("80 procent krijgt binnen 2 werkdagen antwoord", "answered", Direction.AT_LEAST, 80)


@pytest.fixture
def hood(make):
    return make.neighbourhood()


@pytest.fixture
def pilot(work, hood):
    pilot = service.plan(work, hood.municipality_id, PLAN, sorted({hood.id, hood.id + 1}), "O-1")
    service.assume(work, pilot, GUESS, "O-2")
    return pilot


@pytest.fixture
def ready(make, writing, hood):
    """Everything on the list is done, with a moderator in one neighbourhood only."""
    make.staff(Role.MODERATOR, "Mo")
    make.staff(Role.COORDINATOR, "Els", everywhere=True)
    with writing() as work:
        for code in SIGNED:
            consent.tick(work, hood.municipality_id, code, Signature("Nadia", date(2026, 11, 2)))
        for subject in ("spelregels", "privacy"):
            consent.adopt(work, hood.municipality_id, subject)
        consent.choose_insurance(
            work, hood.municipality_id, "Vraag de gemeente of haar verzekering ook voor jou geldt."
        )
        for key in CONTACTS:
            towns.choose(work, hood.municipality_id, key, "14 030")
        towns.close_down(work, hood.municipality_id)


def asks(work, author, neighbourhood_id):
    words = PostWords(PostKind.REQUEST, "tuin", "Wie maait?", "Het gras is hoog.", neighbourhood_id)
    return submit(work, author.id, author.municipality_id, words)


def test_the_same_form_twice_is_one_pilot_and_one_assumption(work, hood, pilot):
    assert service.plan(work, hood.municipality_id, PLAN, [hood.id], "O-1").id == pilot.id
    service.assume(work, pilot, GUESS, "O-2")
    assert [row.words for row in queries.hypotheses(work, pilot.id)] == [GUESS.words]


def test_a_pilot_that_runs_keeps_what_was_assumed(work, hood, pilot):
    service.start(work, pilot)
    for late in (
        lambda: service.assume(work, pilot, GUESS, "O-3"),
        lambda: service.drop_assumption(work, pilot, queries.hypotheses(work, pilot.id)[0].reference),
        lambda: service.change(work, pilot, PLAN),
        lambda: service.leave_out(work, pilot, hood.id),
    ):
        with pytest.raises(AssumptionsFixed):
            late()


def test_a_pilot_without_an_assumption_does_not_begin(work, hood):
    empty = service.plan(work, hood.municipality_id, PLAN, [hood.id], "O-9")
    with pytest.raises(NothingAssumed):
        service.start(work, empty)
    assert empty.state is PilotState.PLANNED


def test_before_it_begins_a_neighbourhood_is_left_out_and_nothing_opens(work, hood, pilot):
    service.leave_out(work, pilot, hood.id + 1)
    assert [place.neighbourhood_id for place in queries.hoods(work, pilot.id)] == [hood.id]
    with pytest.raises(NotRunning):
        service.open_hood(work, pilot, hood.id)
    assert places.shut_hoods(work, hood.municipality_id) == frozenset()


def test_the_first_neighbourhood_opens_the_municipality_and_no_other_one(ready, fatima, work, hood, pilot):
    service.start(work, pilot)
    with pytest.raises(NotOpenHere):
        asks(work, fatima, hood.id)
    service.open_hood(work, pilot, hood.id)
    assert places.is_open(work, hood.municipality_id)
    assert asks(work, fatima, hood.id).id
    with pytest.raises(NotOpenHere):
        asks(work, fatima, hood.id + 1)


def test_a_neighbourhood_without_a_moderator_stays_shut(ready, work, hood, pilot):
    service.start(work, pilot)
    with pytest.raises(HoodNotReady):
        service.open_hood(work, pilot, hood.id + 1)
    assert queries.undone_by_hood(work, pilot) == {hood.id: [], hood.id + 1: ["Een moderator in deze buurt"]}


def test_a_neighbourhood_that_shuts_takes_no_new_posts(ready, fatima, work, hood, pilot):
    service.start(work, pilot)
    service.open_hood(work, pilot, hood.id)
    service.shut_hood(work, pilot, hood.id)
    with pytest.raises(NotOpenHere):
        asks(work, fatima, hood.id)


def test_a_pilot_that_ended_keeps_the_rest_shut_until_somebody_opens_everywhere(ready, fatima, work, hood, pilot):
    service.start(work, pilot)
    service.open_hood(work, pilot, hood.id)
    service.end(work, pilot)
    assert hood.id + 1 in places.shut_hoods(work, hood.municipality_id)
    with pytest.raises(HoodNotReady):
        service.open_everywhere(work, pilot)
    grant(work, fatima, Role.MODERATOR, [None])
    work.flush()  # the list is read from the store
    service.open_everywhere(work, pilot)
    assert places.shut_hoods(work, hood.municipality_id) == frozenset()


def test_notes_of_a_pilot_that_ended_long_ago_go_and_its_assumptions_stay(fatima, work, clock, pilot):
    work.actor_id = fatima.id
    service.write(work, pilot, "In de flats werkt een briefje in de lift het best.", "O-4")
    service.write(work, pilot, "Nog eens geklikt.", "O-4")
    assert [(note.words, note.by) for note in queries.notes(work, pilot.id)] == [
        ("In de flats werkt een briefje in de lift het best.", "Fatima")
    ]
    service.start(work, pilot)
    service.end(work, pilot)
    clock.moment += KEEP_NOTES
    assert service.purge_notes(work) == 0
    clock.moment += timedelta(seconds=1)
    assert service.purge_notes(work) == 1
    assert queries.hypotheses(work, pilot.id)
