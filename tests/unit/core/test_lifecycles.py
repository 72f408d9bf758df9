"""Every state and action of every lifecycle: in the table, or refused."""

import pytest

from b2b.agreements.rules import AGREEMENT_LIFECYCLE, AgreementAction, AgreementState
from b2b.conversations.rules import CONVERSATION_LIFECYCLE, ConversationAction, ConversationState
from b2b.core.lifecycle import IllegalMove
from b2b.handoff.rules import (
    EXCEPTION_LIFECYCLE,
    HANDOFF_LIFECYCLE,
    ExceptionAction,
    ExceptionState,
    HandoffAction,
    HandoffState,
)
from b2b.moderation.rules import REVIEW_LIFECYCLE, ReviewAction, ReviewState
from b2b.posts.rules import POST_LIFECYCLE, PostAction, PostState
from b2b.risks.rules import INCIDENT_LIFECYCLE, IncidentAction, IncidentState

PAIRS = [
    (lifecycle, state, action)
    for lifecycle, states, actions in [
        (POST_LIFECYCLE, PostState, PostAction),
        (CONVERSATION_LIFECYCLE, ConversationState, ConversationAction),
        (AGREEMENT_LIFECYCLE, AgreementState, AgreementAction),
        (REVIEW_LIFECYCLE, ReviewState, ReviewAction),
        (HANDOFF_LIFECYCLE, HandoffState, HandoffAction),
        (EXCEPTION_LIFECYCLE, ExceptionState, ExceptionAction),
        (INCIDENT_LIFECYCLE, IncidentState, IncidentAction),
    ]
    for state in states
    for action in actions
]


@pytest.mark.parametrize(("lifecycle", "state", "action"), PAIRS)
def test_every_move_is_in_the_table_or_refused(lifecycle, state, action):
    if lifecycle.allows(state, action):
        assert lifecycle.after(state, action) in type(state)
    else:
        with pytest.raises(IllegalMove):
            lifecycle.after(state, action)


@pytest.mark.parametrize(
    "lifecycle", list({id(pair[0]): pair[0] for pair in PAIRS}.values()), ids=lambda cycle: cycle.name
)
def test_every_state_can_be_reached_and_every_action_is_used(lifecycle):
    states = {type(state) for state, _ in lifecycle.moves}.pop()
    actions = {type(action) for _, action in lifecycle.moves}.pop()
    first = next(iter(states))
    reached = {first} | set(lifecycle.moves.values())
    assert set(states) == reached
    assert set(actions) == {action for _, action in lifecycle.moves}
