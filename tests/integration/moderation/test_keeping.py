"""A case goes whole when its time is over, not a second sooner; a year that lost cases keeps its figures."""

from datetime import timedelta

import pytest
from sqlmodel import select

from b2b.conversations.models import Message
from b2b.moderation import queries, service
from b2b.moderation.models import Complaint, Decision, FrozenYear, Notice, Reading, ReviewItem, Sanction, Statement
from b2b.moderation.rules import DecisionKind, ReadingWhy
from b2b.moderation.rules.keeping import KEEP_READINGS, case_over
from b2b.moderation.rules.terms import months_later
from tests.integration.moderation.measuring import decided, judged, noticed, objected, only

CASE = (ReviewItem, Notice, Decision, Statement, Sanction, Complaint)
SECOND = timedelta(seconds=1)


@pytest.fixture
def case(make, writing, mo, clock):
    """A warning after a notice; the moment at which it may be forgotten."""
    kees = make.member("Kees")
    decided(writing, mo, noticed(writing, make.post(kees, "Lelijk"), by=make.member("Ada")), DecisionKind.WARN)
    return case_over(clock())


def counts(writing):
    with writing() as work:
        return [len(work.exec(select(table)).all()) for table in CASE]


def forget(writing, clock, moment):
    clock.moment = moment
    with writing() as work:
        service.end_due(work)
        return service.purge_cases(work)


def test_a_case_goes_whole_when_its_time_is_over_and_its_year_keeps_its_figures(writing, clock, case):
    year = clock().year
    with writing() as work:
        town = work.exec(select(ReviewItem.municipality_id)).one()
        before = queries.year_report(work, town, year)
    assert forget(writing, clock, case - SECOND) == 0
    assert counts(writing) == [1, 1, 1, 1, 1, 0]
    assert forget(writing, clock, case + SECOND) == 1
    assert counts(writing) == [0] * 6
    assert forget(writing, clock, case + SECOND) == 0
    with writing() as work:
        assert queries.year_report(work, town, year) == before
        assert len(work.exec(select(FrozenYear)).all()) == 1


def test_an_objection_keeps_a_case_until_a_year_after_its_answer(make, writing, clock, case):
    objected(writing)
    assert forget(writing, clock, case + SECOND) == 0
    judged(writing, make.staff("moderator", "Ander", everywhere=True))
    last = months_later(clock(), 12)
    assert forget(writing, clock, last - SECOND) == 0
    assert forget(writing, clock, last + SECOND) == 1
    assert counts(writing) == [0] * 6


def test_an_ended_account_keeps_its_case(make, writing, mo, clock):
    kees = make.member("Kees")
    decided(writing, mo, noticed(writing, kees), DecisionKind.END, facts="Hij bedreigde een buur.")
    assert forget(writing, clock, case_over(clock()) + SECOND) == 0
    assert counts(writing)[0] == 1


def test_what_waits_is_never_forgotten(make, writing, clock):
    noticed(writing, make.post(make.member("Kees"), "Lelijk"))
    assert forget(writing, clock, clock() + timedelta(days=4000)) == 0


@pytest.mark.parametrize(("after", "gone"), [(-SECOND, 0), (SECOND, 1)])
def test_who_read_in_a_conversation_is_known_for_a_year_and_a_half(make, writing, mo, clock, after, gone):
    talk = make.conversation(make.post(make.member("Fatima")), make.member("Ahmed"))
    said = only(writing, Message)
    item = noticed(writing, said)
    make.save(
        Reading(
            municipality_id=item.municipality_id,
            review_item_id=item.id,
            conversation_id=talk.id,
            message_id=said.id,
            reader_id=mo.id,
            why=next(iter(ReadingWhy)),
            at=clock(),
        )
    )
    clock.moment = clock() + KEEP_READINGS + after
    with writing() as work:
        assert service.purge_readings(work) == gone
