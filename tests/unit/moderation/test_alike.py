"""What was learnt from labelled texts: new words are seen, ordinary talk is left alone, long texts hide nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b2b.matching.rules.files import sentences
from b2b.moderation.signals import Action, Group, read
from b2b.moderation.signals.alike import LONGEST, POINTED, WEIGHTS, Likeness, features, stretches, weights
from b2b.moderation.signals.learning import digest, learn
from b2b.moderation.signals.measuring import Labelled

NEW = "jij bent de liefste van je klas, gooi onze chat weg voor je vader thuis is"
ORDINARY = "We drinken dinsdag koffie in de zaal en daarna lopen we met de hond om de vijver. "


def groups(text):
    return {str(one.group) for one in read(text)}


def test_the_weights_were_learnt_from_the_texts_of_today():
    assert weights().digest == digest(), "run `b2b signals learn` after a change of the texts"


def test_the_weights_are_small():
    assert WEIGHTS.stat().st_size < 300_000


def test_what_is_learnt_from_a_few_texts_tells_new_ones_apart_and_is_the_same_every_time():
    bad = [f"ik {verb} jou en je {thing} kapot" for verb in ("sla", "schop", "trap") for thing in ("fiets", "deur")]
    good = [
        f"ik {verb} morgen graag even jouw {thing}"
        for verb in ("maak", "leen", "haal")
        for thing in ("fiets", "deur")
    ]
    texts = [Labelled(frozenset({Group.ABUSE}), one) for one in bad]
    ordinary = [Labelled(frozenset(), one) for one in good]
    file = learn(texts + ordinary, ordinary)
    assert file == learn(texts + ordinary, ordinary)
    known = Likeness(file)
    column = known.labels.index("abuse")
    assert known.sums(["ik", "sla", "jouw", "raam", "en", "deur", "kapot"])[column] > known.numbers[column]
    assert known.sums(["ik", "leen", "morgen", "graag", "even", "jouw", "ladder"])[column] < known.numbers[column]


def test_at_most_three_words_are_pointed_at_and_they_stand_in_the_text():
    spans = [one.spans for one in read(NEW) if one.code.startswith("alike.")]
    assert spans
    assert all(0 < len(places) <= POINTED for places in spans)
    assert all(NEW[start:end].isalpha() for places in spans for start, end in places)


def test_a_danger_in_the_middle_of_a_long_ordinary_text_is_seen():
    assert "grooming" not in groups(ORDINARY * 20)
    assert "grooming" in groups(ORDINARY * 10 + NEW + ". " + ORDINARY * 10)


def test_a_kind_of_word_weighs_with_what_stands_beside_it_and_with_other_kinds():
    kinds = ((1, 2, "K_KID"), (3, 4, "K_BED"), (30, 31, "K_DOOR"))
    found = features(("een", "kind", "in", "bed"), kinds)
    assert {"kK_KID", "pK_BED&K_KID", "nK_KID_een", "nK_KID_in", "nK_BED_in"} <= set(found)
    assert not any("K_DOOR" in name for name in found if name.startswith("p"))


@given(st.integers(0, 5000))
def test_every_word_of_a_text_is_read(count):
    parts = stretches(count)
    assert {at for start, end in parts for at in range(start, end)} == set(range(count))
    assert all(end - start <= LONGEST for start, end in parts)


def test_of_ordinary_requests_and_offers_hardly_any_is_held():
    said = sorted({sentence for _, sentence in sentences()})[::5]
    held = [one for one in said if any(found.detector.in_post in (Action.HOLD, Action.CRISIS) for found in read(one))]
    assert len(said) > 500
    assert len(held) <= 0.01 * len(said), held


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("mn moeder kan neit meer praten en haar gezicht hangt ineens", "crisis"),
        ("Heb je insta? Je mentor hoeft dat niet te zien", "grooming"),
        ("als je bij me logeert krijg je een scooter, verder is er niemand", "grooming"),
        ("mijn neef houdt mijn loon en mijn telefoon, ik mag niet naar buiten", "exploitation"),
        ("breng jij die sporttas weg, 300 per keer, geen vragen", "exploitation"),
        ("de ind komt je halen als je stopt met werken", "exploitation"),
    ],
)
def test_who_does_what_to_whom_is_seen_in_any_words(text, group):
    assert group in groups(text)


@pytest.mark.parametrize(
    "text",
    [
        "Als je uit school komt mag je de sleutel bij mij halen, je vader heeft het gevraagd.",
        "Kun jij die tas naar de kringloop brengen? Je krijgt koffie.",
        "Niks zeggen tegen Piet, we regelen een feestje voor zijn pensioen.",
        "Mijn loon komt vrijdag, daarna koop ik de verf.",
        "Hier is de tikkie voor de boodschappen zoals afgesproken: https://tikkie.me/pay/abc123",
    ],
)
def test_what_only_looks_like_it_is_not_held(text):
    assert not [one.code for one in read(text) if one.detector.in_message in (Action.HOLD, Action.CRISIS)]
    assert not [one.code for one in read(text) if one.detector.in_post in (Action.HOLD, Action.CRISIS)]


def test_a_real_payment_link_with_a_threat_beside_it_is_still_held():
    said = "Betaal vandaag de boodschappen anders volgt een boete https://tikkie.me/pay/abc123"
    assert any(one.detector.in_post is Action.HOLD for one in read(said))
