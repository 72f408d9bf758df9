"""The demo as it stands once it was told, on both databases."""

from collections import Counter

import pytest
from sqlalchemy import text

from b2b.accounts import queries as people
from b2b.authz.predicates import Role
from b2b.cli.demo import seed
from b2b.consent import queries as consent
from b2b.consent.rules import SIGNED
from b2b.core.clock import ManualClock
from b2b.core.db import unit_of_work
from b2b.demo.pilot import GUESSES
from b2b.factory import create_app
from b2b.insights import queries as figures
from b2b.insights.service import replay
from b2b.jobs.worker import Worker
from b2b.municipalities.queries import is_open, municipality_by_code, places
from b2b.notifications.channels.twin import MailTwin
from b2b.pilots import queries as pilots
from b2b.pilots.evaluating import by_guess, findings
from b2b.reactions import REACTIONS, SLOTS, TASKS
from b2b.worker import desk
from tests.conftest import MONDAY
from tests.integration.demo.plans import Asked, noting, read_whole
from tests.integration.demo.walking import demo_app, demo_people, demo_settings, signed_in, walk

SAME_FOR_ALL = (
    "/bron",
    "/buurten",
    "/hulp",
    "/melding",
    "/over-",
    "/plaatsen?",
    "/privacy",
    "/spelregels",
    "/toegan",
)
"""How addresses begin whose pages hardly differ between people: one person looks is enough."""
TAKING_PART = {"/mijn", "/gesprekken", "/mijn/berichten", "/afspraken"}
SUSPENDED, STANDING_STILL = {"Sven", "Mieke"}, {"/mijn", "/mijn/besluiten"}
"""Who cannot take part for now, and what stays in reach."""


@pytest.fixture
def reading(database):
    with unit_of_work(database.read, clock=ManualClock(MONDAY)) as work:
        yield work


@pytest.fixture
def utrecht(reading):
    return municipality_by_code(reading, "GM0344")


def rows(work, sql):
    return [tuple(row) for row in work.execute(text(sql))]


PLAYED = "SELECT id FROM members WHERE id IN (SELECT member_id FROM acceptances)"
"""Who plays the demo; the neighbours of the year before never came in by the door where rules are accepted."""


def states(work, table, where="1 = 1"):
    return dict(rows(work, f"SELECT state, count(*) FROM {table} WHERE {where} GROUP BY state"))


def test_told_a_second_time_it_changes_nothing(database):
    tables = ["members", "posts", "messages", "review_items", "handoffs", "jobs", "notifications", "moves"]
    counts = [f"SELECT '{table}', count(*) FROM {table}" for table in tables]
    with unit_of_work(database.write, REACTIONS, ManualClock(MONDAY)) as work:
        before = [rows(work, sql) for sql in counts]
        assert not seed(work)
        assert work.now() == MONDAY
        assert [rows(work, sql) for sql in counts] == before


def test_some_sixty_posts_stand_in_every_state_and_most_are_open(reading):
    found = states(reading, "posts", f"author_id IN ({PLAYED})")
    assert 60 <= sum(found.values()) <= 110
    assert found["open"] > 40
    assert found["waiting"] == 7 and found["change_asked"] == 1 and found["refused"] == 1
    assert min(found[state] for state in ("matched", "fulfilled", "expired", "withdrawn")) >= 2


def test_every_wijk_of_utrecht_has_posts_and_overvecht_most(reading, utrecht):
    here = places(reading, utrecht.id)
    found = Counter()
    for hood, number in rows(reading, "SELECT neighbourhood_id, count(*) FROM posts GROUP BY neighbourhood_id"):
        if hood in here.hoods:
            found[here.quarter_of(hood).name] += number
    assert set(found) == {quarter.name for quarter in here.quarters}
    assert found["Overvecht"] >= 25 and found.most_common(1)[0][0] == "Overvecht"


def test_conversations_appointments_and_questions_stand_in_every_state(reading):
    assert set(states(reading, "conversations")) == {"open", "chosen", "not_chosen", "closed"}
    assert set(states(reading, "agreements")) == {
        *("proposed", "agreed", "cancelled", "done", "missed", "untold"),
    }
    assert set(states(reading, "handoffs")) == {
        *("new", "claimed", "in_contact", "waiting", "done", "returned", "withdrawn"),
    }
    assert rows(reading, "SELECT max(n) FROM (SELECT count(*) AS n FROM conversations GROUP BY post_id) AS c") == [
        (4,)
    ]


def test_both_sides_said_how_it_went(reading):
    theirs = f"asker_id IN ({PLAYED})"
    told = f"SELECT count(*) FROM outcomes o JOIN agreements a ON a.id = o.agreement_id WHERE a.state = 'done' AND {theirs}"
    assert rows(reading, told) == [(2 * states(reading, "agreements", theirs)["done"],)]


def test_the_queue_has_work_in_it(reading):
    waiting = rows(reading, "SELECT reason, notices, late_since FROM review_items WHERE state = 'waiting'")
    assert Counter(reason for reason, _, _ in waiting) == {"newcomer": 6, "noticed": 6}
    assert sum(late is not None for _, _, late in waiting) == 1
    without_account = rows(reading, "SELECT count(*) FROM notices WHERE notifier_id IS NULL")
    assert without_account == [(6,)]


def test_the_same_words_to_a_fifth_neighbour_wait_and_two_before_them_carry_a_warning(reading):
    paced = "SELECT s.code, m.hidden_at IS NOT NULL FROM signals s JOIN messages m ON m.id = s.target_id WHERE s.code LIKE 'pace.%'"
    assert Counter((code, bool(hidden)) for code, hidden in rows(reading, paced)) == {
        ("pace.same", False): 2,
        ("pace.flood", True): 1,
    }


def test_nobody_gets_mail_about_the_past(reading):
    waiting = "SELECT DISTINCT kind FROM jobs WHERE state = 'ready' ORDER BY kind"
    assert rows(reading, waiting) == [("figures:replay",), ("handoff:test",)]
    assert not rows(
        reading, "SELECT id FROM notifications WHERE channel = 'digest' AND mailed_at IS NULL AND read_at IS NULL"
    )


def test_nobody_is_signed_in_and_staff_have_a_second_step(reading, utrecht):
    assert rows(reading, "SELECT count(*) FROM sessions WHERE revoked_at IS NULL") == [(0,)]
    alone = (
        "SELECT count(*) FROM members m JOIN role_grants r ON r.member_id = m.id WHERE m.totp_confirmed_at IS NULL"
    )
    assert rows(reading, alone) == [(0,)]
    everywhere = {role: len(people.staff(reading, role, utrecht.id)) for role in Role}
    assert everywhere == {Role.MODERATOR: 0, Role.COORDINATOR: 1, Role.ADMINISTRATOR: 1}
    zambesi = places(reading, utrecht.id).by_slug["zambesidreef-en-omgeving"].id
    assert len(people.staff(reading, Role.MODERATOR, utrecht.id, zambesi)) == 1
    assert len(people.staff(reading, Role.COORDINATOR, utrecht.id, zambesi)) == 2


def test_a_dozen_people_are_listed_and_everybody_is_made_up(reading, utrecht):
    listed = people.demo_people(reading, utrecht.id)
    assert [person.first_name for person in listed][:2] == ["Fatima", "Henk"]
    assert 12 <= len(listed) <= 15
    everybody = [people.member(reading, row[0]) for row in rows(reading, PLAYED)]
    assert all(member.email.endswith("demo.b2b.example") for member in everybody if member.email)
    assert [member.first_name for member in everybody if not member.email] == ["Mevrouw De Wit"]


def test_the_clock_goes_on_with_a_handful_of_mails(database):
    mail = MailTwin()
    app = create_app(demo_settings(database), database, clock=ManualClock(MONDAY), outside={"mail": mail})
    Worker(desk(app), TASKS, SLOTS).run_until_quiet()
    assert 1 <= len(mail.sent) <= 10
    assert not [letter for letter in mail.sent if "gelukt met" in letter["Subject"]]
    with app.reading() as work:
        assert set(states(work, "jobs")) == {"done"}


def test_every_page_of_every_person_is_there_and_reads_no_table_to_its_end(database, listen):
    app, known = demo_app(database), set()
    asked: dict[str, Asked] = {}
    listen(database.read, "before_cursor_execute", noting(asked))
    for person in demo_people(app):
        seen = set()
        for address, answer in walk(signed_in(app, person), known):
            assert answer.status_code == 200, f"{address} answered {answer.status_code}"
            seen.add(address)
        known |= {address for address in seen if address.startswith(SAME_FOR_ALL)}
        theirs = STANDING_STILL if person.first_name in SUSPENDED else TAKING_PART
        assert theirs <= seen, person.first_name
    assert len(asked) > 100
    if database.dialect == "sqlite":  # PostgreSQL reads a table as small as these from end to end, and is right
        assert not read_whole(database, asked)


def test_utrecht_is_open_with_new_rules_on_the_way_and_eindhoven_prepares(reading, utrecht):
    eindhoven = municipality_by_code(reading, "GM0772")
    assert (is_open(reading, utrecht.id), is_open(reading, eindhoven.id)) == (True, False)
    rules = consent.standing(reading, utrecht.id, "spelregels")
    assert (rules.current.version, rules.current.built_in, rules.next.version) == (2, False, 3)
    signed = {town.name: len(consent.signatures(reading, town.id)) for town in (utrecht, eindhoven)}
    assert signed == {"Utrecht": len(SIGNED), "Eindhoven": 4}
    assert states(reading, "incidents") == {"closed": 3, "open": 1}
    assert len(set(rows(reading, "SELECT risk_id FROM incidents"))) == 2


def test_a_year_was_lived_through_and_counted_and_nothing_of_it_waits(reading, utrecht):
    past = f"author_id NOT IN ({PLAYED})"
    found = states(reading, "posts", past)
    assert sum(found.values()) > 800
    assert set(found) == {"fulfilled", "expired", "withdrawn"}
    assert rows(reading, f"SELECT count(*) FROM posts WHERE {past} AND (closed_at IS NULL OR body <> '')") == [(0,)]


def test_what_was_lived_through_has_figures_once_it_is_counted(database, utrecht):
    with unit_of_work(database.write, REACTIONS, ManualClock(MONDAY)) as work:
        replay(work, utrecht.id, "2026-09")
        (asked,) = figures.series(work, utrecht.id, "requests", periods=["2026-09"], area="WK034403")
        assert asked.value and asked.value >= 10


def test_a_pilot_runs_in_overvecht_and_its_report_has_something_to_say(reading, utrecht):
    (pilot,) = pilots.pilots(reading, utrecht.id)
    opened = [one.opened_at is not None for one in pilots.hoods(reading, pilot.id)]
    assert (opened.count(True), opened.count(False)) == (9, 1)
    assert {guess.words for guess, _rows, _verdict in by_guess(findings(reading, pilot))} == {
        guess.words for guess in GUESSES
    }
    assert len(pilots.notes(reading, pilot.id)) == 3
