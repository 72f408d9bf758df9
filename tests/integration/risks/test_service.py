"""The register is filled once, weighed by one at a time; incidents are sealed, closed, and forgotten in time."""

from datetime import date, timedelta

import pytest
from sqlalchemy import text
from sqlmodel import select

from b2b.authz.predicates import Actor, Grant, Role
from b2b.core.audit import AuditEntry
from b2b.core.history import Move
from b2b.risks import queries, service
from b2b.risks.builtin import BUILT_IN
from b2b.risks.models import Incident, Risk
from b2b.risks.rules import KEEP, Happening, IncidentState, Period, RiskWords, SomebodyWasFirst, WordsGone

DAY = date(2026, 11, 20)
WORDS = RiskWords("Iemand valt", 4, 4, "Samen tillen.", "Buurtregisseur", date(2027, 1, 1))


@pytest.fixture
def town(make):
    return make.municipality()


@pytest.fixture
def mo(make):
    return make.staff(Role.MODERATOR, "Mo")


@pytest.fixture
def other(make):
    return make.member("Ander")


@pytest.fixture
def hoods(make):
    """A neighbourhood of Mo, and one elsewhere."""
    return make.neighbourhood(), make.neighbourhood("BU03440111")


@pytest.fixture
def risk(town, mo, other, hoods, work):
    """A risk, in a unit of work that begins after everybody was made: SQLite has one writer at a time."""
    return service.add(work, town.id, WORDS)


def told(once="O-1", **more):
    return Happening("Een helper vroeg om de pinpas.", DAY, once, **more)


def test_the_register_is_filled_once_and_keeps_what_the_municipality_wrote(town, work):
    assert service.missing(work, town.id) == len(BUILT_IN)
    assert service.fill(work, town.id) == len(BUILT_IN)
    first = queries.register(work, town.id)[0]
    service.weigh(work, first, WORDS, first.version)
    assert service.fill(work, town.id) == 0
    assert "Iemand valt" in {one.title for one in queries.register(work, town.id)}


def test_of_two_who_weigh_at_once_the_second_hears_it(work, risk):
    service.weigh(work, risk, WORDS, 1)
    with pytest.raises(SomebodyWasFirst):
        service.weigh(work, risk, WORDS, 1)
    work.flush()
    kept = work.exec(select(AuditEntry).where(AuditEntry.action == "risk.weighed")).one()
    assert kept.detail["before"] == {"likelihood": 4, "effect": 4}


def test_the_same_form_twice_is_one_incident(work, risk, mo):
    one = service.file(work, risk, told(), mo.id)
    assert service.file(work, risk, told(), mo.id).id == one.id
    assert service.file(work, risk, told("O-2"), mo.id).id != one.id


def test_the_words_of_an_incident_are_sealed_in_the_store(work, risk, mo):
    service.file(work, risk, told(done="Gesproken met de helper."), mo.id)
    work.flush()
    raw = work.execute(text("SELECT what, done FROM incidents")).one()
    assert b"pinpas" not in bytes(raw.what)
    assert b"Gesproken" not in bytes(raw.done)


def test_closing_and_opening_again_leave_their_history(work, risk, mo):
    incident = service.file(work, risk, told(), mo.id)
    for _ in range(2):
        service.close(work, incident)
    assert (incident.state, incident.closed_at) == (IncidentState.CLOSED, work.now())
    for _ in range(2):
        service.reopen(work, incident)
    assert (incident.state, incident.closed_at) == (IncidentState.OPEN, None)
    work.flush()
    assert [m.action for m in work.exec(select(Move).where(Move.thing == "incident").order_by(Move.id))] == [
        "close",
        "reopen",
    ]


def test_words_go_when_they_are_old_and_the_count_stays(work, risk, mo, town, clock):
    incident, other = (service.file(work, risk, told(once, about="C-7K2M-9QXD"), mo.id) for once in ("O-1", "O-2"))
    service.close(work, incident)
    clock.moment += KEEP
    assert service.purge(work) == 0
    clock.moment += timedelta(seconds=1)
    assert service.purge(work) == 1
    work.flush()
    assert service.purge(work) == 0
    assert (incident.what, incident.done, incident.about, incident.filed_by_id) == (None, None, None, None)
    assert other.what is not None
    with pytest.raises(WordsGone):
        service.tell_done(work, incident, "Toch nog iets.")
    during = Period(DAY, DAY)
    assert [(one.filed, one.closed) for one in queries.tallies(work, town.id, during)] == [(2, 1)]


def test_a_report_counts_what_happened_in_the_period(work, risk, mo, town):
    quiet = service.add(work, town.id, RiskWords("Stil", 1, 1, "Niets."))
    service.file(work, risk, told(), mo.id)
    rows = {one.title: one.filed for one in queries.tallies(work, town.id, Period(DAY, DAY))}
    assert rows == {risk.title: 1, quiet.title: 0}
    before = Period(DAY - timedelta(days=9), DAY - timedelta(days=1))
    assert {one.filed for one in queries.tallies(work, town.id, before)} == {0}


@pytest.mark.parametrize(
    ("grants", "sees"),
    [
        (lambda here, _far: {Grant(Role.MODERATOR, here)}, {"here", "none"}),
        (lambda _here, far: {Grant(Role.COORDINATOR, far)}, {"far", "none"}),
        (lambda _here, _far: {Grant(Role.MODERATOR)}, {"here", "far", "none"}),
        (lambda _here, _far: {Grant(Role.ADMINISTRATOR)}, {"here", "far", "none"}),
    ],
)
def test_staff_see_the_incidents_of_their_own_places(work, risk, mo, other, hoods, grants, sees):
    here, far = hoods
    for place, hood in (("here", here.id), ("far", far.id), ("none", None)):
        service.file(work, risk, told(f"O-{place}", neighbourhood_id=hood), other.id)
    actor = Actor(here.municipality_id, mo.id, grants=frozenset(grants(here.id, far.id)), second_factor=True)
    rows, older = queries.incidents(work, actor)
    names = {here.id: "here", far.id: "far", None: "none"}
    assert {names[row.neighbourhood_id] for row in rows} == sees
    assert older is None


def test_pages_of_incidents_lose_and_double_nothing(work, risk, mo):
    for number in range(queries.PAGE_SIZE * 2 + 3):
        service.file(work, risk, told(f"O-{number}"), mo.id)
    work.flush()
    actor = Actor(risk.municipality_id, mo.id, grants=frozenset({Grant(Role.ADMINISTRATOR)}), second_factor=True)
    seen, cursor = [], None
    while True:
        rows, cursor = queries.incidents(work, actor, cursor)
        seen += [row.reference for row in rows]
        if cursor is None:
            break
    assert len(seen) == len(set(seen)) == work.execute(text("SELECT count(*) FROM incidents")).scalar()


def test_the_store_refuses_a_weight_outside_the_matrix(work, town):
    from sqlalchemy.exc import IntegrityError

    work.add(
        Risk(
            reference="R-0000-0000",
            municipality_id=town.id,
            title="Onzin",
            likelihood=6,
            effect=1,
            measure="",
            updated_at=work.now(),
        )
    )
    with pytest.raises(IntegrityError):
        work.flush()
    work.rollback()
    assert work.exec(select(Incident)).all() == []
