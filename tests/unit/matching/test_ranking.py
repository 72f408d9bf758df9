"""What moves a post up or down, each by itself; and the measures of a report."""

from datetime import UTC, datetime, timedelta

import pytest

from b2b.matching.report.measures import Quality, ndcg, quality, recall, reciprocal
from b2b.matching.report.running import typo_losses
from b2b.matching.report.sets import mistyped
from b2b.matching.rules import of_question
from b2b.matching.rules.highlights import marked
from b2b.matching.rules.moments import overlap
from b2b.matching.rules.ranking import (
    BUSY_LEAST,
    BUSY_STEP,
    CANNOT,
    FACTORS,
    FRESH_FOR,
    NEAR_SHARE,
    STALE_SHARE,
    UNKNOWN,
    USUAL_REACH_KM,
    WIDE_REACH_KM,
    Asker,
    Candidate,
    fresh_share,
    kilometres,
    load_share,
    near_share,
    ranked,
)
from b2b.matching.rules.types import concepts_of_task, tile_types, types_of
from b2b.matching.views.searching import lights

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HERE, NEAR, FAR = (5.10, 52.09), (5.105, 52.09), (5.16, 52.09)
PLACES = {1: HERE, 2: NEAR, 3: FAR}


def candidate(key, *, score=1000, hood=1, author=9, age=0, when=""):
    return Candidate(key, score, hood, author, NOW - timedelta(days=age), when)


def order(*candidates, helped=None, **asker):
    found = ranked(list(candidates), Asker(HERE, **asker), PLACES, helped or {}, NOW)
    return [each.candidate.id for each in found]


def test_what_fits_best_comes_first():
    assert order(candidate(1, score=500), candidate(2, score=1000)) == [2, 1]


def test_of_two_that_fit_as_well_the_nearest_comes_first():
    assert order(candidate(1, hood=3), candidate(2, hood=2)) == [2, 1]


def test_distance_matters_less_for_a_ride_and_not_for_a_call():
    km = kilometres(HERE, FAR)
    assert near_share(km, ("gezelschap",)) < near_share(km, ("vervoer",)) < near_share(km, ("gezelschap",), "bellen")
    assert near_share(km, ("gezelschap",), "bellen") == 1.0


def test_who_can_at_the_same_time_comes_first():
    assert order(candidate(1, when="avond"), candidate(2, when="ma-vr overdag"), when_words="dinsdagochtend") == [
        2,
        1,
    ]


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("ma-vr overdag", "woensdagmiddag", True),
        ("weekend", "dinsdag", False),
        ("flexibel", "zondagavond", True),
        ("'s avonds", "in de ochtend", False),
        ("zaterdagavond", "za", True),
        ("maandagochtend", "zaterdag", False),
        ("", "maandag", None),
    ],
)
def test_moments_are_read_from_everyday_words(one, other, both):
    assert overlap(one, other) is both


def test_fresh_posts_and_who_helped_less_come_a_little_higher():
    assert fresh_share(NOW, NOW) > fresh_share(NOW - timedelta(days=20), NOW) > 0.8
    assert order(candidate(1, author=7), candidate(2, author=8), helped={7: 4}) == [2, 1]
    assert load_share(0) > load_share(3) > load_share(100) > 0.5


def test_what_hardly_fits_is_left_out():
    assert order(candidate(1, score=1000), candidate(2, score=50)) == [1]


def test_types_follow_from_a_category_and_its_task():
    assert types_of("vervoer", "meegaan") == ("zorg",)
    assert types_of("klussen", "ophangen") == ("klussen",)
    assert types_of("anders", "anders") == ()
    assert tile_types("computer") == ("computer",)
    assert tile_types("digihulp") == ("computer",)
    assert "hond_uit" in concepts_of_task("huisdieren", "uitlaten")


def test_measures_know_a_perfect_list_from_a_bad_one():
    judged = {"a": 2, "b": 1}
    assert ndcg(["a", "b", "c"], judged) == 1.0
    assert ndcg(["c", "b", "a"], judged) < 0.7
    assert recall(["b", "c"], judged) == 0.5
    assert reciprocal(["c", "a"], judged) == 0.5
    assert quality({"q": ["a", "b"]}, {"q": judged}) == Quality(1.0, 1.0, 1.0, 1.0, 0, 1)


def test_slips_of_the_finger_are_always_the_same():
    text = "boodschappen halen bij de supermarkt"
    assert mistyped(text, "x") == mistyped(text, "x") != text


def test_what_typing_errors_cost_is_a_share_of_the_clean_list():
    def of(score):
        return Quality(score, 0.0, 0.0, 0.0, 0, 1)

    found = {"queries, offers with kind": of(0.8), "queries, mistyped": of(0.6)}
    assert typo_losses(found) == {"queries": pytest.approx(0.25)}


def test_the_numbers_that_residents_read_are_the_numbers_that_count():
    near, moment, fresh, load = (factor.weight for factor in FACTORS[1:5])
    assert f"blijft {round(NEAR_SHARE * 100)} procent" in near
    assert f"dat {round(near_share(USUAL_REACH_KM, ()) * 100)} procent" in near
    assert round(near_share(WIDE_REACH_KM, ("vervoer",)) * 100) == round(near_share(USUAL_REACH_KM, ()) * 100)
    assert f"{round(UNKNOWN * 100)} procent" in moment and f"{round(CANNOT * 100)} procent" in moment
    assert f"Na {FRESH_FOR.days} dagen blijft {round(STALE_SHARE * 100)} procent" in fresh
    assert f"{round(BUSY_STEP * 100)} procent" in load and f"{round((1 - BUSY_LEAST) * 100)} procent" in load


def test_a_word_that_was_cut_off_in_the_middle_keeps_no_mark():
    question = of_question("gras maaien")
    marked_words = marked("Wie maait mijn gras?", question)
    assert lights(marked_words) == "Wie <mark>maait</mark> mijn <mark>gras</mark>?"
    assert lights(marked_words[:-3]) == "Wie <mark>maait</mark> mijn gra"
