"""What comes first in the queue: severity before numbers, households before notices, a person before a rule."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b2b.moderation.rules import AT_ONCE, NoticeCategory
from b2b.moderation.rules.priority import (
    DANGER_POINTS,
    LEAST,
    MOST,
    WORDS,
    Facts,
    Reporter,
    Why,
    accuracy,
    households,
    priority,
)

C = NoticeCategory
KEYS = st.frozensets(st.sampled_from("abcdefgh"), min_size=1, max_size=3)
REPORTERS = st.lists(st.builds(Reporter, KEYS, st.floats(LEAST, MOST)), max_size=8)
MILD = st.frozensets(st.sampled_from(sorted(set(C) - AT_ONCE)))
FACTS = st.builds(
    Facts,
    categories=MILD,
    reporters=REPORTERS,
    signalled=st.booleans(),
    trusted_flagger=st.booleans(),
    vulnerable=st.booleans(),
    circles=st.integers(0, 9),
)


def one(*keys, weight=1.0):
    return Reporter(frozenset(keys), weight)


def test_a_burst_from_one_house_counts_once():
    burst = [one("home-1", f"member-{number}") for number in range(20)]
    assert len(households(burst)) == 1
    alone = priority(Facts(frozenset({C.RUDE}), burst[:1]))
    together = priority(Facts(frozenset({C.RUDE}), burst))
    assert alone.points == together.points
    assert Why.HOUSEHOLDS not in together.reasons


def test_houses_are_joined_through_who_is_in_both():
    assert len(households([one("home-1"), one("home-2"), one("home-1", "home-2")])) == 1


def test_two_houses_weigh_more_than_one_and_say_so():
    more = priority(Facts(frozenset({C.RUDE}), [one("a"), one("b")]))
    assert more.points > priority(Facts(frozenset({C.RUDE}), [one("a")])).points
    assert Why.HOUSEHOLDS in more.reasons
    assert more.households == 2


@pytest.mark.parametrize("category", sorted(AT_ONCE))
def test_danger_comes_before_a_crowd(category):
    crowd = Facts(frozenset({C.FRAUD, C.RUDE}), [one(str(n)) for n in range(100)], trusted_flagger=True, circles=9)
    assert priority(Facts(frozenset({category}), [one("a")])).points > priority(crowd).points


def test_a_crisis_comes_before_danger():
    danger = Facts(frozenset(AT_ONCE), [one(str(n)) for n in range(100)], trusted_flagger=True, circles=9)
    assert priority(Facts(crisis=True)).points > priority(danger).points


@pytest.mark.parametrize("why", Why)
def test_every_reason_has_words(why):
    assert WORDS[why]
    assert not {"punt", "score"} & set(WORDS[why].lower().split())


@pytest.mark.parametrize(
    ("upheld", "judged", "about"), [(0, 0, 1.0), (5, 5, MOST), (0, 5, 0.286), (0, 1000, LEAST), (1, 2, 1.0)]
)
def test_who_was_right_before_counts_more(upheld, judged, about):
    assert accuracy(upheld, judged) == pytest.approx(about, abs=0.01)


@given(REPORTERS)
def test_there_are_never_more_houses_than_notices(reporters):
    assert len(households(reporters)) <= len(reporters)


@given(REPORTERS)
def test_the_order_of_notices_changes_nothing(reporters):
    assert sorted(households(reporters)) == sorted(households(list(reversed(reporters))))


@given(REPORTERS)
def test_the_same_notices_twice_count_once(reporters):
    assert sorted(households([*reporters, *reporters])) == sorted(households(reporters))


@given(FACTS)
def test_what_is_no_danger_never_reaches_danger(facts):
    assert priority(facts).points < DANGER_POINTS


@given(FACTS, st.sampled_from(["signalled", "trusted_flagger", "vulnerable", "crisis"]))
def test_a_reason_more_never_lowers_the_place(facts, what):
    assert priority(replace(facts, **{what: True})).points >= priority(facts).points


@given(FACTS)
def test_every_reason_given_is_true(facts):
    found = priority(facts)
    assert len(set(found.reasons)) == len(found.reasons)
    assert (Why.VULNERABLE in found.reasons) is facts.vulnerable
    assert (Why.TRUSTED_FLAGGER in found.reasons) is facts.trusted_flagger
    assert (Why.LATE in found.reasons) is (facts.circles > 0)
    assert Why.CRISIS not in found.reasons


@given(st.integers(0, 500), st.integers(0, 500))
def test_nobody_counts_for_nothing_or_for_a_crowd(upheld, wrong):
    assert LEAST <= accuracy(upheld, upheld + wrong) <= MOST
