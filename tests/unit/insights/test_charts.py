"""Shapes of charts: where columns stand, where a line stops, and that a hidden number is never a zero."""

import pytest

from b2b.insights.rules.charts import HIGH, STUB, Point, length, top_of, trend
from b2b.insights.rules.measures import MEASURES
from b2b.insights.rules.sections import COMPARED, SECTIONS, WATCHED
from b2b.insights.rules.shapes import Bound, Kind
from b2b.insights.rules.telling import as_typed, dutch_number, told


class Figure:
    def __init__(self, value, hidden=False, bound=None):
        self.value, self.hidden, self.bound = value, hidden, bound


@pytest.mark.parametrize(
    ("values", "top"),
    [([], 1), ([None], 1), ([0], 1), ([0.4], 0.5), ([3], 5), ([10], 10), ([11], 20), ([23], 25), ([45, 60], 100)],
)
def test_an_axis_ends_at_a_round_number_above_all_values(values, top):
    assert top_of(values) == pytest.approx(top)


def test_columns_stand_on_the_floor_as_high_as_their_number():
    chart = trend([Point(50), Point(100)], 100, columns=True)
    assert [(box.y, box.height) for box in chart.columns] == [(50, 50), (0, 100)]
    assert chart.line == chart.dots == ""


def test_a_hidden_number_is_a_mark_of_its_own_and_an_unknown_one_is_a_gap():
    chart = trend([Point(None, hidden=True), Point(None), Point(0)], 10, columns=True)
    assert [(box.y, box.height) for box in chart.hidden] == [(HIGH - STUB, STUB)]
    assert [box.height for box in chart.columns] == [0]


def test_a_line_stops_where_a_number_is_missing():
    chart = trend([Point(0.5), Point(0.6), Point(None, hidden=True), Point(0.7)], 1, columns=False)
    assert chart.line.count("M") == 2
    assert chart.dots.count("h0.01") == 3


@pytest.mark.parametrize(("value", "part"), [(None, 0), (0, 0), (5, 50), (10, 100), (20, 100)])
def test_a_bar_is_as_long_as_its_part_of_the_longest(value, part):
    assert length(value, 10) == part


@pytest.mark.parametrize(
    ("kind", "figure", "words"),
    [
        (Kind.COUNT, Figure(1250), "1.250"),
        (Kind.SHARE, Figure(0.8), "80 procent"),
        (Kind.SHARE, Figure(0.9, bound=Bound.MORE_THAN), "meer dan 90 procent"),
        (Kind.SHARE, Figure(0.1, bound=Bound.LESS_THAN), "minder dan 10 procent"),
        (Kind.MEDIAN, Figure(5.0), "5 uur"),
        (Kind.MEDIAN, Figure(49.0), "2 dagen"),
        (Kind.RATE, Figure(12.5), "12,5 per 1.000 inwoners"),
        (Kind.COUNT, Figure(None, hidden=True), "Te weinig om te tonen"),
        (Kind.SHARE, Figure(None), "Niet geteld"),
    ],
)
def test_a_figure_is_told_in_words(kind, figure, words):
    assert told(kind, figure).dutch == words


def test_a_share_is_typed_in_percent():
    assert as_typed(Kind.SHARE, 0.805) == 80.5
    assert dutch_number(80.5) == "80,5"


def test_every_measure_answers_one_question_and_no_question_asks_for_another():
    asked = [code for section in SECTIONS for code in section.measures]
    assert sorted(asked) == sorted(MEASURES)
    assert set(COMPARED) | set(WATCHED) <= set(MEASURES)
