"""Reacting and writing: one conversation a person, one message a click, nobody who was blocked."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlmodel import select

from b2b.accounts.models import Block
from b2b.conversations import queries, service
from b2b.conversations.events import MessageSent, ResponseGiven
from b2b.conversations.models import Conversation, Message
from b2b.conversations.rules import Answer, ConversationOver, NotOpen, PostGone, ResponseKind, Words
from b2b.core.ids import new_reference
from b2b.notifications.models import Notification
from b2b.posts.models import Post
from b2b.posts.rules import PostState


def yes(body="Ik kan donderdag.", once=None):
    return Answer(ResponseKind.YES, body, once or new_reference("O"))


@pytest.fixture
def post(make, fatima):
    return make.post(fatima)


@pytest.fixture
def react(writing, post, ahmed):
    """React to the post, in a transaction of its own; returns what was recorded."""

    def act(said, member=ahmed):
        with writing() as work:
            service.answer(work, work.get_one(Post, post.id), member.id, said)
            return list(work.happened)

    return act


def block(make, blocker, blocked):
    make.save(
        Block(
            municipality_id=blocker.municipality_id,
            blocker_id=blocker.id,
            blocked_id=blocked.id,
            created_at=blocker.created_at,
        )
    )


def test_a_reaction_opens_a_conversation_with_a_first_message(work, react, post, ahmed, fatima):
    happened = react(yes())
    assert [type(event) for event in happened] == [ResponseGiven]
    found = queries.between(work, post.id, ahmed.id)
    assert found.participants == (fatima.id, ahmed.id)
    assert [m.body for m in work.exec(select(Message))] == ["Ik kan donderdag."]


def test_a_second_reaction_adds_a_message_to_the_same_conversation(work, react):
    react(yes())
    assert [type(event) for event in react(yes("Of vrijdag."))] == [MessageSent]
    assert len(work.exec(select(Conversation)).all()) == 1
    assert [m.body for m in work.exec(select(Message).order_by(Message.id))] == ["Ik kan donderdag.", "Of vrijdag."]


def test_a_double_click_is_one_reaction_even_when_somebody_was_chosen_in_between(writing, react, work, post):
    said = yes()
    react(said)
    with writing() as other:
        service.choose(other, other.exec(select(Conversation)).one())
    assert react(said) == []
    assert len(work.exec(select(Message)).all()) == 1


def test_eight_clicks_at_once_are_one_conversation_and_one_message(work, react):
    said = yes()
    with ThreadPoolExecutor(8) as pool:
        assert sum(len(events) for events in pool.map(lambda _: react(said), range(8))) == 1
    assert len(work.exec(select(Conversation)).all()) == 1
    assert len(work.exec(select(Message)).all()) == 1
    assert len(work.exec(select(Notification)).all()) == 1


@pytest.mark.parametrize("state", [PostState.MATCHED, PostState.FULFILLED, PostState.WITHDRAWN, PostState.EXPIRED])
def test_a_post_that_is_not_open_takes_no_reactions(make, fatima, ahmed, writing, state):
    post = make.post(fatima, state=state)
    with pytest.raises(NotOpen), writing() as work:
        service.answer(work, work.get_one(Post, post.id), ahmed.id, yes())


@pytest.mark.parametrize("who", ["author", "reader"])
def test_who_was_blocked_finds_no_post_and_hears_no_reason(make, fatima, ahmed, react, who):
    block(make, *((fatima, ahmed) if who == "author" else (ahmed, fatima)))
    with pytest.raises(PostGone):
        react(yes())


@pytest.mark.parametrize("who", ["author", "responder"])
def test_after_a_block_nobody_writes_in_the_conversation(make, fatima, ahmed, post, writing, who):
    conversation = make.conversation(post, ahmed)
    block(make, *((fatima, ahmed) if who == "author" else (ahmed, fatima)))
    for writer in (fatima, ahmed):
        with writing() as work, pytest.raises(ConversationOver):
            service.send(work, work.get_one(Conversation, conversation.id), writer.id, Words("Hallo?", "O-1"))


def test_a_message_sent_twice_is_one_message(make, post, ahmed, writing, work):
    conversation, words = make.conversation(post, ahmed), Words("Tot dan.", new_reference("O"))

    def send(_):
        with writing() as one:
            service.send(one, one.get_one(Conversation, conversation.id), ahmed.id, words)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(send, range(8)))
    assert [m.body for m in work.exec(select(Message).where(Message.once == words.once))] == ["Tot dan."]


def test_a_hidden_message_keeps_its_row_and_its_place(make, post, ahmed, fatima, writing):
    conversation = make.conversation(post, ahmed)
    with writing() as work:
        service.hide_message(work, work.exec(select(Message)).one())
    with writing() as work:
        reading = queries.reading(work, work.get_one(Conversation, conversation.id), fatima.id)
        assert [line.body for line in reading.lines] == [None]
        assert work.exec(select(Message)).one().body


def test_a_moderator_reads_a_few_messages_around_the_one_that_was_reported(make, post, ahmed, writing):
    conversation = make.conversation(post, ahmed)
    with writing() as work:
        found = work.get_one(Conversation, conversation.id)
        for number in range(9):
            service.send(work, found, ahmed.id, Words(f"regel {number}", new_reference("O")))
    with writing() as work:
        reported = work.exec(select(Message).where(Message.body == "regel 5")).one()
        assert queries.message_by_reference(work, reported.reference) is reported
        assert [m.body for m in queries.around(work, reported, 2)] == [f"regel {n}" for n in range(3, 8)]
