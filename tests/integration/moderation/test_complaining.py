"""Somebody objects, somebody else decides again, and what was wrong is put right."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from b2b.accounts import queries as people
from b2b.authz.predicates import Role
from b2b.conversations.models import Message
from b2b.core.errors import Forbidden
from b2b.core.ids import new_reference
from b2b.moderation import queries, service
from b2b.moderation.models import Complaint, Notice, ReviewItem, Sanction
from b2b.moderation.rules import DecisionKind, ItemChanged
from b2b.moderation.rules.complaints import (
    ComplaintDone,
    Judgement,
    NothingDecided,
    Objection,
    Outcome,
    SamePerson,
    TooLate,
    Unreasoned,
)
from b2b.notifications.models import Notification
from b2b.posts import queries as posts
from b2b.posts.rules import PostState
from tests.integration.moderation.measuring import decided, judged, noticed, objected, only

_D = DecisionKind


@pytest.fixture
def kees(make):
    return make.member("Kees")


@pytest.fixture
def ada(make):
    return make.staff(Role.ADMINISTRATOR, "Ada", everywhere=True)


@pytest.fixture
def suspended(make, writing, mo, kees, fatima):
    """Kees is suspended for a post that Fatima reported; return the post."""
    post = make.post(kees, "Domme buren")
    decided(writing, mo, noticed(writing, post, by=fatima), _D.SUSPEND_7)
    return post


def told(work, member):
    return [one.event for one in work.exec(select(Notification).where(Notification.member_id == member.id))]


def test_a_reversal_brings_everything_back(writing, suspended, ada, kees, fatima):
    objected(writing)
    judged(writing, ada)
    with writing() as work:
        assert posts.post(work, suspended.id).state is PostState.OPEN
        assert people.member(work, kees.id).is_active
        assert work.exec(select(Sanction)).one().state == "lifted"
        assert queries.strikes(work, kees.id) == []
        complaint = work.exec(select(Complaint)).one()
        assert (complaint.outcome, complaint.handled_by_id, complaint.human) == (Outcome.REVERSED, ada.id, True)
        assert complaint.restored_at == work.now()
        assert told(work, kees)[-2:] == ["complaint-received", "complaint-decided"]
        assert "notice-reconsidered" in told(work, fatima)


def test_a_hidden_message_can_be_read_again(make, writing, mo, ada, kees, fatima):
    conversation = make.conversation(make.post(fatima), kees)
    with writing() as work:
        message = work.exec(select(Message).where(Message.conversation_id == conversation.id)).one()
    decided(writing, mo, noticed(writing, message, by=fatima), _D.HIDE)
    objected(writing)
    judged(writing, ada)
    with writing() as work:
        assert work.get(Message, message.id).hidden_at is None


def test_upheld_changes_nothing_and_says_why(writing, suspended, ada, kees):
    objected(writing)
    judged(writing, ada, Outcome.UPHELD, reasons="Je schold echt.")
    with writing() as work:
        assert posts.post(work, suspended.id).state is PostState.HIDDEN
        assert people.member(work, kees.id).is_out(work.now())
        complaint = work.exec(select(Complaint)).one()
        assert complaint.restored_at is None
        words = queries.complaint_words(work, complaint)
        assert words["reasons"] == "Je schold echt."
        assert words["court"]


@pytest.mark.parametrize(("words_back", "measure_off"), [(True, False), (False, True)])
def test_partly_brings_back_what_was_chosen(writing, suspended, ada, kees, words_back, measure_off):
    objected(writing)
    judged(writing, ada, Outcome.PARTLY, words_back=words_back, measure_off=measure_off)
    with writing() as work:
        assert (posts.post(work, suspended.id).state is PostState.OPEN) == words_back
        assert people.member(work, kees.id).is_out(work.now()) != measure_off


def test_the_first_decider_whom_it_is_about_and_who_reported_do_not_judge(writing, suspended, mo, kees, fatima):
    complaint = objected(writing)
    assert set(complaint.involved) == {mo.id, kees.id, fatima.id}
    with pytest.raises(SamePerson):
        judged(writing, mo)
    for person in (kees, fatima):
        with pytest.raises(Forbidden):
            judged(writing, person)


def test_the_database_refuses_the_first_decider_and_a_judgement_without_reasons(writing, suspended, ada, mo):
    objected(writing)
    judged(writing, ada)
    for change in (
        f"handled_by_id = {mo.id}",
        "handled_by_id = NULL",
        "outcome = NULL",
        "reasons = ''",
        "decided_at = NULL",
        "human = false",
        "statement_id = NULL",
        "grounds = ''",
    ):
        with pytest.raises(IntegrityError), writing() as work:
            work.execute(text(f"UPDATE complaints SET {change}"))


def test_two_judges_at_once_decide_once(writing, suspended, ada, make):
    objected(writing)
    judged(writing, ada)
    judged(writing, ada)
    other = make.staff(Role.ADMINISTRATOR, "Bea", everywhere=True)
    with pytest.raises(ComplaintDone):
        judged(writing, other, Outcome.UPHELD)
    with writing() as work:
        assert len(work.exec(select(Notification).where(Notification.event == "complaint-decided")).all()) == 1


def test_a_judge_looks_at_the_newest_version_and_gives_reasons(writing, suspended, ada):
    objected(writing)
    with pytest.raises(Unreasoned):
        judged(writing, ada, reasons="  ")
    with pytest.raises(Unreasoned):
        judged(writing, ada, Outcome.PARTLY)
    with writing() as work:
        work.actor_id = ada.id
        complaint = work.exec(select(Complaint)).one()
        with pytest.raises(ItemChanged):
            service.judge(work, complaint, Judgement(Outcome.UPHELD, "Nee.", 7))


def test_objecting_twice_is_one_objection(writing, suspended):
    assert objected(writing).id == objected(writing, "Nog een keer.").id


def test_one_can_object_until_the_end_of_the_last_day_by_the_calendar(make, writing, mo, kees, clock):
    clock.moment = datetime(2026, 8, 31, 12, tzinfo=UTC)
    decided(writing, mo, noticed(writing, make.post(kees)), _D.HIDE)
    clock.moment = datetime(2027, 2, 28, 23, 0, tzinfo=UTC)  # midnight in Utrecht: 1 March
    with pytest.raises(TooLate):
        objected(writing)
    clock.moment -= timedelta(seconds=1)
    assert objected(writing).filed_at == clock()


def test_moderators_around_are_asked_and_administrators_when_it_is_late(make, writing, suspended, ada, clock, mo):
    with writing() as work:
        near = queries_adjacent(work, suspended)
    beside = make.staff(Role.MODERATOR, "Bo", at=near)
    objected(writing)
    with writing() as work:
        assert "complaint-waiting" in told(work, beside)
        assert "complaint-waiting" not in told(work, mo) + told(work, ada)
    clock.advance(days=14)
    with writing() as work:
        assert service.note_late(work) == 1
        assert service.note_late(work) == 0
        assert "complaint-waiting" in told(work, ada)


def queries_adjacent(work, post):
    from b2b.municipalities import queries as areas
    from b2b.municipalities.models import Neighbourhood

    return work.get(Neighbourhood, areas.adjacent_ids(work, post.municipality_id, post.neighbourhood_id)[0])


def test_who_reported_can_object_and_then_somebody_else_looks(make, writing, mo, ada, kees, fatima):
    post = make.post(kees)
    decided(writing, mo, noticed(writing, post, by=fatima), _D.NO_ACTION)
    with writing() as work:
        notice = work.exec(select(Notice)).one()
        service.object_to_notice(work, notice, Objection("Het is wél gemeen.", new_reference("O")))
    judged(writing, ada)
    with writing() as work:
        again = work.exec(select(ReviewItem).where(ReviewItem.state == "waiting")).one()
        assert again.target_id == post.id
        assert mo.id in again.involved
        assert told(work, fatima)[-1] == "complaint-decided"


def test_nobody_objects_before_there_is_a_decision(make, writing, kees, fatima):
    noticed(writing, make.post(kees), by=fatima)
    with pytest.raises(NothingDecided), writing() as work:
        service.object_to_notice(work, work.exec(select(Notice)).one(), Objection("Nu al.", new_reference("O")))


def test_a_signed_link_opens_one_statement_until_the_term_or_until_it_is_taken_back(writing, suspended, clock):
    from b2b.moderation.models import Statement

    found = only(writing, Statement)
    token = queries.statement_token(found)
    with writing() as work:
        assert queries.read_statement(work, token, clock()).id == found.id
        assert queries.read_statement(work, token[:-2] + "xx", clock()) is None
        assert queries.read_statement(work, token, found.complaint_until) is None
        service.withdraw_links(work, work.get(Statement, found.id))
    with writing() as work:
        assert queries.read_statement(work, token, clock()) is None


def test_vouchers_share_a_strike_and_get_it_back(make, writing, ada, kees, mo):
    from b2b.accounts.models import Strike

    decided(writing, mo, noticed(writing, kees), _D.SUSPEND_30)
    with writing() as work:
        assert work.exec(select(Strike).where(Strike.member_id == kees.id)).one().cleared_at is None
    objected(writing)
    judged(writing, ada)
    with writing() as work:
        assert work.exec(select(Strike).where(Strike.member_id == kees.id)).one().cleared_at is not None
