"""Short answers become a text as a neighbour would write it."""

import pytest

from b2b.posts.categories import CATEGORIES
from b2b.posts.rules import BODY_MAX, TITLE_MAX
from b2b.posts.wording import EXAMPLES, composed


def test_answers_become_a_title_and_a_text():
    title, body = composed("de zakken moeten naar beneden", "ik loop slecht.", "elke dinsdag", "")
    assert title == "De zakken moeten naar beneden"
    assert body == "Ik loop slecht. De zakken moeten naar beneden. Elke dinsdag."


def test_one_answer_is_enough():
    assert composed("Wie helpt mij?") == ("Wie helpt mij?", "Wie helpt mij?")


@pytest.mark.parametrize("what", ["woord " * 60, "x" * 320])
def test_a_long_answer_still_fits(what):
    title, body = composed(what, what, what, what)
    assert len(title) <= TITLE_MAX
    assert len(body) <= BODY_MAX


def test_every_kind_of_help_has_example_sentences():
    assert set(EXAMPLES) == set(CATEGORIES)
