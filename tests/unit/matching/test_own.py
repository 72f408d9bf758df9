"""A municipality's own words lead somewhere; what nobody knows is found without names."""

import pytest

from b2b.matching.rules import of_question, read
from b2b.matching.rules.learning import reordered
from b2b.matching.rules.own import NOTHING, OwnWords, read_word, unknown_in

OWN = OwnWords({"sjouwkar": "verhuis", "hoijdoe": NOTHING})


def test_an_own_word_leads_to_its_concept_in_any_form():
    for text in ("Wie heeft een sjouwkar?", "Twee sjouwkarren gezocht"):
        assert "verhuis" in read("", text, own=OWN).concepts
        assert "c:verhuis" in of_question(text, own=OWN).terms


def test_a_word_that_says_nothing_here_is_passed_over():
    assert read("", "hoijdoe allemaal", own=OWN).words.keys() == read("", "allemaal").words.keys()


def test_other_words_change_the_version_and_none_leave_it():
    assert OwnWords().version != OWN.version != OwnWords({"sjouwkar": "rit"}).version


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("Sjouwkar", "sjouwkar"), ("twee woorden", ""), ("voor", ""), ("a1b2c3", ""), ("kar", ""), ("", "")],
)
def test_only_one_word_that_says_something_is_taken(typed, kept):
    assert read_word(typed) == kept


def test_unknown_words_are_no_names_numbers_addresses_streets_or_known_words():
    found = unknown_in(
        "Klofferen", "Ik moet klofferen met Xandrijn, bel 0612345678, in de kwekstraat. Gisteren ook.", OwnWords()
    )
    assert found == {"klofferen"}
    assert unknown_in("Klofferen", "", OwnWords({"klofferen": NOTHING})) == frozenset()


def test_a_handful_of_taps_moves_little_and_many_move_a_lot():
    chances = {"tuin": 0.6, "klussen": 0.4}
    assert max(reordered(chances, {"klussen": 2}).items(), key=lambda pair: pair[1])[0] == "tuin"
    assert max(reordered(chances, {"klussen": 20}).items(), key=lambda pair: pair[1])[0] == "klussen"
