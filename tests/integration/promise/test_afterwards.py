"""Nobody came; somebody does not answer; something was not right: what follows, once, and for whom."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from sqlmodel import select

from b2b.agreements import service as meeting
from b2b.agreements.models import Agreement
from b2b.agreements.rules import AgreementState, Happened, Proposal
from b2b.authz.predicates import Role
from b2b.conversations import service as talking
from b2b.conversations.models import Conversation
from b2b.conversations.rules import Answer, ResponseKind, Words
from b2b.core.ids import new_reference
from b2b.moderation import queries as reviews
from b2b.moderation.models import Notice
from b2b.moderation.rules import TargetKind
from b2b.notifications.channels.twin import text_of
from b2b.posts.queries import Post
from b2b.promise import service
from b2b.promise.models import NoShow, Nudge
from b2b.promise.queries import afterwards
from b2b.promise.rules.afterwards import NothingToTell, Said


@pytest.fixture
def answers(writing):
    """Let a neighbour react to a request; return the conversation."""

    def do(post, member):
        with writing() as work:
            said = Answer(ResponseKind.YES, "Ik kan dat wel doen.", new_reference("O"))
            return talking.answer(work, work.get_one(Post, post.id), member.id, said)

    return do


@pytest.fixture
def missed(henk, make, asks, answers, writing, clock):
    """Rob was chosen and did not come; Truus had answered too. Return all of it, a minute after the appointment."""
    rob, truus = make.member("Rob"), make.member("Truus")
    post = asks(henk)
    talk = answers(post, rob)
    answers(post, truus)
    with writing() as work:
        talking.choose(work, work.get_one(Conversation, talk.id))
    at = clock() + timedelta(hours=4)
    with writing() as work:
        found = meeting.propose(work, work.get_one(Conversation, talk.id), rob.id, Proposal(at, "bij Henk"))
        meeting.accept(work, found, henk.id)
    clock.moment = at + timedelta(minutes=20)
    return SimpleNamespace(rob=rob, truus=truus, post=post, meeting=found)


def subjects(mail, member):
    return [str(one["Subject"]) for one in mail.to(member.email)]


def test_nobody_came_makes_it_urgent_and_asks_who_answered_before(
    missed, henk, writing, promise, climbs, fresh_worker, mail, offers
):
    wout = offers("Wout")
    with writing() as work:
        meeting.tell(work, work.get_one(Agreement, missed.meeting.id), henk.id, Happened.NOBODY_CAME)
    begun = promise(missed.post)
    assert begun.urgent
    assert begun.due_at - begun.begun_at == timedelta(hours=24)
    fresh_worker.run_until_quiet()
    assert "Met spoed: Henk zoekt weer iemand" in subjects(mail, missed.truus)
    assert promise(missed.post).invited == [wout.id]  # at once, not after hours
    assert "Het is dringend" in text_of(mail.last(wout.email))


def test_what_happened_is_asked_of_both_a_day_later_and_only_once(missed, henk, writing, worker, clock, mail):
    with writing() as work:
        meeting.tell(work, work.get_one(Agreement, missed.meeting.id), henk.id, Happened.NOBODY_CAME)
    worker.run_until_quiet()
    assert not [one for one in subjects(mail, missed.rob) if one.startswith("Wat ging er mis")]
    clock.advance(days=2)
    worker.run_until_quiet()
    clock.advance(days=2)
    worker.run_until_quiet()
    for member in (henk, missed.rob):
        assert len([one for one in subjects(mail, member) if one.startswith("Wat ging er mis")]) == 1
    with writing() as work:
        found = work.get_one(Agreement, missed.meeting.id)
        service.say_what_happened(work, found, missed.rob.id, Said.FORGOT)
        with pytest.raises(NothingToTell):  # words of the other side
            service.say_what_happened(work, found, henk.id, Said.FORGOT)
        [(note, _)] = afterwards.not_come(work, henk.municipality_id, None)
        assert (note.helper_said, note.asker_said) == (Said.FORGOT, None)


def test_a_correction_takes_the_note_away(missed, henk, writing):
    for said in (Happened.NOBODY_CAME, Happened.YES):
        with writing() as work:
            meeting.tell(work, work.get_one(Agreement, missed.meeting.id), henk.id, said)
    with writing() as work:
        assert work.get_one(Agreement, missed.meeting.id).state is AgreementState.DONE
        assert afterwards.not_come(work, henk.municipality_id, None) == []
        assert work.exec(select(NoShow)).one().asker_said is None


def test_who_is_silent_gets_one_nudge_in_a_conversation(henk, make, asks, answers, writing, worker, clock, mail):
    rob, truus = make.member("Rob"), make.member("Truus")
    post = asks(henk)
    talk, _ = answers(post, rob), answers(post, truus)
    clock.advance(hours=47)
    with writing() as work:
        assert service.nudge_due(work) == 0
    clock.advance(hours=2)
    with writing() as work:
        assert service.nudge_due(work) == 1  # Henk, of two who wait: one mail
        assert service.nudge_due(work) == 0
    worker.run_until_quiet()
    assert subjects(mail, henk).count("Rob wacht op jouw antwoord") == 1
    with writing() as work:
        talking.send(
            work, work.get_one(Conversation, talk.id), henk.id, Words("Kun je donderdag?", new_reference("O"))
        )
    clock.advance(days=4)
    with writing() as work:
        service.nudge_due(work)
        nudged = {(one.conversation_id, one.member_id) for one in work.exec(select(Nudge))}
    assert (talk.id, henk.id) in nudged
    assert all(member_id == henk.id for _, member_id in nudged)


def test_the_two_have_a_word_and_signs_that_go_a_day_later(missed, writing, clock, worker):
    with writing() as work:
        found = work.get_one(Agreement, missed.meeting.id)
        assert len(found.code_word) > 3
        meeting.tell_sign(work, found, missed.rob.id, "rode jas")
        assert (found.helper_sign, found.asker_sign) == ("rode jas", "")
    clock.advance(hours=25)
    with writing() as work:
        assert meeting.forget_signs(work) == 1
        assert meeting.forget_signs(work) == 0
    with writing() as work:
        found = work.get_one(Agreement, missed.meeting.id)
        assert (found.code_word, found.helper_sign) == ("", "")


def test_a_quiet_word_reaches_a_moderator_and_nobody_else(missed, henk, make, writing, worker, mail):
    mo = make.staff(Role.MODERATOR, "Mo")
    said = service.NotGood("Hij bleef maar om geld vragen.", new_reference("O"))
    worker.run_until_quiet()
    before = len(mail.to(missed.rob.email))
    for _ in range(2):
        with writing() as work:
            service.tell_moderator(work, work.get_one(Agreement, missed.meeting.id), henk.id, said)
    worker.run_until_quiet()
    with writing() as work:
        assert len(work.exec(select(Notice)).all()) == 1
        assert reviews.open_item(work, TargetKind.MEMBER, missed.rob.id) is not None
    assert mail.to(mo.email)
    assert len(mail.to(missed.rob.email)) == before
