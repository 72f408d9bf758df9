"""What can be decided, about what, and which words go with it."""

import pytest

from b2b.consent.builtin import builtin
from b2b.core.lifecycle import IllegalMove
from b2b.moderation.rules import (
    EXPLANATION_MAX,
    OWN_WORDS_MAX,
    REASONED,
    REVIEW_LIFECYCLE,
    AlreadyDecided,
    DecisionKind,
    NoticeCategory,
    ReviewAction,
    ReviewState,
    TargetKind,
    decisions_for,
    read_location,
)
from b2b.moderation.rules.reviews import MEASURES
from b2b.moderation.rules.statements import Visibility, restriction
from b2b.moderation.rules.words import (
    CATEGORIES,
    CHANGE_REASONS,
    CHOICES,
    FORBIDDEN,
    HOUSE_RULES,
    OUTCOMES,
    choice,
    explanation_of,
)
from b2b.posts.rules import POST_LIFECYCLE, PostAction, PostState
from tests.conftest import MONDAY

MOVES = REVIEW_LIFECYCLE.moves
PAIRS = [(state, action) for state in ReviewState for action in ReviewAction]
_D = DecisionKind


@pytest.mark.parametrize(("state", "action"), [pair for pair in PAIRS if pair in MOVES])
def test_an_item_moves_on(state, action):
    assert REVIEW_LIFECYCLE.after(state, action) is MOVES[state, action]


@pytest.mark.parametrize(("state", "action"), [pair for pair in PAIRS if pair not in MOVES])
def test_what_is_over_stays_over(state, action):
    with pytest.raises(IllegalMove):
        REVIEW_LIFECYCLE.after(state, action)


@pytest.mark.parametrize("state", PostState)
def test_only_what_a_post_can_do_is_offered(state):
    """A decision that the page offers never ends in a refusal of the post's own lifecycle."""
    deeds = {
        _D.PLACE: PostAction.PLACE,
        _D.ASK_CHANGE: PostAction.ASK_CHANGE,
        _D.REFUSE: PostAction.REFUSE,
        _D.HIDE: PostAction.HIDE,
    }
    for noticed in (True, False):
        for kind in decisions_for(TargetKind.POST, state, noticed=noticed):
            if kind in MEASURES:  # takes the words away too, where others can see them
                taken = restriction(kind, TargetKind.POST, state).visibility
                deed = {Visibility.NOT_PLACED: _D.REFUSE, Visibility.REMOVED: _D.HIDE, None: None}[taken]
                assert deed is None or POST_LIFECYCLE.allows(state, deeds[deed])
            else:
                assert kind is _D.NO_ACTION or POST_LIFECYCLE.allows(state, deeds[kind])


@pytest.mark.parametrize("state", PostState)
def test_a_notice_can_always_be_answered(state):
    assert decisions_for(TargetKind.POST, state, noticed=True)


def test_doing_nothing_is_an_answer_to_somebody():
    assert _D.NO_ACTION in decisions_for(TargetKind.POST, "open", noticed=True)
    assert _D.NO_ACTION not in decisions_for(TargetKind.POST, "change_asked", noticed=False)


@pytest.mark.parametrize(
    ("kind", "state", "offered"),
    [
        (TargetKind.MESSAGE, "shown", {_D.HIDE, *MEASURES, _D.NO_ACTION}),
        (TargetKind.MESSAGE, "hidden", {*MEASURES, _D.NO_ACTION}),
        (TargetKind.MEMBER, "active", {*MEASURES, _D.NO_ACTION}),
    ],
)
def test_messages_and_people_have_decisions_of_their_own(kind, state, offered):
    assert set(decisions_for(kind, state, noticed=True)) == offered


@pytest.mark.parametrize("kind", TargetKind)
def test_every_decision_says_what_it_does(kind):
    for state in (*PostState, "shown", "hidden", "active"):
        for decision in decisions_for(kind, state, noticed=True):
            assert decision in CHOICES[kind]
            assert choice(kind, decision).consequence.endswith(".")


def test_every_decision_has_words_for_who_reported_it():
    assert set(OUTCOMES) == set(DecisionKind)


def test_every_category_has_a_label_and_an_example():
    assert set(CATEGORIES) == set(NoticeCategory)


def test_the_rules_named_in_decisions_are_the_rules_people_read():
    """A decision quotes the house rules word for word."""
    text = builtin("spelregels", "Utrecht").body
    lines = {line.removeprefix("- ") for line in text.splitlines()}
    assert set(HOUSE_RULES.values()) <= lines
    after = text.split("Wat hier niet kan")[1]
    for code in FORBIDDEN:
        assert HOUSE_RULES[code] in after


def test_ready_made_reasons_come_before_the_own_words():
    said = explanation_of(["when", "nonsense"], "Groetjes!")
    assert said == CHANGE_REASONS["when"] + "\nGroetjes!"
    assert explanation_of([], "") == ""


def test_all_reasons_and_the_longest_own_words_fit():
    assert len(explanation_of(CHANGE_REASONS, "x" * OWN_WORDS_MAX)) <= EXPLANATION_MAX


def test_only_placing_needs_no_words():
    assert set(DecisionKind) - REASONED == {_D.PLACE}


def test_the_second_moderator_reads_who_was_first_and_when():
    assert AlreadyDecided("Mo", MONDAY).sentence == "Iemand was je voor: Mo besloot om 10.00 uur."


@pytest.mark.parametrize(
    ("typed", "reference"),
    [
        ("V-7K2M-9QXD", "V-7K2M-9QXD"),
        ("https://buurthulp.example/berichten/v-7k2m-9qxd?x=1", "V-7K2M-9QXD"),
        ("het gaat om bericht m7k2m9qxd van gisteren", "M-7K2M-9QXD"),
        ("H-7K2M-9QXD", "H-7K2M-9QXD"),
        ("W-7K2M-9QXD", None),
        ("", None),
        ("V-7K2M-9QX", None),
        ("V" * 400, None),
        ("\x00'; drop table notices; --", None),
    ],
)
def test_a_pasted_link_or_number_is_understood(typed, reference):
    assert read_location(typed) == reference
