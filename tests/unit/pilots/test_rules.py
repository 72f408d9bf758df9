"""When a neighbourhood may open, where posts can be placed, and what can be said of an assumption."""

from datetime import UTC, date, datetime

import pytest

from b2b.consent.rules import ITEMS, Line
from b2b.core.lifecycle import IllegalMove
from b2b.insights.rules.shapes import Kind
from b2b.pilots.rules import (
    PILOT_LIFECYCLE,
    TARGET_MAX,
    Direction,
    Opening,
    Part,
    PilotAction,
    PilotState,
    Verdict,
    full_months,
    judge,
    opening,
    over_months,
    read_number,
    together,
    undone,
)

NOW = datetime(2026, 11, 23, tzinfo=UTC)
DONE = [Line(item, True) for item in ITEMS]


@pytest.mark.parametrize(("before", "action", "after"), [(*move, to) for move, to in PILOT_LIFECYCLE.moves.items()])
def test_a_pilot_begins_once_and_ends_once(before, action, after):
    assert PILOT_LIFECYCLE.after(before, action) is after


@pytest.mark.parametrize(
    ("state", "action"),
    [(s, a) for s in PilotState for a in PilotAction if (s, a) not in PILOT_LIFECYCLE.moves],
)
def test_nothing_else_happens_to_a_pilot(state, action):
    with pytest.raises(IllegalMove):
        PILOT_LIFECYCLE.after(state, action)


def part(state=PilotState.RUNNING, *, only_here=True, opened=(1,), shut=(2,)):
    return Part(state, only_here, dict.fromkeys(opened, NOW) | dict.fromkeys(shut))


@pytest.mark.parametrize(
    ("parts", "where"),
    [
        ([], Opening(None, ())),
        ([part(PilotState.PLANNED)], Opening(None, ())),
        ([part()], Opening((1,), ())),
        ([part(opened=())], Opening((), ())),
        ([part(PilotState.ENDED)], Opening((1,), ())),
        ([part(), part(opened=(3,), shut=())], Opening((1, 3), ())),
        ([part(only_here=False)], Opening(None, (2,))),
        ([part(PilotState.ENDED, only_here=False)], Opening(None, ())),
        ([part(), part(only_here=False, opened=(4,), shut=(5,))], Opening((1,), (5,))),
    ],
)
def test_posts_are_placed_where_a_pilot_opened(parts, where):
    assert opening(parts) == where


def test_a_neighbourhood_opens_when_all_is_done_and_somebody_moderates_there():
    assert undone(DONE, 1) == []
    assert undone(DONE, 0) == ["Een moderator in deze buurt"]


def test_moderators_elsewhere_are_not_asked_for_but_everything_else_is():
    without = [Line(item, item.code not in ("moderators", "dpia")) for item in ITEMS]
    assert undone(without, 2) == ["DPIA ondertekend"]


@pytest.mark.parametrize(
    ("value", "direction", "verdict"),
    [
        (80, Direction.AT_LEAST, Verdict.TRUE),
        (79.9, Direction.AT_LEAST, Verdict.FALSE),
        (80, Direction.AT_MOST, Verdict.TRUE),
        (80.1, Direction.AT_MOST, Verdict.FALSE),
        (None, Direction.AT_LEAST, Verdict.UNKNOWN),
        (0, Direction.AT_MOST, Verdict.TRUE),
    ],
)
def test_an_assumption_is_held_against_its_target(value, direction, verdict):
    assert judge(value, direction, 80) is verdict


@pytest.mark.parametrize(
    ("verdicts", "verdict"),
    [
        ([], Verdict.UNKNOWN),
        ([Verdict.TRUE, Verdict.TRUE], Verdict.TRUE),
        ([Verdict.TRUE, Verdict.FALSE], Verdict.FALSE),
        ([Verdict.TRUE, Verdict.UNKNOWN], Verdict.UNKNOWN),
        ([Verdict.UNKNOWN, Verdict.FALSE], Verdict.FALSE),
    ],
)
def test_over_several_wijken_it_is_true_only_where_it_is_true_in_each(verdicts, verdict):
    assert together(verdicts) is verdict


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("80", 80.0),
        ("2,5", 2.5),
        ("2.75", 2.75),
        ("0", 0.0),
        ("", None),
        ("-1", None),
        ("1e9", None),
        ("nan", None),
        ("٣", None),
        (str(TARGET_MAX + 1), None),
    ],
)
def test_a_number_is_read_as_people_write_it(typed, number):
    assert read_number(typed) == number


class Month:
    def __init__(self, value, base=None):
        self.value, self.base = value, base


@pytest.mark.parametrize(
    ("kind", "months", "number"),
    [
        (Kind.COUNT, [Month(10), Month(20)], 15),
        (Kind.SHARE, [Month(0.5, 10), Month(0.9, 30)], 80),
        (Kind.MEDIAN, [Month(4.0), Month(6.0), Month(None)], 5),
        (Kind.COUNT, [Month(10), Month(None), Month(None)], None),
        (Kind.COUNT, [], None),
    ],
)
def test_a_period_has_a_number_when_half_of_its_months_have_one(kind, months, number):
    assert over_months(kind, months) == number


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2026, 9, 1), date(2026, 10, 31), ["2026-09", "2026-10"]),
        (date(2026, 9, 2), date(2026, 10, 31), ["2026-10"]),
        (date(2026, 9, 1), date(2026, 10, 30), ["2026-09"]),
        (date(2026, 9, 10), date(2026, 9, 20), []),
        (date(2026, 12, 1), date(2026, 11, 1), []),
    ],
)
def test_only_whole_months_count(first, last, months):
    assert full_months(first, last) == months
