"""Everything an offer is for: what is kept of it, and what comes first."""

import pytest

from b2b.posts.categories import CATEGORIES
from b2b.posts.ticks import (
    ALSO_MAX,
    KINDS_MAX,
    Ticked,
    labels,
    led_by,
    lines,
    mark,
    packed,
    rechosen,
    ticked_again,
    unpacked,
)

SHOP, DOG, ODD = (
    Ticked("boodschappen", ("winkel", "samen")),
    Ticked("huisdieren", ("uitlaten",)),
    Ticked("klussen", ()),
)


@pytest.mark.parametrize(
    ("ticks", "also"),
    [
        ((), ""),
        ((DOG,), ""),
        ((SHOP,), "|boodschappen:samen|"),
        ((DOG, SHOP), "|boodschappen:winkel,samen|"),
        ((SHOP, DOG, ODD), "|boodschappen:samen|huisdieren:uitlaten|klussen:|"),
    ],
)
def test_what_is_ticked_besides_the_main_thing_is_kept_and_read_back(ticks, also):
    assert packed(ticks) == also
    main = ticks[0] if ticks else Ticked("tuin")
    read = unpacked(main.category, main.tasks[0] if main.tasks else "", also)
    assert read == (ticks or (main,))


def test_a_kind_that_no_longer_exists_is_left_out():
    assert unpacked("tuin", "", "|sterrenkijken:nacht|huisdieren:uitlaten|") == (Ticked("tuin"), DOG)


def test_six_kinds_with_all_their_parts_fit_in_the_store():
    everything = [Ticked(c.code, tuple(task.code for task in c.tasks)) for c in CATEGORIES.values()]
    longest = sorted(everything, key=lambda one: -len(packed((ODD, one))))[:KINDS_MAX]
    assert len(packed((ODD, *longest))) <= ALSO_MAX


def test_no_kind_is_found_by_the_name_of_another():
    codes = list(CATEGORIES)
    assert all(mark(one)[1:-1] not in f"|{other}:" for one in codes for other in codes if one != other)


def test_the_main_kind_stays_first_while_it_is_ticked():
    assert rechosen((SHOP, DOG), ["klussen", "huisdieren", "boodschappen"])[0] == SHOP
    assert rechosen((SHOP, DOG), ["klussen", "huisdieren"]) == (Ticked("klussen"), DOG)
    assert rechosen((), ["tuin"]) == (Ticked("tuin"),)


def test_another_kind_can_come_first_and_the_others_keep_their_order():
    assert led_by("klussen", (SHOP, DOG, ODD)) == (ODD, SHOP, DOG)
    assert led_by("tuin", (SHOP, DOG)) == (SHOP, DOG)


def test_ticks_are_said_in_words():
    assert labels((DOG, ODD)) == ["Huisdieren", "Klus in huis"]
    assert lines((DOG,)) == [("Huisdieren", ["De hond uitlaten"])]


@pytest.mark.parametrize(
    ("named", "before", "chosen", "ticked"),
    [
        (["huisdieren"], [], [], ["huisdieren"]),
        (["huisdieren", "klussen"], ["huisdieren"], ["huisdieren", "vervoer"], ["huisdieren", "klussen", "vervoer"]),
        (["huisdieren", "klussen"], ["huisdieren"], [], ["klussen"]),
        (["klussen"], ["huisdieren"], ["huisdieren"], ["klussen"]),
        ([], ["huisdieren"], ["vervoer"], ["vervoer"]),
    ],
    ids=["first words", "more words", "unticked by hand", "other words", "ticked by hand"],
)
def test_words_that_change_do_not_overrule_a_hand(named, before, chosen, ticked):
    assert ticked_again(named, before, chosen) == ticked
