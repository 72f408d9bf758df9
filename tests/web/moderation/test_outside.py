"""An administrator writes down what authorities and independent bodies asked; the report counts it, the words go in time."""

import csv
import io
from datetime import timedelta

import pytest
from sqlmodel import select

from b2b.authz.predicates import Role
from b2b.core.audit import AuditEntry
from b2b.moderation import service
from b2b.moderation.models import OutsideMatter
from b2b.moderation.rules.outside import KEEP
from tests.client import path, words

LIST = "/beheer/bevelen-en-geschillen"
ORDER = {
    "kind": "remove",
    "party": "=rechtbank",
    "category": "rude",
    "received_on": "2026-11-20",
    "what": "Haal V-1 weg.",
}
DISPUTE = ORDER | {"kind": "dispute", "party": "ACM"}


@pytest.fixture
def nadia(browser, make):
    return browser(make.staff(Role.ADMINISTRATOR, "Nadia"), second_factor=True)


def only(writing):
    with writing() as work:
        return work.exec(select(OutsideMatter)).one()


def test_an_order_is_written_down_once_done_counted_and_in_the_trail(nadia, browser, writing):
    page = nadia.get(LIST)
    at = path(nadia.press(page, ORDER, at=LIST))
    assert path(nadia.press(page, ORDER, at=LIST)) == at
    assert "Haal V-1 weg." in words(nadia.get(at))
    done = nadia.submit(at, {"done_on": "2026-11-21", "done": "Weggehaald en laten weten."})
    assert path(done) == at
    assert "Weggehaald en laten weten." in words(nadia.get(at))
    assert "Bevel om iets weg te halen 1 24,0 uur" in words(browser().get("/transparantie"))
    rows = list(csv.reader(io.StringIO(nadia.get(f"{LIST}.csv").text)))
    assert rows[1][1:3] == ["Bevel om iets weg te halen", "'=rechtbank"]
    with writing() as work:
        trail = [one.action for one in work.exec(select(AuditEntry)).all()]
    assert trail.count("outside.taken_in") == trail.count("outside.done") == 1


def test_a_dispute_asks_for_its_outcome_and_what_is_done_is_done(nadia, writing):
    at = path(nadia.submit(LIST, DISPUTE))
    page = nadia.get(at)
    lacking = nadia.press(page, {"done_on": "2026-11-21", "done": "Teruggezet."}, at=at)
    assert lacking.status_code == 422
    assert "Kies wat het orgaan zei." in words(lacking)
    answer = {"done_on": "2026-11-21", "done": "Teruggezet.", "outcome": "reversed", "followed": "ja"}
    assert nadia.press(page, answer, at=at).status_code == 303
    assert nadia.press(page, answer, at=at).status_code == 409
    assert "Ons besluit was niet goed. Jullie deden wat het orgaan zei." in words(nadia.get(at))


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"received_on": "2026-11-30"}, "Deze dag is nog niet geweest."),
        ({"received_on": "32-13"}, "Schrijf de dag zo"),
        ({"confirmed_on": "2026-11-19"}, "eerder dan de dag waarop het binnenkwam"),
        ({"kind": "iets"}, "Kies wat het is."),
        ({"party": " "}, "Vul in welke rechter"),
    ],
)
def test_what_cannot_be_right_comes_back_with_what_was_typed(nadia, wrong, sentence):
    answer = nadia.submit(LIST, ORDER | wrong)
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert "Haal V-1 weg." in answer.text


@pytest.mark.parametrize(("seconds", "gone"), [(-1, 0), (1, 1)])
def test_its_words_go_after_two_years_and_the_count_stays(nadia, writing, clock, seconds, gone):
    at = path(nadia.submit(LIST, ORDER))
    nadia.submit(at, {"done_on": "2026-11-21", "done": "Weggehaald."})
    # A day is over at midnight: Dutch wall clock, winter time.
    clock.moment = clock.moment.replace(2026, 11, 21, 23, 0, 0) + KEEP + timedelta(seconds=seconds)
    with writing() as work:
        assert service.purge_outside(work) == gone
        assert service.purge_outside(work) == 0
    matter = only(writing)
    assert ((matter.what, matter.done, matter.filed_by_id) == (None, None, None)) is bool(gone)
    assert matter.done_on is not None
