"""What has served its time goes in the night: what hangs together, what waits, and what a job does when it is stopped."""

from datetime import datetime, time, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from b2b.accounts.models import SignInChallenge
from b2b.agreements.models import Agreement, Outcome
from b2b.conversations.models import Conversation, Message, Mute
from b2b.core.audit import KEEP as AUDIT_KEPT
from b2b.core.audit import AuditEntry
from b2b.core.clock import AMSTERDAM
from b2b.core.history import Move
from b2b.core.ids import new_reference
from b2b.jobs.purging import RAN
from b2b.moderation.models import Reading, ReviewItem
from b2b.moderation.rules import DecisionKind
from b2b.municipalities import service as towns
from b2b.posts.models import Draft, Post
from b2b.privacy.rules.retention import NIGHTLY
from b2b.privacy.service import keeping, sweeping
from b2b.promise.models import HelperRest
from b2b.recurring.models import Series
from tests.integration.moderation.measuring import decided, noticed

SECOND = timedelta(seconds=1)


def test_what_hangs_on_a_conversation_or_an_appointment_goes_with_it(make, night, writing, clock):
    kees, ada = make.member("Kees"), make.member("Ada")
    talk = make.conversation(make.post(ada), kees)
    met = make.agreement(talk, days=1)
    here = {"municipality_id": ada.municipality_id, "member_id": ada.id}
    make.save(Mute(**here, conversation_id=talk.id, created_at=clock()))
    make.save(Outcome(**here, agreement_id=met.id, happened="yes", at=clock()))
    night(NIGHTLY, clock() + timedelta(days=367))
    with writing() as work:
        assert work.exec(select(Message)).all() == []
        (meeting,) = work.exec(select(Agreement)).all()
        assert meeting.place == ""
        assert work.get(Conversation, meeting.conversation_id) is not None
    night(NIGHTLY, clock() + timedelta(days=400))
    with writing() as work:
        assert [work.exec(select(table)).all() for table in (Agreement, Outcome, Mute, Conversation)] == [[]] * 4


def test_help_that_comes_back_is_not_lost_because_nobody_has_to_write(make, night, writing, clock):
    kees, ada = make.member("Kees"), make.member("Ada")
    talk = make.conversation(make.post(ada), kees)
    two = {"municipality_id": ada.municipality_id, "asker_id": ada.id, "helper_id": kees.id, "proposed_by_id": ada.id}
    runs = make.save(
        Series(
            **two,
            reference=new_reference("A"),
            conversation_id=talk.id,
            post_id=talk.post_id,
            first_at=clock(),
            every=2,
            times=26,
            place="thuis",
            state="running",
            team=[kees.id],
            created_at=clock(),
        )
    )
    with writing() as work:
        towns.choose(work, ada.municipality_id, "keep.conversation", 90)
    night(NIGHTLY, clock() + timedelta(days=200))
    with writing() as work:
        assert len(work.exec(select(Message)).all()) == 1
        over = work.get_one(Series, runs.id)
        over.state, over.over_at = "finished", clock()
    night(NIGHTLY, clock() + timedelta(days=91))
    with writing() as work:
        assert work.exec(select(Message)).all() == []
        assert work.get_one(Conversation, talk.id) is not None, "the days of the help point at it for a year"
        assert work.get_one(Series, runs.id).helper_id == kees.id


def test_a_job_done_twice_forgets_nothing_twice_and_counts_what_it_forgot(make, night, writing, clock):
    ada = make.member("Ada")
    for title in ("Wie snoeit?", "Wie kookt?"):
        make.post(ada, title, state="withdrawn", closed_at=clock())
    past = {"email_key": b"e", "browser_key": b"b", "code_salt": b"s", "code_hash": b"h", "device": "telefoon"}
    here = {"reference": new_reference("S"), "municipality_id": ada.municipality_id, "email": "a@b.nl"}
    make.save(SignInChallenge(**here, **past, created_at=clock(), expires_at=clock()))
    night(NIGHTLY, clock() + timedelta(days=91))
    night(NIGHTLY, clock())
    night("purge:people", clock())
    with writing() as work:
        entries = work.exec(select(AuditEntry).where(AuditEntry.action == RAN).order_by(AuditEntry.id)).all()
    assert [(entry.detail["job"], entry.detail["rows"]) for entry in entries] == [("post", 2), ("purge:people", 1)]


def test_what_the_database_refuses_in_one_class_does_not_keep_the_others_waiting(
    make, night, writing, clock, monkeypatch
):
    def refuses(work, _municipality_id, _before, _limit):
        work.connection().execute(text("DELETE FROM municipalities"))

    monkeypatch.setattr(keeping, "NIGHT", (keeping.Step("strike", refuses), *keeping.NIGHT))
    post = make.post(make.member("Ada"), state="withdrawn", closed_at=clock())
    with pytest.raises(IntegrityError):
        night(NIGHTLY, clock() + timedelta(days=91))
    with writing() as work:
        assert work.get_one(Post, post.id).title == sweeping.GONE


def test_the_words_of_a_draft_go_also_after_the_worker_stood_still_for_a_week(make, night, writing, clock):
    ada = make.member("Ada")
    here = {"municipality_id": ada.municipality_id, "member_id": ada.id, "kind": "request"}
    left = {"answers": {"title": "Wie leest voor?"}, "created_at": clock(), "updated_at": clock()}
    draft = make.save(Draft(reference=new_reference("K"), **here, **left, expires_at=clock()))
    night("purge:drafts", clock() + timedelta(days=8))
    with writing() as work:
        assert work.get_one(Draft, draft.id).answers == {}


def test_a_job_that_stopped_half_way_goes_on_where_it_was(make, writing, clock):
    ada = make.member("Ada")
    for number in range(3):
        make.post(ada, f"Vraag {number}", state="withdrawn", closed_at=clock())
    clock.moment = clock() + timedelta(days=91)
    with writing() as work:
        assert keeping.forget(work, ada.municipality_id, keeping.NIGHT[0], limit=2) == 2
    with writing() as work:
        assert keeping.forget(work, ada.municipality_id, keeping.NIGHT[0], limit=2) == 1
    with writing() as work:
        assert {post.title for post in work.exec(select(Post)).all()} == {sweeping.GONE}


def test_a_municipality_chooses_within_bounds_and_another_is_left_alone(make, night, writing, clock):
    ada = make.member("Ada")
    post = make.post(ada, state="withdrawn", closed_at=clock())
    with writing() as work:
        towns.choose(work, ada.municipality_id, "keep.post", 30)
    night(NIGHTLY, clock() + timedelta(days=30) + SECOND)
    with writing() as work:
        assert work.get_one(Post, post.id).title == sweeping.GONE


def test_what_somebody_can_still_object_to_waits(make, writing, mo, night, clock):
    kees, ada = make.member("Kees"), make.member("Ada")
    post = make.post(kees, "Lelijk", state="withdrawn", closed_at=clock())
    decided(writing, mo, noticed(writing, post, by=ada), DecisionKind.WARN)
    night(NIGHTLY, clock() + timedelta(days=365))
    with writing() as work:
        assert work.get_one(Post, post.id).title == "Lelijk"


def test_a_conversation_that_a_moderator_read_loses_its_words_and_keeps_its_line_in_the_log(
    make, writing, mo, night, clock
):
    kees, ada = make.member("Kees"), make.member("Ada")
    talk = make.conversation(make.post(ada), kees)
    with writing() as work:
        said = work.exec(select(Message)).one()
        item = ReviewItem(
            reference=new_reference("C"),
            municipality_id=ada.municipality_id,
            neighbourhood_id=ada.neighbourhood_id,
            target_kind="message",
            target_id=said.id,
            author_id=kees.id,
            reason="noticed",
            state="lapsed",
            due_at=clock(),
            created_at=clock(),
        )
        work.add(item)
        work.flush()  # the log points at it
        work.add(
            Reading(
                municipality_id=ada.municipality_id,
                review_item_id=item.id,
                conversation_id=talk.id,
                message_id=said.id,
                reader_id=mo.id,
                why="notice",
                at=clock(),
            )
        )
    night(NIGHTLY, clock() + timedelta(days=366))
    with writing() as work:
        assert work.exec(select(Message)).one().body == ""
        assert len(work.exec(select(Reading)).all()) == 1


def test_a_holiday_goes_a_month_after_its_last_day_and_quiet_hours_stay(make, night, writing, clock):
    last = clock().date()
    for name, hour in (("Ada", 22), ("Kees", None)):
        helper = make.member(name)
        wishes = {"municipality_id": helper.municipality_id, "member_id": helper.id, "quiet_from": hour}
        make.save(HelperRest(**wishes, quiet_until=hour, away_from=last, away_until=last, updated_at=clock()))
    over = datetime.combine(last + timedelta(days=31), time(), AMSTERDAM)
    for moment, left in ((over - SECOND, [(22, last), (None, last)]), (over + SECOND, [(22, None)])):
        night(NIGHTLY, moment)
        with writing() as work:
            rests = work.exec(select(HelperRest).order_by(HelperRest.id)).all()
        assert [(rest.quiet_from, rest.away_until) for rest in rests] == left


def test_history_goes_with_the_audit_trail(make, night, writing, clock):
    town = make.municipality().id
    make.save(Move(municipality_id=town, thing="post", thing_id=1, action="close", after="withdrawn", at=clock()))
    ends = clock() + AUDIT_KEPT
    for moment, left in ((ends - SECOND, 1), (ends + SECOND, 0)):
        night("purge:moves", moment)
        with writing() as work:
            assert len(work.exec(select(Move)).all()) == left
