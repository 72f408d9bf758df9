"""Words are found in the form people happen to write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b2b.matching.queries import suggested
from b2b.matching.rules import BODY_WEIGHT, TITLE_WEIGHT, WORD_MAX, stem, weigh, words_of


@pytest.mark.parametrize(
    "family",
    [
        "fiets fietsen fietsje fietsjes",
        "lamp lampen lampje lampjes",
        "kind kinderen kindje",
        "huis huizen huisje",
        "boodschap boodschappen boodschapje",
        "hond honden hondje",
        "tuin tuinen tuintje",
        "loop lopen",
        "brief brieven briefje",
        "plant planten plantje",
        "kast kasten kastje",
        "kat katten katje",
        "telefoon telefoons telefoontje",
        "computer computers",
        "ladder ladders laddertje",
        "raam ramen raampje",
        "bloem bloemen bloemetje",
        "wandel wandelen wandelt",
    ],
)
def test_forms_of_one_word_are_one(family):
    assert len({stem(word) for word in family.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("gras", "graf"), ("huis", "hui"), ("kast", "kas"), ("bus", "bos")])
def test_different_words_stay_apart(one, other):
    assert stem(one) != stem(other)


def test_accents_case_and_small_words_do_not_matter():
    assert words_of("Ik zoek een CAFÉ voor de Été.") == ["cafe", "ete"]


def test_a_word_in_the_title_weighs_most():
    weights = weigh("Fiets maken", "Klus in huis", "Mijn fiets heeft een lekke band")
    assert weights["fiets"] == TITLE_WEIGHT
    assert weights["band"] == BODY_WEIGHT


@given(st.text(max_size=300))
def test_any_text_gives_words_that_fit(text):
    for word in words_of(text):
        assert 0 < len(word) <= WORD_MAX
        assert word.isascii()


@pytest.mark.parametrize(
    ("text", "code"), [("hond uitlaten", "huisdieren"), ("digid", "digihulp"), ("sneeuw ruimen", "tuin")]
)
def test_a_search_hints_at_a_kind_of_help(text, code):
    assert code in [category.code for category in suggested(text)]


def test_a_search_for_nothing_known_hints_at_nothing():
    assert suggested("qwertyuiop") == []
