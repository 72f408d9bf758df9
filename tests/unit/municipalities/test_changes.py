"""Two maps are compared by ground first, by code second, and by name when there is nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from b2b.municipalities.rules import Change, ChangeKind, Overlap, WrongMap, compare

OLD = {"A": "Haven", "B": "Markt", "C": "Station"}


def same(*codes):
    """Return the overlaps of areas that did not move."""
    return [Overlap(code, code, 1.0, 1.0, 1.0) for code in codes]


def test_the_same_map_says_nothing():
    changes = compare(OLD, OLD, same(*OLD))
    assert changes.lines == [] and changes.ended == {} and changes.goes_on == {"A": "A", "B": "B", "C": "C"}


def test_a_new_area_is_added():
    changes = compare(OLD, {**OLD, "D": "Polder"}, same(*OLD))
    assert changes.lines == [Change(ChangeKind.ADDED, None, ("D",))] and changes.added == ["D"]


def test_a_new_name_on_the_same_ground_is_a_new_name():
    assert compare(OLD, {**OLD, "A": "Kade"}, same(*OLD)).lines == [Change(ChangeKind.RENAMED, "A", ("A",))]


@pytest.mark.parametrize(("iou", "kind"), [(0.91, ChangeKind.RECODED), (0.9, None)])
def test_a_new_code_is_the_same_area_only_above_nine_tenths(iou, kind):
    new = {"X": "Haven", "B": "Markt", "C": "Station"}
    changes = compare(OLD, new, [*same("B", "C"), Overlap("A", "X", iou, 0.95, 0.95)])
    assert bool(changes.of(ChangeKind.RECODED)) == (kind is ChangeKind.RECODED)
    assert ("A" in changes.ended) == (kind is None)


def test_a_moved_border_keeps_the_neighbourhood():
    changes = compare(OLD, OLD, [*same("B", "C"), Overlap("A", "A", 0.7, 0.7, 1.0)])
    assert changes.lines == [Change(ChangeKind.RESHAPED, "A", ("A",))] and changes.goes_on["A"] == "A"


def test_a_code_that_was_given_to_other_ground_is_another_neighbourhood():
    new = {"A": "Polder", "B": "Markt", "C": "Station"}
    changes = compare(OLD, new, same("B", "C"))
    assert changes.lines == [Change(ChangeKind.GONE, "A", ()), Change(ChangeKind.ADDED, None, ("A",))]
    assert "A" not in changes.goes_on


def test_a_split_names_its_pieces_the_largest_first():
    new = {"X": "Noord", "Y": "Zuid", "B": "Markt", "C": "Station"}
    shared = [*same("B", "C"), Overlap("A", "X", 0.4, 0.4, 1.0), Overlap("A", "Y", 0.6, 0.6, 1.0)]
    changes = compare(OLD, new, shared)
    assert changes.lines == [Change(ChangeKind.SPLIT, "A", ("Y", "X"))] and changes.ended == {"A": ("Y", "X")}


def test_a_split_in_which_one_piece_keeps_the_code_goes_on_as_that_piece():
    new = {**OLD, "X": "Noord"}
    shared = [*same("B", "C"), Overlap("A", "A", 0.6, 0.6, 1.0), Overlap("A", "X", 0.4, 0.4, 1.0)]
    changes = compare(OLD, new, shared)
    assert changes.lines == [Change(ChangeKind.SPLIT, "A", ("A", "X"))]
    assert changes.ended == {} and changes.added == ["X"]


def test_an_area_taken_up_by_another_is_merged():
    new = {"B": "Markt", "C": "Station"}
    shared = [*same("C"), Overlap("B", "B", 0.5, 1.0, 0.5), Overlap("A", "B", 0.5, 1.0, 0.5)]
    changes = compare(OLD, new, shared)
    assert changes.ended == {"A": ("B",)} and Change(ChangeKind.MERGED, "A", ("B",)) in changes.lines


def test_an_area_that_nothing_covers_is_gone():
    assert compare(OLD, {"B": "Markt", "C": "Station"}, same("B", "C")).lines == [Change(ChangeKind.GONE, "A", ())]


def test_without_outlines_the_code_decides_and_then_a_name_that_only_one_bears():
    new = {"A": "Kade", "Y": "Markt", "C": "Station"}
    changes = compare(OLD, new)
    assert changes.lines == [Change(ChangeKind.RENAMED, "A", ("A",)), Change(ChangeKind.RECODED, "B", ("Y",))]


def test_without_outlines_a_name_that_two_bear_decides_nothing():
    changes = compare({"A": "Centrum", "B": "Centrum"}, {"X": "Centrum", "Y": "Centrum"})
    assert changes.goes_on == {} and sorted(changes.ended) == ["A", "B"]


def test_what_a_person_says_wins():
    new = {"X": "Noord", "Y": "Zuid", "B": "Markt", "C": "Station"}
    shared = [*same("B", "C"), Overlap("A", "X", 0.4, 0.4, 1.0), Overlap("A", "Y", 0.6, 0.6, 1.0)]
    assert compare(OLD, new, shared, {"A": "X"}).goes_on["X"] == "A"
    merged = compare(OLD, {"C": "Station", "X": "Noord"}, same("C"), {"A": "X", "B": "X"})
    assert merged.ended == {"A": ("X",), "B": ("X",)}
    into = compare(OLD, {"B": "Markt", "C": "Station"}, same("B", "C"), {"A": "B"})
    assert into.ended == {"A": ("B",)} and into.goes_on["B"] == "B"


@pytest.mark.parametrize("mapped", [{"Z": "B"}, {"A": "Z"}])
def test_a_map_with_an_unknown_code_is_refused(mapped):
    with pytest.raises(WrongMap) as refusal:
        compare(OLD, OLD, same(*OLD), mapped)
    assert refusal.value.code == "Z"


codes = st.sampled_from("ABCDEFGH")
maps = st.dictionaries(codes, st.sampled_from(["Haven", "Markt", "Station", "Polder"]))
shares = st.floats(0, 1)


@settings(deadline=None, max_examples=60)
@given(maps, maps, st.one_of(st.none(), st.lists(st.builds(Overlap, codes, codes, shares, shares, shares))))
def test_every_old_area_goes_on_or_ends_and_every_new_one_has_one_origin(old, new, overlaps):
    if overlaps is not None:
        overlaps = [o for o in overlaps if o.old in old and o.new in new]
    changes = compare(old, new, overlaps)
    stays = list(changes.goes_on.values())
    assert len(stays) == len(set(stays)) and set(stays) | changes.ended.keys() == set(old)
    assert not set(stays) & changes.ended.keys()
    assert set(changes.added) == new.keys() - changes.goes_on.keys()
    assert all(heir in new for heirs in changes.ended.values() for heir in heirs)
