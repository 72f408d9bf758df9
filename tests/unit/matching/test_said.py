"""Whether a post says what somebody searches for, or is only of the same kind of help."""

import pytest

from b2b.matching.rules import of_post, of_question

CAT = ("Grijze kat gevonden, mist er iemand een?", "Hij loopt al dagen rond.", "huisdieren")
DOG = ("Wie laat mijn hond uit?", "Elke ochtend een half uur.", "huisdieren")
VET = ("Ritje naar de dierenarts", "Onze hond moet geopereerd en wij hebben geen auto.", "vervoer")


@pytest.mark.parametrize(
    ("asked", "post", "says"),
    [
        ("hond", DOG, True),
        ("hond", VET, True),
        ("hond", CAT, False),
        ("hond uitlaten", DOG, True),
        ("hond uitlaten", VET, False),
        ("kat", CAT, True),
        ("goudvis", CAT, False),
    ],
)
def test_a_post_says_most_of_the_words_or_what_is_wanted_most(asked, post, says):
    title, body, kind = post
    assert of_question(asked).said_by(of_post(title, body, (kind,))) is says
