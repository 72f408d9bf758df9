"""Whoever has all published tables, and knows how they were made, finds no number that was hidden."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from b2b.insights.rules.bounds import bounds
from b2b.insights.rules.facts import ELSEWHERE, Fact, Map, _Heap, figures
from b2b.insights.rules.measures import MEASURES
from b2b.insights.rules.shapes import Bound
from b2b.insights.rules.small import Cell, Sum, told
from b2b.insights.rules.solving import solved
from b2b.insights.rules.tallies import TALLIES

NUMBERS = st.one_of(st.integers(0, 6), st.integers(0, 40))


def key(name):
    return (name,)


def tree(numbers, size=3):
    """Return cells and sums: a whole of wijken of `size` buurten each."""
    cells, sums, wijken = {}, [], [numbers[at : at + size] for at in range(0, len(numbers), size)]
    for at, hoods in enumerate(wijken):
        for one, number in enumerate(hoods):
            cells[key(f"b{at}{one}")] = Cell(number, number)
        cells[key(f"w{at}")] = Cell(sum(hoods), sum(hoods))
        sums.append(Sum(key(f"w{at}"), tuple(key(f"b{at}{one}") for one in range(len(hoods)))))
    cells[key("g")] = Cell(sum(numbers), sum(numbers))
    sums.append(Sum(key("g"), tuple(key(f"w{at}") for at in range(len(wijken)))))
    return cells, sums


def grid(rows):
    """Return cells and sums of a table with totals on both sides."""
    cells, sums = {}, []
    across, down = range(len(rows)), range(len(rows[0]))
    for at, one in product(across, down):
        cells[key(f"c{at}{one}")] = Cell(rows[at][one], rows[at][one])
    for at in across:
        cells[key(f"r{at}")] = Cell(sum(rows[at]), sum(rows[at]))
        sums.append(Sum(key(f"r{at}"), tuple(key(f"c{at}{one}") for one in down)))
    for one in down:
        total = sum(row[one] for row in rows)
        cells[key(f"k{one}")] = Cell(total, total)
        sums.append(Sum(key(f"k{one}"), tuple(key(f"c{at}{one}") for at in across)))
    whole = sum(map(sum, rows))
    cells[key("g")] = Cell(whole, whole)
    sums.append(Sum(key("g"), tuple(key(f"r{at}") for at in across)))
    sums.append(Sum(key("g"), tuple(key(f"k{one}") for one in down)))
    return cells, sums


def hold(cells, sums, between=None, width=4):
    """Nothing small is told; nothing hidden is solved, nor caught between close bounds."""
    shown = told(cells, sums)
    hidden = set(cells) - shown
    assert not [one for one in shown if cells[one].is_small]
    assert not solved(sums, hidden)
    for least, most in bounds({one: cell.number for one, cell in cells.items()}, sums, hidden, between).values():
        assert most - least >= width
    return shown


@settings(max_examples=80, deadline=None)
@given(st.lists(NUMBERS, min_size=2, max_size=12))
def test_no_hidden_number_of_a_tree_of_places_is_found(numbers):
    hold(*tree(numbers))


@settings(max_examples=80, deadline=None)
@given(
    st.integers(2, 4).flatmap(
        lambda wide: st.lists(st.lists(NUMBERS, min_size=wide, max_size=wide), min_size=2, max_size=4)
    )
)
def test_no_hidden_number_of_a_table_with_totals_on_both_sides_is_found(rows):
    hold(*grid(rows))


@settings(max_examples=12, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=3, max_size=3))
def test_who_knows_how_it_was_made_still_has_a_choice(numbers):
    """Every other table that would be published the same is tried: no hidden cell is the same in all of them."""
    cells, sums = tree(numbers, size=len(numbers))
    shown = hold(cells, sums)
    seen = {one: cells[one].number for one in shown}
    others = []
    for guess in product(range(10), repeat=len(numbers)):
        other, _ = tree(guess, size=len(guess))
        if all(other[one].number == number for one, number in seen.items()) and told(other, sums) == shown:
            others.append(other)
    for one in set(cells) - shown:
        assert len({other[one].number for other in others}) > 1


def test_a_lonely_small_number_takes_another_with_it():
    cells, sums = tree([2, 9, 30], size=3)
    assert told(cells, sums) & {key("b00"), key("b01"), key("b02")} == {key("b02")}


def test_zeros_beside_a_total_do_not_betray_that_they_are_zeros():
    cells, sums = tree([7, 0, 0], size=3)
    assert not told(cells, sums) & {key("b00"), key("b01"), key("b02")}


def test_five_events_of_one_person_are_not_told():
    assert told({key("g"): Cell(9, 2)}, []) == set()
    assert told({key("g"): Cell(9, 3)}, []) == {key("g")}


def test_what_is_solved_is_named():
    sums = [
        Sum(key("r"), (key("a"), key("b"))),
        Sum(key("k"), (key("a"), key("c"))),
        Sum(key("g"), (key("b"), key("c"))),
    ]
    assert solved(sums, {key("a"), key("b"), key("c")}) == {key("a"), key("b"), key("c")}
    assert solved(sums[:2], {key("a"), key("b"), key("c")}) == set()


HERE = Map("GM0344", {"WK034401": ("BU03440101", "BU03440102"), "WK034402": ("BU03440201", "BU03440202")})
HOODS = ("BU03440101", "BU03440102", "BU03440201", "BU03440202", "BU03440999")
KINDS = ("boodschappen", "tuin")


@settings(max_examples=15, deadline=None)
@pytest.mark.parametrize("code", TALLIES)
@given(counts=st.lists(NUMBERS, min_size=10, max_size=10), makers=st.sampled_from([2, 9, 13, 999]))
def test_no_set_of_tables_of_a_tally_gives_a_hidden_number_away(code, counts, makers):
    tally = TALLIES[code]
    parts = tally.parts or ("",)
    facts = [
        Fact(HOODS[at % 5], str((at * 40 + one) % makers), parts[(at + one) % len(parts)], KINDS[at // 5], 5.0)
        for at, number in enumerate(counts)
        for one in range(number)
    ]
    rows = figures(code, facts, HERE, KINDS)
    heap = _Heap(tally, facts, HERE, KINDS)
    cells, sums = heap.cells(), heap.sums()
    read, between = reader(tally, rows)
    shown = hold(cells, sums, between, tally.least - 1)
    assert all(one in shown and cells[one].number == number for one, number in read.items())
    assert all(row.people >= (10 if tally.is_judged else 3) for row in rows)


def reader(tally, rows):
    """Return what somebody knows who has every row: exact cells, and bounds of others."""
    known, between = {}, {}
    for row in rows:
        measure = next(one for one in measures_of(tally) if one.code == row.measure)
        here = (row.area, "part", measure.part) if measure.part else (row.area, "", "")
        if row.category:
            here = (row.area, "category", row.category)
        if row.denominator and measure.kind in ("share", "median"):
            known[row.area, "", ""] = row.denominator
        if row.numerator is not None:
            known[here] = row.numerator
        if row.bound:
            least = tally.least - 1
            between[here] = (0, least) if row.bound is Bound.LESS_THAN else (row.denominator - least, row.denominator)
    return known, between


def measures_of(tally):
    return [one for one in MEASURES.values() if one.tally == tally.code]


def test_what_is_no_longer_on_the_map_counts_in_the_whole_and_has_no_line():
    facts = [Fact("BU03440999", str(one)) for one in range(12)]
    rows = [row for row in figures("handed_over", facts, HERE, KINDS) if row.measure == "handed_over"]
    assert [(row.area, row.numerator) for row in rows] == [("GM0344", 12)] and ELSEWHERE not in {r.area for r in rows}


def test_nearly_all_in_time_is_told_as_more_than():
    facts = [Fact(HOODS[one % 4], str(one), "late" if one < 2 else "in_time") for one in range(100)]
    rows = {row.area: row for row in figures("answers", facts, HERE, KINDS)}
    assert (rows["GM0344"].bound, rows["GM0344"].value, rows["GM0344"].numerator) == (Bound.MORE_THAN, 0.95, None)


def test_a_median_needs_ten_people():
    facts = [Fact(HOODS[0], str(one % 9), hours=4.0) for one in range(40)]
    assert figures("first_answer", facts, HERE, KINDS) == []
    (row,) = figures("first_answer", [*facts, Fact(HOODS[0], "10", hours=9.0)], HERE, KINDS)[:1]
    assert (row.value, row.denominator, row.numerator) == (4.0, 41, None)
