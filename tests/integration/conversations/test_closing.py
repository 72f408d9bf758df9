"""A conversation ends by itself, a week after what it was about is over; also across summer time."""

from datetime import UTC, datetime, timedelta

import pytest

from b2b.conversations import service
from b2b.conversations.models import Conversation
from b2b.conversations.rules import CLOSES_AFTER, Answer, ConversationState, ResponseKind
from b2b.core.ids import new_reference
from b2b.posts import service as posting
from b2b.posts.models import Post


@pytest.fixture
def outside(mail):
    return {"mail": mail}


@pytest.fixture
def talk(make):
    """A conversation about an open request."""
    return make.conversation(make.post(make.member("Fatima")), make.member("Ahmed"))


@pytest.fixture
def state(writing, talk):
    def read():
        with writing() as work:
            return work.get_one(Conversation, talk.id).state

    return read


def on_post(writing, talk, verb):
    with writing() as work:
        verb(work, work.get_one(Post, talk.post_id))


@pytest.mark.parametrize("verb", [posting.fulfil, posting.withdraw, posting.hide])
def test_a_conversation_closes_a_week_after_the_post_is_over(talk, writing, clock, worker, state, verb):
    on_post(writing, talk, verb)
    clock.advance(seconds=CLOSES_AFTER.total_seconds() - 3601)
    worker.run_until_quiet()
    assert state() is ConversationState.OPEN
    clock.advance(hours=2)
    worker.run_until_quiet()
    assert state() is ConversationState.CLOSED


def test_a_week_is_a_week_when_the_clock_goes_back(talk, writing, clock, worker, state):
    clock.moment = datetime(2026, 10, 20, 9, 30, tzinfo=UTC)  # half past eleven in Utrecht
    on_post(writing, talk, posting.fulfil)
    clock.moment = datetime(2026, 10, 27, 8, 0, tzinfo=UTC)
    worker.run_until_quiet()
    assert state() is ConversationState.OPEN
    clock.moment = datetime(2026, 10, 27, 10, 0, tzinfo=UTC)
    worker.run_until_quiet()
    assert state() is ConversationState.CLOSED


def test_a_post_that_comes_back_keeps_its_conversations(talk, writing, clock, worker, state):
    on_post(writing, talk, posting.fulfil)
    on_post(writing, talk, posting.reopen)
    clock.advance(days=30)
    worker.run_until_quiet()
    assert state() is ConversationState.OPEN


def test_many_conversations_close_in_batches(make, writing, clock, work):
    post, over = make.post(make.member("Fatima")), clock() - timedelta(days=1)
    for number in range(5):
        make.conversation(post, make.member(f"Buur{number}"), closes_at=over)
    assert service.close_due(work, limit=3) == 3
    work.flush()  # the next question reads the store
    assert service.close_due(work, limit=3) == 2


def test_reacting_to_a_post_that_came_back_opens_the_closed_conversation(talk, writing, state):
    with writing() as work:
        work.get_one(Conversation, talk.id).state = ConversationState.CLOSED
    with writing() as work:
        said = Answer(ResponseKind.YES, "Ik kan nog steeds.", new_reference("O"))
        service.answer(work, work.get_one(Post, talk.post_id), talk.responder_id, said)
    assert state() is ConversationState.OPEN
