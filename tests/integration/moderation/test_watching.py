"""Signals as rows: kept without words, gone in time, on call at night, and never a sanction."""

from datetime import timedelta

import pytest
from sqlmodel import select

from b2b.conversations import service as talking
from b2b.conversations.models import Conversation, Message
from b2b.conversations.rules import Answer, ResponseKind, Words
from b2b.jobs.models import Job
from b2b.moderation import service
from b2b.moderation.models import Decision, ReviewItem, Sanction, Signal
from b2b.moderation.queries import signals
from b2b.moderation.rules import TargetKind
from b2b.moderation.signals import Action
from b2b.municipalities import service as places
from b2b.posts import queries as posts
from b2b.posts import service as posting
from b2b.posts.rules import PostState
from tests.moderating import words

CRISIS = "Ik wil niet meer leven."
THREAT = "Ik maak je kapot, ik weet waar je woont."
SCAM = "Geef mij je pinpas en pincode maar mee."


@pytest.fixture
def talk(make, fatima, ahmed):
    return make.conversation(make.post(fatima), ahmed)


@pytest.fixture
def says(writing, talk):
    def say(who, body, once):
        with writing() as work:
            work.actor_id = who.id
            talking.send(work, work.get_one(Conversation, talk.id), who.id, Words(body, once))

    return say


def rows(writing, model):
    with writing() as work:
        return work.exec(select(model).order_by(model.id)).all()


def test_a_signal_names_its_detector_and_holds_no_words(says, fatima, writing):
    says(fatima, SCAM, "O-1111-1111")
    found = rows(writing, Signal)
    assert {one.code for one in found} == {"scam.card", "scam.code"}
    assert {(one.action, one.target_kind) for one in found} == {(Action.WARN, TargetKind.MESSAGE)}
    assert not any(word in str(found[0].model_dump()) for word in ("pinpas", "pincode"))


def test_ordinary_words_and_hints_leave_nothing(says, fatima, writing):
    says(fatima, "Fijn, tot dinsdag! Bel me op 06-48213377.", "O-1111-1111")
    assert rows(writing, Signal) == []
    assert not rows(writing, Message)[-1].marked


def test_a_threat_is_kept_from_its_reader_and_nobody_is_punished(says, fatima, mo, writing):
    says(fatima, THREAT, "O-1111-1111")
    item = rows(writing, ReviewItem)[0]
    assert rows(writing, Message)[-1].hidden_at is not None
    assert (item.urgent, item.precaution_at is not None) == (True, True)
    assert "signal" in item.priority_reasons
    assert rows(writing, Decision) == rows(writing, Sanction) == []


def test_a_cry_for_help_stays_where_it_is_and_stands_first(says, fatima, mo, writing):
    says(fatima, CRISIS, "O-1111-1111")
    item = rows(writing, ReviewItem)[0]
    assert rows(writing, Message)[-1].hidden_at is None
    assert item.crisis and item.due_at - item.created_at == timedelta(minutes=30)
    assert item.priority_reasons[0] == "crisis"


@pytest.mark.parametrize(("hours", "open_hours", "letters"), [(0, "8-18", 0), (14, "8-18", 2), (0, "13-18", 2)])
def test_who_is_on_call_is_mailed_out_of_office_hours_and_once_an_hour(
    says, fatima, mo, writing, clock, make, hours, open_hours, letters
):
    with writing() as work:
        places.choose(work, fatima.municipality_id, "calendar.office_hours", open_hours)
        places.choose(work, fatima.municipality_id, "moderation.on_call", "piket@gemeente.nl, nacht@gemeente.nl")
    clock.advance(hours=hours)
    says(fatima, CRISIS, "O-1111-1111")
    says(fatima, CRISIS + " Echt niet.", "O-2222-2222")
    sent = [job for job in rows(writing, Job) if job.kind == "mail:to"]
    assert len(sent) == letters
    assert "leven" not in str([job.payload for job in sent])


def test_a_post_of_a_trusted_neighbour_is_held_and_comes_back_to_the_board_when_it_is_changed(fatima, mo, writing):
    bad = words(fatima, "Liever geen Marokkanen, die zijn niet te vertrouwen")
    with writing() as work:
        post = posting.submit(work, fatima.id, fatima.municipality_id, bad)
        assert post.state is PostState.WAITING
        assert [one.code for one in signals.about(work, TargetKind.POST, post.id)] == ["profiling.group"]
    with writing() as work:
        posting.edit(work, posts.post(work, post.id), words(fatima))
        assert signals.about(work, TargetKind.POST, post.id) == []


def test_a_placed_post_that_is_changed_into_something_bad_goes_back_to_a_moderator(fatima, mo, writing):
    with writing() as work:
        post = posting.submit(work, fatima.id, fatima.municipality_id, words(fatima))
        assert post.state is PostState.OPEN
    with writing() as work:
        changed = posts.post(work, post.id)
        posting.edit(work, changed, words(fatima, "Geef je pinpas en pincode maar mee"))
        assert changed.state is PostState.WAITING


SAME = "Hallo, ik help u graag met alles in huis. Ik ben handig en heb tijd."


def test_nearly_the_same_text_to_five_neighbours_is_marked_from_the_third_and_kept_from_the_fifth(
    make, ahmed, mo, writing
):
    for number in range(5):
        post = make.post(make.member(f"Buur{'abcde'[number]}"))
        with writing() as work:
            talking.answer(work, posts.post(work, post.id), ahmed.id, Answer(ResponseKind.YES, SAME, f"O-{number}"))
    assert [one.code for one in rows(writing, Signal)] == ["pace.same", "pace.same", "pace.flood"]
    assert [one.hidden_at is not None for one in rows(writing, Message)] == [False] * 4 + [True]
    assert [one.target_kind for one in rows(writing, ReviewItem)] == [TargetKind.MESSAGE]
    assert rows(writing, Sanction) == rows(writing, Decision) == []


def test_a_text_that_goes_round_later_in_conversations_is_kept_too_but_not_that_of_who_was_come_to(
    make, ahmed, fatima, mo, writing
):
    talks = [make.conversation(make.post(make.member(f"Buur{name}")), ahmed) for name in "abcde"]
    mine = [make.conversation(make.post(fatima), make.member(f"Hulp{name}")) for name in "abcde"]
    for who, where in [*((ahmed, one) for one in talks), *((fatima, one) for one in mine)]:
        with writing() as work:
            work.actor_id = who.id
            talking.send(work, work.get_one(Conversation, where.id), who.id, Words(SAME, "O-1111-1111"))
    hidden = [one.conversation_id for one in rows(writing, Message) if one.hidden_at is not None]
    assert hidden == [talks[-1].id]


def test_signals_go_when_their_time_is_over(says, fatima, writing, clock):
    says(fatima, SCAM, "O-1111-1111")
    clock.advance(days=89)
    with writing() as work:
        assert service.purge_signals(work) == 0
    clock.advance(days=2)
    with writing() as work:
        assert service.purge_signals(work) == 2
