"""Choosing: one winner whatever happens, one kind word for the others, and a way back."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select, update

from b2b.conversations import service
from b2b.conversations.events import HelperChosen, HelperPassedOver, HelperReleased, ResponseOpenAgain
from b2b.conversations.models import Conversation
from b2b.conversations.rules import AlreadyChosen, ConversationOver, ConversationState, NotOpen
from b2b.core.history import Move
from b2b.notifications.models import Notification
from b2b.posts import service as posting
from b2b.posts.models import Post
from b2b.posts.rules import PostState

S = ConversationState


@pytest.fixture
def post(make, fatima):
    return make.post(fatima)


@pytest.fixture
def reactions(make, post):
    """Three people who reacted."""
    return [make.conversation(post, make.member(name)) for name in ("Ahmed", "Ria", "Joost")]


@pytest.fixture
def act(writing):
    """Do something with the stored conversation, in a transaction of its own; returns what was recorded."""

    def do(verb, conversation, *more):
        with writing() as work:
            verb(work, work.get_one(Conversation, conversation.id), *more)
            return [type(event) for event in work.happened if type(event).__module__ == "b2b.conversations.events"]

    return do


@pytest.fixture
def states(writing):
    def read():
        with writing() as work:
            return list(work.exec(select(Conversation.state).order_by(col(Conversation.id))))

    return read


@pytest.fixture
def post_state(writing, post):
    def read():
        with writing() as work:
            return work.get_one(Post, post.id).state

    return read


def test_choosing_one_passes_the_others_over_once_each(act, reactions, states, post_state, work):
    assert act(service.choose, reactions[0]) == [HelperChosen, HelperPassedOver, HelperPassedOver]
    assert states() == [S.CHOSEN, S.NOT_CHOSEN, S.NOT_CHOSEN]
    assert post_state() is PostState.MATCHED
    mails = [(n.event, n.member_id) for n in work.exec(select(Notification).order_by(Notification.id))]
    assert mails == [
        ("chosen", reactions[0].responder_id),
        ("passed-over", reactions[1].responder_id),
        ("passed-over", reactions[2].responder_id),
    ]


def test_choosing_the_chosen_one_again_changes_nothing(act, reactions, work):
    act(service.choose, reactions[0])
    assert act(service.choose, reactions[0]) == []
    assert len(work.exec(select(Notification)).all()) == 3


def test_a_second_choice_is_refused_until_the_first_is_released(act, reactions, states):
    act(service.choose, reactions[0])
    with pytest.raises(AlreadyChosen):
        act(service.choose, reactions[1])
    assert states() == [S.CHOSEN, S.NOT_CHOSEN, S.NOT_CHOSEN]


def test_sixteen_choosers_at_once_have_one_winner(make, post, writing, states, post_state, work):
    conversations = [make.conversation(post, make.member(f"Buur{number}")) for number in range(16)]

    def choose(conversation):
        try:
            with writing() as own:
                service.choose(own, own.get_one(Conversation, conversation.id))
        except AlreadyChosen:
            return False
        return True

    with ThreadPoolExecutor(16) as pool:
        assert sum(pool.map(choose, conversations)) == 1
    assert sorted(states()) == sorted([S.CHOSEN, *[S.NOT_CHOSEN] * 15])
    assert post_state() is PostState.MATCHED
    assert len(work.exec(select(Notification).where(Notification.event == "passed-over")).all()) == 15


def test_the_database_itself_lets_only_one_be_chosen(writing, reactions):
    with pytest.raises(IntegrityError), writing() as work:
        work.connection().execute(update(Conversation).values(state=S.CHOSEN))


@pytest.mark.parametrize("state", [PostState.WITHDRAWN, PostState.FULFILLED, PostState.HIDDEN, PostState.EXPIRED])
def test_nobody_is_chosen_for_a_post_that_is_over(make, fatima, act, state):
    conversation = make.conversation(make.post(fatima, state=state), make.member("Ahmed"))
    with pytest.raises(NotOpen):
        act(service.choose, conversation)


def test_a_closed_reaction_is_not_chosen(make, post, act):
    conversation = make.conversation(post, make.member("Ahmed"), state=S.CLOSED)
    with pytest.raises(ConversationOver):
        act(service.choose, conversation)


def test_letting_go_opens_the_post_and_tells_who_was_passed_over(act, reactions, states, post_state, fatima):
    act(service.choose, reactions[0])
    happened = act(service.release, reactions[0], fatima.id)
    assert happened == [HelperReleased, ResponseOpenAgain, ResponseOpenAgain]
    assert states() == [S.OPEN] * 3
    assert post_state() is PostState.OPEN
    assert act(service.choose, reactions[1])[0] is HelperChosen


def test_letting_go_twice_is_letting_go_once(act, reactions, fatima):
    act(service.choose, reactions[0])
    act(service.release, reactions[0], fatima.id)
    assert act(service.release, reactions[0], fatima.id) == []


def test_nobody_is_let_go_when_the_help_is_done(act, reactions, states, fatima, writing, post):
    act(service.choose, reactions[0])
    with writing() as work:
        posting.fulfil(work, work.get_one(Post, post.id))
    assert act(service.release, reactions[0], fatima.id) == []
    assert states()[0] is S.CHOSEN


def test_a_post_that_its_author_reopens_can_be_matched_with_somebody_else(act, reactions, states, writing, post):
    act(service.choose, reactions[0])
    with writing() as work:
        posting.fulfil(work, work.get_one(Post, post.id))
    with writing() as work:
        posting.reopen(work, work.get_one(Post, post.id))
    assert states() == [S.OPEN] * 3
    act(service.choose, reactions[2])
    assert states() == [S.NOT_CHOSEN, S.NOT_CHOSEN, S.CHOSEN]


def test_every_move_is_in_the_history(act, reactions, work):
    act(service.choose, reactions[0])
    moves = work.exec(select(Move).where(Move.thing == "conversation").order_by(Move.id)).all()
    assert [(m.thing_id, m.action) for m in moves] == [
        (reactions[0].id, "choose"),
        (reactions[1].id, "pass_over"),
        (reactions[2].id, "pass_over"),
    ]
