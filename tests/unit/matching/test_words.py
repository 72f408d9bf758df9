"""Words are found in the form people happen to write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b2b.matching.queries import suggested, suggested_types
from b2b.matching.rules import TERM_MAX, of_post, of_question, read
from b2b.matching.rules.compounds import parts
from b2b.matching.rules.spelling import corrected
from b2b.matching.rules.stems import stem
from b2b.matching.rules.words import tokens


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
        "rekening rekeningen",
        "kookt koken",
        "mat matten matje matjes",
        "ei eieren eitje",
        "лікар лікаря лікарем лікарі",
        "квартира квартиру квартирі",
        "طبيب طبيبه طبيبي",
        "رساله رسالات رسالتي",
    ],
)
def test_forms_of_one_word_are_one(family):
    assert len({stem(word) for word in family.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("gras", "graf"), ("huis", "hui"), ("kast", "kas"), ("bus", "bos")])
def test_different_words_stay_apart(one, other):
    assert stem(one) != stem(other)


def test_accents_case_and_other_scripts_are_folded():
    assert tokens("een CAFÉ, de Été en alışveriş") == ["een", "cafe", "de", "ete", "en", "alisveris"]
    assert tokens("التسوق допомога") == ["تسوق", "допомога"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("boodschapen", "boodschappen"), ("computr", "computer"), ("wandlemaatje", "wandelmaatje")],
)
def test_a_mistyped_word_is_read_as_it_was_meant(typed, meant):
    assert corrected(typed) == meant


@pytest.mark.parametrize("word", ["broer", "tuinfeestje", "mevrouw", "hoek", "zwartwit"])
def test_a_word_that_exists_is_left_alone(word):
    assert corrected(word) == word


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("fietsje", "fietsje"),
        ("effe", "even"),
        ("hundje", "hondje"),
        ("wandele", "wandelen"),
        ("fietske", "fiets"),
        ("waor", "waar"),
    ],
)
def test_a_word_written_as_it_is_said_is_read_as_the_word_it_is(said, meant):
    assert corrected(said) == meant


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("ken iemand me gras maaie", "gras"),
        ("poeske voere as wij weg binne", "kat"),
        ("helluf mit me pepiere", "ordenen"),
        ("eem n plankske ophange", "boren"),
    ],
)
def test_a_need_is_understood_in_dialect(text, concept):
    assert of_question(text).wanted == concept


def test_a_compound_is_opened():
    assert parts("telefoonspreekuur") == ("telefoon", "spreekuur")
    assert parts("ladderverhuur") == ("ladder",)
    assert parts("hond") == ()


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Mijn teckel moet eruit", "hond_uit"),
        ("wie kan de gootsteen ontstoppen", "loodgieter"),
        ("alışverişe gidemiyorum", "boodschap"),
        ("أحتاج إلى سيارة", "rit"),
        ("допоможіть з переїздом", "verhuis"),
        ("kto mi pomoże wypełnić wniosek", "formulier"),
        ("ntmecha f lhadiqa, nmchi m3a chi wahd", "wandelen"),
        ("can somebody mow the lawn", "gras"),
    ],
)
def test_a_need_is_understood_in_the_words_of_residents(text, concept):
    assert concept in read("", text).concepts


def test_a_situation_is_understood_without_the_need_being_said():
    assert "s_net_bevallen" in read("", "Ik ben net bevallen van een zoon").situations
    assert "c:maaltijd" in of_question("Ik ben net bevallen van een zoon").terms


def test_small_words_in_a_term_count_in_their_order():
    assert "rit" in read("", "een lift naar het station").concepts
    assert "s_geen_auto" not in read("", "mijn auto heeft geen benzine").situations


@pytest.mark.parametrize("typed", ["𝐁𝐎𝐎𝐃𝐒𝐂𝐇𝐀𝐏𝐏𝐄𝐍", "ᴮoodschappen", "Ｂｏｏｄｓｃｈａｐｐｅｎ", "ⓑoodschappen"])
def test_fancy_letters_are_read_as_the_letters_they_stand_for(typed):
    assert tokens(typed) == ["boodschappen"]
    assert corrected(tokens(typed[:-1])[0]) == "boodschappen"


@given(st.text(max_size=300))
def test_any_text_gives_terms_that_fit(text):
    for terms in (of_post(text, text), of_question(text).terms):
        for term, weight in terms.items():
            assert 0 < len(term) <= TERM_MAX
            assert isinstance(weight, int) and weight > 0


@pytest.mark.parametrize(
    ("text", "code"), [("hond uitlaten", "huisdieren"), ("digid", "digihulp"), ("sneeuw ruimen", "tuin")]
)
def test_a_search_hints_at_a_kind_of_help(text, code):
    assert code in [category.code for category in suggested(of_question(text))]


def test_a_search_for_nothing_known_hints_at_nothing():
    assert suggested(of_question("qwertyuiop")) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("mijn beestje moet naar buiten en ik lig in bed", "huisdieren"),
        ("ik spreek bijna niemand meer", "gezelschap"),
        ("er ligt een envelop en ik durf hem niet open te maken", "administratie"),
    ],
)
def test_five_tiles_are_enough_for_what_is_not_said(text, code):
    assert code in [kind.code for kind in suggested_types(text)]


def test_a_lone_dog_may_have_to_walk_or_to_stay():
    asked = of_question("hond").concepts
    assert asked["hond_oppas"] > 0.5 * asked["hond_uit"]


def test_a_short_word_is_only_corrected_to_a_word_of_the_lexicon():
    assert corrected("ramn") == "ramen"
    assert corrected("zoef") == "zoef"


def test_a_story_in_words_that_nobody_knows_still_gives_a_guess_and_a_search_does_not():
    assert any(term.startswith("t:") for term in of_question("Kwxzl", "Plrzt gkwt").terms)
    assert not any(term.startswith("t:") for term in of_question("Kwxzl").terms)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("kopegimi gezdirecek biri", "hond_uit"),
        ("köpeğimi gezdirmek", "hond_uit"),
        ("Хто погодує мого кота", "kat"),
        ("موعد عند الطبيبة", "mee_dokter"),
        ("nie mam czasu, kto wyprowadzi psa", "hond_uit"),
    ],
)
def test_a_word_of_another_language_is_found_however_it_ends(text, concept):
    assert concept in read("", text).concepts


def test_a_beginning_among_other_words_wants_those_words_too():
    assert "hond_uit" not in read("", "gezdirecek biri").concepts


def test_a_word_that_begins_as_a_term_does_is_not_corrected():
    assert corrected("bilgisayarimi") == "bilgisayarimi"


def test_a_search_wants_what_its_words_name_and_a_story_what_it_is_about():
    named, told = of_question("hond"), of_question("hond", "Ik moet naar de dierenarts en heb geen auto.")
    kinds = [term for term in named.terms if term.startswith("t:")]
    assert kinds[0] == "t:huisdieren"
    assert named.terms["t:huisdieren"] > told.terms.get("t:huisdieren", 0)
