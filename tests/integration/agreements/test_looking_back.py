"""Afterwards: both are asked once, each says it once and may correct it, and the post follows."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from sqlmodel import select

from b2b.agreements import queries, service
from b2b.agreements.models import Outcome
from b2b.agreements.rules import LOOK_BACK_UNTIL, AgreementState, Happened, Helped, TooEarlyToTell, TooLateToTell
from b2b.conversations import service as talking
from b2b.conversations.models import Conversation
from b2b.conversations.rules import ConversationState
from b2b.notifications.channels.twin import text_of
from b2b.posts.rules import PostKind, PostState
from tests.integration.agreements.conftest import THURSDAY

H = Happened
DONE = SimpleNamespace(agreement=AgreementState.DONE, conversation=ConversationState.CHOSEN, post=PostState.FULFILLED)
MISSED = SimpleNamespace(agreement=AgreementState.MISSED, conversation=ConversationState.OPEN, post=PostState.OPEN)
WITHDRAWN = SimpleNamespace(
    agreement=AgreementState.MISSED, conversation=ConversationState.CHOSEN, post=PostState.WITHDRAWN
)
UNTOUCHED = SimpleNamespace(
    agreement=AgreementState.AGREED, conversation=ConversationState.CHOSEN, post=PostState.MATCHED
)


@pytest.fixture
def say(agreed, on, clock):
    """Say how it went, after the appointment."""

    def act(who, happened):
        clock.moment = max(clock.moment, THURSDAY)
        return on(service.tell, agreed, who.id, happened)

    return act


def asked(mail, address):
    return [message for message in mail.to(address) if str(message["Subject"]).startswith("Is het gelukt")]


def test_both_are_asked_three_hours_later_and_once(agreed, clock, worker, mail):
    clock.moment = THURSDAY + timedelta(hours=2, minutes=59)
    worker.run_until_quiet()
    assert not asked(mail, "fatima@voorbeeld.nl")
    clock.moment = THURSDAY + timedelta(hours=3)
    worker.run_until_quiet()
    clock.advance(days=2)
    worker.run_until_quiet()
    for address in ("fatima@voorbeeld.nl", "ahmed@voorbeeld.nl"):
        [message] = asked(mail, address)
        assert "http://localhost/afspraken/terugblik/" in text_of(message)


def test_three_hours_are_three_hours_in_the_night_the_clock_goes_back(
    propose, on, fatima, ahmed, clock, worker, mail
):
    clock.moment = datetime(2026, 10, 24, 9, 0, tzinfo=UTC)
    start = datetime(2026, 10, 24, 23, 30, tzinfo=UTC)  # half past one, before the hour that comes twice
    on(service.accept, propose(ahmed, start), fatima.id)
    clock.moment = start + timedelta(hours=2, minutes=50)
    worker.run_until_quiet()
    assert not asked(mail, "ahmed@voorbeeld.nl")
    clock.advance(minutes=15)
    worker.run_until_quiet()
    assert asked(mail, "ahmed@voorbeeld.nl")


def test_who_said_it_already_is_not_asked(say, ahmed, fatima, clock, worker, mail):
    say(ahmed, H.NOBODY_CAME)
    clock.advance(hours=3)
    worker.run_until_quiet()
    assert not asked(mail, "ahmed@voorbeeld.nl")
    assert asked(mail, "fatima@voorbeeld.nl")


def test_a_proposal_that_nobody_answered_is_not_asked_about(propose, ahmed, clock, worker, mail):
    propose(ahmed)
    clock.moment = THURSDAY + timedelta(hours=4)
    worker.run_until_quiet()
    assert not asked(mail, "ahmed@voorbeeld.nl")


def test_nobody_can_tell_before_it_was_or_long_after(agreed, on, fatima, clock):
    with pytest.raises(TooEarlyToTell):
        on(service.tell, agreed, fatima.id, H.YES)
    clock.moment = THURSDAY + LOOK_BACK_UNTIL + timedelta(minutes=1)
    with pytest.raises(TooLateToTell):
        on(service.tell, agreed, fatima.id, H.YES)


@pytest.mark.parametrize("who", ["fatima", "ahmed"])
def test_one_yes_completes_the_appointment_and_fulfils_the_post(say, story, request, who):
    say(request.getfixturevalue(who), H.YES)
    assert story() == DONE


def test_nobody_came_reopens_the_request(say, story, fatima):
    say(fatima, H.NOBODY_CAME)
    assert story() == MISSED


def test_no_longer_needed_withdraws_the_request(say, story, fatima):
    say(fatima, H.NOT_NEEDED)
    assert story() == WITHDRAWN


@pytest.mark.parametrize("happened", [H.NOBODY_CAME, H.NOT_NEEDED])
def test_what_the_helper_says_went_wrong_is_only_remembered(say, story, ahmed, happened, work):
    say(ahmed, happened)
    assert story() == UNTOUCHED
    assert work.exec(select(Outcome.happened)).all() == [happened]


@pytest.mark.parametrize(
    ("first", "then", "end"),
    [
        (H.YES, H.NOBODY_CAME, MISSED),
        (H.NOBODY_CAME, H.NOT_NEEDED, SimpleNamespace(**{**vars(MISSED), "post": PostState.WITHDRAWN})),
        (H.NOT_NEEDED, H.NOBODY_CAME, MISSED),
        (H.NOBODY_CAME, H.YES, SimpleNamespace(**{**vars(DONE), "conversation": ConversationState.OPEN})),
    ],
)
def test_the_asker_corrects_and_the_post_follows(say, story, fatima, first, then, end, work):
    say(fatima, first)
    say(fatima, then)
    assert story() == end
    assert work.exec(select(Outcome.happened)).all() == [then]


def test_the_word_of_who_waited_stands_against_the_helper(say, story, fatima, ahmed):
    say(fatima, H.NOBODY_CAME)
    say(ahmed, H.YES)
    assert story() == MISSED


def test_the_asker_overrules_the_helper_who_said_yes(say, story, fatima, ahmed):
    say(ahmed, H.YES)
    say(fatima, H.NOBODY_CAME)
    assert story() == MISSED


def test_a_correction_leaves_the_post_alone_when_somebody_else_helps_by_now(say, story, make, post, fatima, writing):
    other = make.conversation(post, make.member("Ria"), state=ConversationState.NOT_CHOSEN)
    say(fatima, H.NOBODY_CAME)
    with writing() as work:
        talking.choose(work, work.get_one(Conversation, other.id))
    say(fatima, H.YES)
    assert story().agreement is AgreementState.DONE
    assert story().post is PostState.MATCHED


def test_who_was_passed_over_hears_that_nobody_came(say, make, post, fatima, worker, mail):
    make.conversation(post, make.member("Ria"), state=ConversationState.NOT_CHOSEN)
    say(fatima, H.NOBODY_CAME)
    worker.run_until_quiet()
    assert str(mail.last("ria@voorbeeld.nl")["Subject"]) == "Met spoed: Fatima zoekt weer iemand"


def test_an_offer_is_free_for_somebody_else_when_the_asker_needs_it_no_more(make, fatima, ahmed, on, writing, clock):
    from b2b.agreements.rules import Proposal
    from b2b.posts.models import Post

    offer = make.post(fatima, kind=PostKind.OFFER)
    conversation = make.conversation(offer, ahmed)
    with writing() as work:
        found = work.get_one(Conversation, conversation.id)
        talking.choose(work, found)
        agreement = service.propose(work, found, fatima.id, Proposal(THURSDAY, "bij jou"))
    on(service.accept, agreement, ahmed.id)
    clock.moment = THURSDAY
    on(service.tell, agreement, ahmed.id, H.NOT_NEEDED)
    with writing() as work:
        assert work.get_one(Post, offer.id).state is PostState.OPEN


def test_whether_it_helped_is_for_who_said_that_it_happened(say, on, agreed, fatima, ahmed, work):
    say(fatima, H.YES)
    say(ahmed, H.NOBODY_CAME)
    on(service.tell_helped, agreed, fatima.id, Helped.PARTLY)
    on(service.tell_helped, agreed, ahmed.id, Helped.YES)
    assert set(work.exec(select(Outcome.member_id, Outcome.helped))) == {
        (fatima.id, Helped.PARTLY),
        (ahmed.id, None),
    }


def test_a_link_is_good_for_one_person_and_one_appointment():
    token = queries.look_back_token("A-7K2M-9QXD", "B-1111-1111")
    assert queries.read_look_back_token(token) == ("A-7K2M-9QXD", "B-1111-1111")
    forged = token.replace("B-1111", "B-2222")
    assert queries.read_look_back_token(forged) is None
    assert queries.read_look_back_token("rommel.rommel") is None
