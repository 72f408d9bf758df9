"""Who reads a thank-you and when, without a database."""

from itertools import product

import pytest

from b2b.core.lifecycle import IllegalMove
from b2b.moderation.rules import DecisionKind, TargetKind, decisions_for
from b2b.moderation.rules.statements import Visibility, restriction
from b2b.moderation.rules.words import choice
from b2b.thanks.rules import (
    REACH_WORDS,
    THANKS_LIFECYCLE,
    Reach,
    ThanksAction,
    ThanksState,
    must_wait,
    reaches,
)

EVERY = list(product(ThanksState, ThanksAction))
LEGAL = [move for move in EVERY if move in THANKS_LIFECYCLE.moves]


@pytest.mark.parametrize(("state", "action"), LEGAL)
def test_a_legal_move_leads_to_another_state(state, action):
    assert THANKS_LIFECYCLE.after(state, action) is not state


@pytest.mark.parametrize(("state", "action"), [move for move in EVERY if move not in LEGAL])
def test_any_other_move_is_refused(state, action):
    with pytest.raises(IllegalMove):
        THANKS_LIFECYCLE.after(state, action)


def test_what_was_taken_back_stays_so():
    assert not THANKS_LIFECYCLE.actions(ThanksState.WITHDRAWN)


@pytest.mark.parametrize(
    ("reach", "trusted", "held", "waits"),
    [
        (Reach.PRIVATE, False, False, False),
        (Reach.PUBLIC, True, False, False),
        (Reach.PUBLIC, False, False, True),
        (Reach.PUBLIC, True, True, True),
        (Reach.PRIVATE, True, True, True),
    ],
)
def test_a_moderator_reads_first_what_is_held_and_what_a_newcomer_says_out_loud(reach, trusted, held, waits):
    assert must_wait(reach, trusted=trusted, held=held) is waits


def test_quiet_help_and_who_has_no_address_are_not_thanked_out_loud():
    assert reaches(quiet=False, at_desk=False) == (Reach.PRIVATE, Reach.PUBLIC)
    assert reaches(quiet=True, at_desk=False) == reaches(quiet=False, at_desk=True) == (Reach.PRIVATE,)
    assert set(REACH_WORDS) == set(Reach)


@pytest.mark.parametrize("state", ThanksState)
def test_every_decision_on_a_thank_you_has_words_and_takes_away_what_it_says(state):
    for kind in decisions_for(TargetKind.THANKS, state, noticed=True):
        assert choice(TargetKind.THANKS, kind).consequence
    assert restriction(DecisionKind.HIDE, TargetKind.THANKS, "shown").visibility is Visibility.REMOVED
    assert restriction(DecisionKind.REFUSE, TargetKind.THANKS, "waiting").visibility is Visibility.NOT_PLACED


def test_what_nobody_reads_any_more_is_not_placed_or_hidden():
    gone = {DecisionKind.PLACE, DecisionKind.REFUSE, DecisionKind.HIDE}
    for state in (ThanksState.REFUSED, ThanksState.HIDDEN, ThanksState.WITHDRAWN):
        assert not gone & set(decisions_for(TargetKind.THANKS, state, noticed=True))
