"""A suspension works at once everywhere, ends by the clock, and brings everything back."""

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from b2b.accounts import queries as people
from b2b.accounts.models import Member
from b2b.accounts.service import sessions
from b2b.agreements.models import Agreement
from b2b.agreements.rules import AgreementState
from b2b.core import audit
from b2b.core.audit import AuditEntry
from b2b.core.history import Move
from b2b.moderation import queries, service
from b2b.moderation.models import Admission, ListedAddress, Sanction
from b2b.moderation.rules import DecisionKind
from b2b.moderation.rules.admissions import AdmissionState
from b2b.moderation.rules.complaints import Unreasoned
from b2b.moderation.rules.measures import Unreviewed
from b2b.moderation.service.listing import list_key
from b2b.notifications.models import Notification
from b2b.posts import queries as posts
from b2b.posts import service as post_service
from b2b.posts.rules import PostState
from tests.integration.moderation.measuring import decided, noticed
from tests.moderating import words

_D = DecisionKind


@pytest.fixture
def kees(make):
    return make.member("Kees")


@pytest.fixture
def suspend(writing, mo, kees):
    return lambda kind=_D.SUSPEND_7: decided(writing, mo, noticed(writing, kees), kind)


def seen(writing, post, reader=None):
    """Return whether a reader finds the post in its feed."""
    with writing() as work:
        beat = posts.pulse(work, post.neighbourhood_id, (), reader.id if reader else None)
        found = posts.feed(work, [post.neighbourhood_id], blocked=beat.blocked)
        return post.reference in [row.reference for row in found.rows]


def test_every_device_knows_at_once_and_nothing_is_asked_more(writing, kees, suspend):
    with writing() as work:
        keys = [sessions.session_key(sessions.open_session(work, kees, device)) for device in ("Telefoon", "Laptop")]
    suspend()
    with writing() as work:
        assert [people.identify(work, key).actor.suspended for key in keys] == [True, True]


def test_others_do_not_see_the_posts_until_the_very_moment_it_ends(make, writing, kees, suspend, clock):
    post, reader = make.post(kees), make.member("Fatima")
    suspend()
    assert not seen(writing, post)
    assert not seen(writing, post, reader)
    with writing() as work:
        assert kees.id in people.blocked_ids(work, None)
    clock.advance(days=7)
    assert seen(writing, post)
    assert seen(writing, post, reader)


def test_the_job_ends_what_the_clock_ended_and_says_so_once(writing, kees, suspend, clock):
    suspend()
    clock.advance(days=7, seconds=-1)
    with writing() as work:
        assert service.end_due(work) == 0
    clock.advance(seconds=1)
    with writing() as work:
        assert service.end_due(work) == 1
        assert service.end_due(work) == 0
        assert people.member(work, kees.id).is_active
        told = [one.event for one in work.exec(select(Notification).where(Notification.member_id == kees.id))]
        assert told == ["statement-of-reasons", "measure-over"]


def test_of_two_suspensions_the_longer_one_counts(writing, kees, suspend, clock):
    suspend(_D.SUSPEND_7)
    suspend(_D.SUSPEND_30)
    clock.advance(days=8)
    with writing() as work:
        service.end_due(work)
        assert people.member(work, kees.id).is_out(clock())
    clock.advance(days=22)
    with writing() as work:
        assert not people.member(work, kees.id).is_out(clock())
        assert service.end_due(work) == 1


def test_who_is_read_first_waits_for_a_moderator_for_thirty_days(make, writing, kees, suspend, clock):
    suspend(_D.HOLD)
    with writing() as work:
        waiting = post_service.submit(work, kees.id, kees.municipality_id, words(kees))
        assert waiting.state is PostState.WAITING
    clock.advance(days=30)
    with writing() as work:
        placed = post_service.submit(work, kees.id, kees.municipality_id, words(kees))
        assert placed.state is PostState.OPEN


def test_who_has_an_appointment_with_them_hears_it_kindly(make, writing, kees, suspend, clock):
    fatima = make.member("Fatima")
    conversation = make.conversation(make.post(fatima), kees)
    make.agreement(conversation, days=2)
    make.agreement(make.conversation(make.post(fatima), kees), days=20)
    suspend()
    with writing() as work:
        told = work.exec(select(Notification).where(Notification.member_id == fatima.id)).all()
        assert [one.event for one in told] == ["agreement-uncertain"], "the one after the suspension may go on"
        assert {one.state for one in work.exec(select(Agreement))} == {AgreementState.AGREED}


def test_an_ended_account_is_looked_at_again_by_somebody_else(make, writing, mo, kees, suspend):
    suspend(_D.END)
    with writing() as work:
        work.actor_id = mo.id
        with pytest.raises(Unreviewed):
            service.review(work, work.exec(select(Sanction)).one(), "Blijft.", keep=True)
    with writing() as work:
        work.actor_id = make.member("Ada").id
        sanction = work.exec(select(Sanction)).one()
        before = sanction.review_at
        with pytest.raises(Unreasoned):
            service.review(work, sanction, " ", keep=True)
        service.review(work, sanction, "Het gevaar is er nog.", keep=True)
        assert (sanction.state, sanction.review_at >= before) == ("active", True)
        service.review(work, sanction, "Het is lang goed gegaan.", keep=False)
        assert sanction.state == "lifted"
        assert people.member(work, kees.id).is_active
        assert not work.exec(select(ListedAddress)).all()


def test_the_list_knows_addresses_of_this_municipality_only_and_forgets_them(make, writing, kees, suspend, clock):
    suspend(_D.END)
    with writing() as work:
        listed = work.exec(select(ListedAddress)).one()
        assert listed.key == list_key(kees.municipality_id, "KEES@voorbeeld.nl ")
        assert listed.key != list_key(kees.municipality_id + 1, "kees@voorbeeld.nl")
        clock.moment = listed.expires_at - timedelta(seconds=1)
        assert service.purge_list(work) == 0
        clock.advance(seconds=1)
        assert service.purge_list(work) == 1
        assert not work.exec(select(ListedAddress)).all()


def test_nobody_stays_on_the_list_for_more_than_two_years(writing, suspend):
    suspend(_D.END)
    with pytest.raises(IntegrityError), writing() as work:
        work.execute(text("UPDATE listed_addresses SET months = 25"))


def test_somebody_on_the_list_meets_a_person_first(make, writing, kees, suspend, clock):
    suspend(_D.END)
    town, ada = kees.municipality_id, make.member("Ada")
    with writing() as work:
        assert service.check_newcomer(work, town, "nieuw@voorbeeld.nl", "Noor", "nl")
        assert not service.check_newcomer(work, town, "kees@voorbeeld.nl", "Kees", "nl")
        assert not service.check_newcomer(work, town, "kees@voorbeeld.nl", "Kees", "nl")
        admission = work.exec(select(Admission)).one()
        assert admission.state is AdmissionState.WAITING
        work.actor_id = ada.id
        service.decide_admission(work, admission, "Het is lang geleden.", admit=True)
        assert service.check_newcomer(work, town, "kees@voorbeeld.nl", "Kees", "nl")


def test_the_trail_can_only_grow_and_says_before_and_after(writing, mo, kees, suspend, clock):
    suspend()
    with writing() as work:
        entry = work.exec(select(AuditEntry).where(AuditEntry.action == "review.suspend_7")).one()
        assert entry.actor_id == mo.id
        assert entry.detail["reason"] == "kind"
        member = work.exec(select(AuditEntry).where(AuditEntry.action == "member.suspended")).one()
        assert (member.detail["before"], member.detail["after"]) == ("active", "suspended")
    for table in ("audit_entries", "moves"):
        for change in (f"UPDATE {table} SET actor_id = 1", f"DELETE FROM {table}"):
            with pytest.raises(IntegrityError), writing() as work:
                work.execute(text(change))
    clock.advance(days=3 * 365 + 1)
    with writing() as work:
        assert audit.forget(work) > 0
        assert audit.forget(work) == 0
        assert work.exec(select(Move)).all()
    with pytest.raises(IntegrityError), writing() as work:
        work.execute(text("DELETE FROM moves"))


def test_numbers_for_the_report_can_be_counted(make, writing, mo, kees, suspend, clock):
    suspend()
    start, end = clock() - timedelta(days=1), clock() + timedelta(days=1)
    with writing() as work:
        town = kees.municipality_id
        (line,) = queries.statements_by(work, town, start, end)
        assert (line["account"], line["number"], line["automated_decision"]) == ("suspended", 1, False)
        (line,) = queries.sanctions_by(work, town, start, end)
        assert (line["kind"], line["number"], line["days"]) == ("suspend_7", 1, 7.0)
        assert queries.complaints_by(work, town, start, end) == []
        assert queries.police_reports_in(work, town, start, end) == 0


def test_a_suspended_members_row_says_until_when(writing, kees, suspend, clock):
    suspend(_D.SUSPEND_30)
    with writing() as work:
        assert work.get(Member, kees.id).suspended_until == clock() + timedelta(days=30)
