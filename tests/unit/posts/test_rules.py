"""The life of a post, and what looks private in its words."""

import pytest

from b2b.core.lifecycle import IllegalMove
from b2b.posts.labels import KIND_LABELS, STATE_LABELS, STATE_SENTENCES, STATE_TONES
from b2b.posts.rules import EDITABLE, POST_LIFECYCLE, PUBLISHED, PostAction, PostKind, PostState, private_marks

PAIRS = [(state, action) for state in PostState for action in PostAction]


@pytest.mark.parametrize(("state", "action"), [p for p in PAIRS if p in POST_LIFECYCLE.moves])
def test_a_move_in_the_table_happens(state, action):
    assert POST_LIFECYCLE.after(state, action) is POST_LIFECYCLE.moves[state, action]


@pytest.mark.parametrize(("state", "action"), [p for p in PAIRS if p not in POST_LIFECYCLE.moves])
def test_any_other_move_is_refused(state, action):
    with pytest.raises(IllegalMove):
        POST_LIFECYCLE.after(state, action)


def test_nothing_becomes_visible_but_by_being_placed():
    """By a moderator, or by who judges an objection against a refusal."""
    unseen = {PostState.WAITING, PostState.CHANGE_ASKED, PostState.REFUSED, PostState.WITHDRAWN}
    ways = {(b, a) for (b, a), after in POST_LIFECYCLE.moves.items() if after in PUBLISHED and b in unseen}
    assert ways == {(PostState.WAITING, PostAction.PLACE), (PostState.REFUSED, PostAction.PLACE)}


def test_every_state_and_kind_has_its_words():
    for table in (STATE_LABELS, STATE_TONES, STATE_SENTENCES):
        assert set(table) == set(PostState)
    assert set(KIND_LABELS) == set(PostKind)
    assert set(PostState) >= EDITABLE


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Bel 06-12345678", ["phone"]),
        ("Bel +31 6 1234 5678 of mail a.b@voorbeeld.nl", ["phone", "email"]),
        ("Ik woon op 3561 AB", ["postcode"]),
        ("Maak het over op NL91 ABNA 0417 1643 00", ["account"]),
        ("Op 12 december om 10.30 uur, 2 uur werk, 1500 gram", []),
        ("Bel 112 bij gevaar", []),
        ("In 2025 ga ik verhuizen", []),
    ],
)
def test_what_looks_private_is_noticed(text, marks):
    assert private_marks(text) == marks
