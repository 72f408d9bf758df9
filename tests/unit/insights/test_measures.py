"""The table of measures is whole: words, units, parts."""

import pytest

from b2b.insights.rules.measures import MEASURES, NoSuchMeasure, level_of, measure_of
from b2b.insights.rules.shapes import Counts, Kind, Level
from b2b.insights.rules.tallies import PARTS, TALLIES


@pytest.mark.parametrize("measure", MEASURES.values(), ids=MEASURES)
def test_each_measure_says_what_it_is_and_what_it_cannot_say(measure):
    words = (measure.name, measure.definition, measure.cannot_say, measure.unit, measure.source)
    assert all(words) and measure.definition.endswith((".", "?")) and measure.cannot_say.endswith(".")
    assert len(measure.code) <= 32


@pytest.mark.parametrize("measure", MEASURES.values(), ids=MEASURES)
def test_a_share_is_a_part_of_its_tally(measure):
    assert (measure.kind is Kind.SHARE) <= bool(measure.part)
    assert not measure.part or measure.part in PARTS[measure.tally]
    assert set(measure.levels) <= set(TALLIES[measure.tally].levels)


def test_people_are_counted_from_ten_and_events_from_five():
    assert {tally.least for tally in TALLIES.values() if tally.counts is Counts.PEOPLE} == {10}
    assert {tally.least for tally in TALLIES.values() if tally.counts is Counts.EVENTS} == {5}


def test_shares_and_medians_are_about_ten_people_at_least():
    assert {
        TALLIES[one.tally].least_people for one in MEASURES.values() if one.kind in (Kind.SHARE, Kind.MEDIAN)
    } == {10}


def test_a_code_that_nobody_counts_is_missing():
    with pytest.raises(NoSuchMeasure):
        measure_of("geluk")


@pytest.mark.parametrize(
    ("code", "level"),
    [("GM0344", Level.MUNICIPALITY), ("WK034403", Level.DISTRICT), ("BU03440333", Level.NEIGHBOURHOOD)],
)
def test_a_code_of_a_place_says_how_large_it_is(code, level):
    assert level_of(code) is level
