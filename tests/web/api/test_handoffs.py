"""Handoffs for the systems of the municipality: how they stand, who read the words, and how it goes on."""

from sqlmodel import select

from b2b.api.rules import Scope
from b2b.authz.predicates import Role
from b2b.core.audit import AuditEntry
from b2b.handoff.models import Handoff


def test_a_list_says_how_they_stand_and_not_what_they_say(system, handoff):
    answer = system(Scope.HANDOFFS_READ).ask("GET", "/doorverwijzingen")
    [shown] = answer.json["resultaten"]
    assert (shown["kenmerk"], shown["status"], shown["contactVia"]) == (handoff.reference, "nieuw", "telefoon")
    assert "trap" not in answer.text and "0301234567" not in answer.text and "Fatima" not in answer.text


def test_a_list_can_be_narrowed_to_a_status(system, handoff):
    there = system(Scope.HANDOFFS_READ)
    assert len(there.ask("GET", "/doorverwijzingen?status=nieuw").json["resultaten"]) == 1
    assert there.ask("GET", "/doorverwijzingen?status=klaar").json["resultaten"] == []
    assert there.ask("GET", "/doorverwijzingen?status=weg").status_code == 400


def test_who_reads_the_words_is_written_down(system, handoff, make):
    there = system(Scope.HANDOFFS_CONTENT)
    answer = there.ask("GET", f"/doorverwijzingen/{handoff.reference}/inhoud")
    assert (answer.json["vraag"], answer.json["contact"]) == ("Mijn trap is kapot", "0301234567")
    with make.writing() as work:
        [entry] = work.exec(select(AuditEntry).where(AuditEntry.action == "handoff.seen"))
        assert (entry.thing_id, entry.detail) == (handoff.id, {"client": there.row.reference})


def test_words_that_were_erased_are_gone(system, handoff, make):
    with make.writing() as work:
        row = work.get_one(Handoff, handoff.id)
        row.question = row.contact = None
    there = system(Scope.HANDOFFS_CONTENT)
    assert there.ask("GET", f"/doorverwijzingen/{handoff.reference}/inhoud").status_code == 410


def test_a_system_takes_a_handoff_to_its_end_and_the_resident_reads_how(system, handoff, make):
    there = system()
    steps = f"/doorverwijzingen/{handoff.reference}/stappen"
    taken = there.ask("POST", steps, json={"stap": "oppakken"})
    assert (taken.status_code, taken.json["status"]) == (201, "opgepakt")
    assert taken.headers["Location"].endswith(handoff.reference)
    assert there.ask("POST", steps, json={"stap": "gesproken"}).json["status"] == "in-gesprek"
    silent = there.ask("POST", steps, json={"stap": "afronden"})
    assert (silent.status_code, silent.json["errors"][0]["location"]) == (400, "/toelichting")
    done = there.ask("POST", steps, json={"stap": "afronden", "toelichting": "De trap is gemaakt."})
    assert done.json["status"] == "klaar"
    assert there.ask("POST", steps, json={"stap": "oppakken"}).status_code == 409
    with make.writing() as work:
        assert work.get_one(Handoff, handoff.id).closing_note == "De trap is gemaakt."


def test_what_a_colleague_took_on_is_theirs(system, handoff, make):
    from b2b.handoff import service

    els = make.staff(Role.COORDINATOR, "Els")
    with make.writing() as work:
        work.actor_id = els.id
        service.claim(work, work.get_one(Handoff, handoff.id))
    answer = system().ask("POST", f"/doorverwijzingen/{handoff.reference}/stappen", json={"stap": "gesproken"})
    assert (answer.status_code, answer.mimetype) == (409, "application/problem+json")


def test_the_same_request_twice_is_one_step(system, handoff):
    there = system()
    steps = f"/doorverwijzingen/{handoff.reference}/stappen"
    key = {"Idempotency-Key": "vraag-1"}
    first = there.ask("POST", steps, headers=key, json={"stap": "oppakken"})
    there.ask("POST", steps, json={"stap": "gesproken"})
    again = there.ask("POST", steps, headers=key, json={"stap": "oppakken"})
    assert (again.status_code, again.json, again.headers["Location"]) == (201, first.json, first.headers["Location"])
    other = there.ask("POST", steps, headers=key, json={"stap": "teruggeven"})
    assert other.status_code == 422
    assert (
        there.ask("POST", steps, headers={"Idempotency-Key": "x" * 65}, json={"stap": "oppakken"}).status_code == 400
    )


def test_what_was_sent_is_never_said_back(system, handoff):
    there = system()
    body = {"stap": "KANARIE", "KANARIE2": 1}
    answer = there.ask("POST", f"/doorverwijzingen/{handoff.reference}/stappen", json=body)
    assert answer.status_code == 400
    assert {one["location"] for one in answer.json["errors"]} == {"/stap", "/KANARIE2"}
    assert "KANARIE" not in answer.text.replace("/KANARIE2", "")


def test_the_desk_sees_what_a_system_took_on(system, handoff, browser, make):
    els = browser(make.staff(Role.COORDINATOR, "Els"), second_factor=True)
    system().ask("POST", f"/doorverwijzingen/{handoff.reference}/stappen", json={"stap": "oppakken"})
    assert els.get(f"/overdrachten/{handoff.reference}").status_code == 200
    assert els.get("/overdrachten").status_code == 200
