"""Who is worth telling at once: a clear fit, within reach, near and fairly spread first."""

from datetime import UTC, datetime

from b2b.matching.rules import of_post, of_question
from b2b.matching.rules.alerts import ALERT_LEAST, fit_beyond_type, is_within_reach, told_first
from b2b.matching.rules.ranking import Candidate, Ranked

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def told(key, *, share, fit=1.0):
    return Ranked(Candidate(key, 1000, 1, key, NOW), 1000 * share, 0.5, None), fit


def test_the_same_kind_alone_is_not_enough_to_disturb_somebody():
    asked = of_question("Mijn kat moet naar de dierenarts", "", ("huisdieren",))
    walks = of_post("Ik laat je hond uit", "Elke ochtend.", ("huisdieren",))
    drives = of_post("Mee naar de dierenarts", "Ik breng je en je dier.", ("huisdieren",))
    assert fit_beyond_type(asked, walks) < ALERT_LEAST
    assert fit_beyond_type(asked, drives) >= ALERT_LEAST


def test_a_kind_of_help_with_two_types_is_no_evidence_either():
    asked = of_question("Mijn gras staat te hoog", "", ("tuin", "huis"))
    assert fit_beyond_type(asked, of_post("Onkruid wieden", "Ik wied graag.", ("tuin", "huis"))) < ALERT_LEAST


def test_a_helper_is_told_within_reach_of_the_kind_of_help():
    assert is_within_reach(2.5, ("gezelschap",))
    assert not is_within_reach(4.0, ("gezelschap",))
    assert is_within_reach(4.0, ("vervoer",))
    assert is_within_reach(40.0, ("gezelschap",), "bellen")
    assert is_within_reach(None, ("gezelschap",))


def test_a_later_wave_reaches_further():
    assert is_within_reach(4.0, ("gezelschap",), reaches=2.0)


def test_near_and_rested_come_before_a_somewhat_better_fit():
    order = told_first([told(1, share=0.6, fit=1.0), told(2, share=0.9, fit=0.7)])
    assert [pair[0].candidate.id for pair in order] == [2, 1]


def test_of_two_that_are_alike_the_newest_offer_is_told_first():
    order = told_first([told(1, share=0.8), told(2, share=0.8)])
    assert [pair[0].candidate.id for pair in order] == [2, 1]
