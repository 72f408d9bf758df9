"""Reacting, talking, choosing: what can happen when, without a database."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from b2b.conversations.rules import (
    CONVERSATION_LIFECYCLE,
    MAIL_AGAIN_AFTER,
    RESPONSES,
    STATE_WORDS,
    ConversationAction,
    ConversationState,
    ResponseKind,
    is_worth_a_mail,
    is_writable,
    response_words,
)
from b2b.core.lifecycle import IllegalMove
from b2b.posts.rules import PostKind

S, A = ConversationState, ConversationAction
LEGAL = {
    (S.OPEN, A.CHOOSE): S.CHOSEN,
    (S.OPEN, A.PASS_OVER): S.NOT_CHOSEN,
    (S.OPEN, A.CLOSE): S.CLOSED,
    (S.CHOSEN, A.RELEASE): S.OPEN,
    (S.CHOSEN, A.CLOSE): S.CLOSED,
    (S.NOT_CHOSEN, A.REOPEN): S.OPEN,
    (S.NOT_CHOSEN, A.CLOSE): S.CLOSED,
    (S.CLOSED, A.REOPEN): S.OPEN,
}
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(("state", "action"), LEGAL)
def test_a_legal_move_leads_to_its_state(state, action):
    assert CONVERSATION_LIFECYCLE.after(state, action) is LEGAL[state, action]


@pytest.mark.parametrize(("state", "action"), sorted(set(product(S, A)) - set(LEGAL)))
def test_every_other_move_is_refused(state, action):
    with pytest.raises(IllegalMove):
        CONVERSATION_LIFECYCLE.after(state, action)


@pytest.mark.parametrize(("kind", "response"), list(product(PostKind, ResponseKind)))
def test_each_reaction_to_each_kind_of_post_has_words(kind, response):
    words = response_words(kind, response)
    assert words.value is response
    assert words.label != words.short


def test_four_ways_to_react_in_the_same_order_for_both_kinds():
    for options in RESPONSES.values():
        assert [option.value for option in options] == list(ResponseKind)


def test_every_state_has_words():
    assert set(STATE_WORDS) == set(ConversationState)


@pytest.mark.parametrize("state", S)
def test_a_block_looks_like_a_closed_conversation(state):
    assert not is_writable(state, blocked=True)
    assert is_writable(state, blocked=False) is (state is not S.CLOSED)


@pytest.mark.parametrize(
    ("last_at", "last_by_reader", "read_at", "worth"),
    [
        (None, False, None, True),  # the first message
        (NOW - HOUR, True, None, True),  # the reader spoke last: this is an answer
        (NOW - HOUR, False, NOW, True),  # all was read
        (NOW - HOUR, False, None, False),  # told an hour ago, has not looked
        (NOW - HOUR, False, NOW - 2 * HOUR, False),
        (NOW - MAIL_AGAIN_AFTER - HOUR, False, None, True),  # told long ago
    ],
)
def test_a_reader_is_not_mailed_for_every_line(last_at, last_by_reader, read_at, worth):
    assert is_worth_a_mail(NOW, last_at, last_by_reader, read_at) is worth
