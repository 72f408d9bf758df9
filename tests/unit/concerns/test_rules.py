"""What may be told of a neighbour, and what comes on the list of the desk."""

import pytest

from b2b.concerns.rules.signals import (
    SIGNAL_LIFECYCLE,
    Part,
    SignalAction,
    SignalState,
    Why,
    is_quiet,
    may_be_set_aside,
    part_of,
)
from b2b.concerns.rules.worries import Told, judgement_in, needs_second
from b2b.core.lifecycle import IllegalMove


@pytest.mark.parametrize(
    ("told", "word"),
    [
        ("Zij is dement, denk ik.", "dement"),
        ("Volgens mij depressief", "depressief"),
        ("Een verwarde man", "verwarde"),
        ("Hij is verslaafd aan drank.", "verslaafd"),
        ("De gordijnen zijn al een week dicht.", None),
        ("Zij vroeg drie keer welke dag het was. Gekke dag.", None),
    ],
)
def test_a_word_for_what_somebody_has_is_found_and_what_was_seen_is_not(told, word):
    assert judgement_in(told) == word


@pytest.mark.parametrize("state", SignalState)
@pytest.mark.parametrize("action", SignalAction)
def test_every_step_leads_where_the_table_says_and_no_other_step_can_be_taken(state, action):
    if SIGNAL_LIFECYCLE.allows(state, action):
        assert SIGNAL_LIFECYCLE.after(state, action) is SIGNAL_LIFECYCLE.moves[state, action]
    else:
        with pytest.raises(IllegalMove):
            SIGNAL_LIFECYCLE.after(state, action)


def test_what_is_over_stays_over():
    assert not SIGNAL_LIFECYCLE.actions(SignalState.DONE)
    assert not SIGNAL_LIFECYCLE.actions(SignalState.ASIDE)


@pytest.mark.parametrize(("lately", "before", "quiet"), [(0, 6, True), (0, 5, False), (1, 40, False)])
def test_a_place_is_quiet_when_it_was_not_before(lately, before, quiet):
    assert is_quiet(lately, before) is quiet


def test_nobody_decides_alone_that_a_person_is_not_told():
    assert needs_second(Told.DANGEROUS, 1, 1)
    assert not needs_second(Told.DANGEROUS, 2, 1)
    assert not needs_second(Told.SPOKEN, 1, 1)


def test_a_worry_is_never_just_set_aside():
    assert [why for why in Why if not may_be_set_aside(why)] == [Why.WORRY]


@pytest.mark.parametrize(("typed", "part"), [("later", Part.LATER), ("onzin", Part.OPEN), (None, Part.OPEN)])
def test_an_address_names_a_part_of_the_list(typed, part):
    assert part_of(typed) is part
