"""What follows from what was seen: by place, never a sanction, and by whom it is known."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b2b.moderation.rules.signals import Place, hinted, outcome, read_addresses
from b2b.moderation.signals import Action, read
from b2b.moderation.signals.names import read_name, skeleton
from b2b.moderation.signals.pace import Known, returned, sameness
from tests.architecture.tree import imports

ROOT = Path(__file__).parents[3] / "b2b" / "moderation"
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def test_a_cry_for_help_is_never_held_whatever_else_is_said():
    found = outcome(read("Ik wil niet meer leven, en jou maak ik kapot klootzak."), Place.POST)
    assert found.crisis and not found.hold
    assert Action.HOLD not in {action for _, action in found.kept}


def test_a_scam_is_held_on_the_board_and_warned_about_between_two_people():
    said = read("Maak eerst 1 cent over, dan weet ik dat je echt bent.")
    assert outcome(said, Place.POST).hold
    assert not outcome(said, Place.MESSAGE).hold
    assert {action for _, action in outcome(said, Place.MESSAGE).kept} == {Action.WARN}


def test_who_has_an_appointment_is_not_asked_about_a_telephone_number_but_about_an_account():
    assert not hinted(read("Bel me op 06-48213377."), Place.APPOINTED)
    assert hinted(read("Maak het over op NL91 ABNA 0417 1640 03."), Place.APPOINTED)


def test_hints_are_not_kept():
    assert outcome(read("Bel me op 06-48213377."), Place.POST).kept == ()


@pytest.mark.parametrize(
    "file", ["service/watching.py", "rules/signals.py", "queries/signals.py", "views/watching.py"]
)
def test_no_path_leads_from_a_signal_to_a_sanction(file):
    known = imports(ROOT / file)
    assert not {
        name for name in known if name.endswith((".deciding", ".measuring", ".stating", ".impose", ".decide"))
    }


@pytest.mark.parametrize("file", ["deciding", "measuring", "stating"])
def test_who_takes_measures_reads_no_signal(file):
    known = imports(ROOT / "service" / f"{file}.py")
    assert not {name for name in known if "signals" in name or "watching" in name}


def test_addresses_in_a_setting_are_read_one_by_one():
    assert read_addresses("a@b.nl, c@d.nl ,") == ["a@b.nl", "c@d.nl"]
    assert read_addresses("") == []


@pytest.mark.parametrize(
    "name", ["Moderator", "M0derat0r", "Мoderator", "Gemeente Utrecht", "beheerder Jan", "ADMIN"]
)
def test_a_name_that_passes_for_an_office_is_refused(name):
    assert [one.detector.in_post for one in read_name(name)] == [Action.REFUSE]


@pytest.mark.parametrize("name", ["Mo", "Fatima", "Ad", "Jan-Willem", "Beheshta", "Modesta"])
def test_ordinary_names_are_fine(name):
    assert read_name(name) == ()


def test_a_name_with_other_letters_that_looks_like_a_neighbours_is_seen():
    assert skeleton("Кarin") == skeleton("Karin")
    assert read_name("Кarin", ["Karin"])
    assert not read_name("Karin", ["Karin"])


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("Kаrin", "Karin"),
        ("Kar1n", "Karin"),
        ("lris", "Iris"),
        ("Iinda", "Linda"),
        ("Mamix", "Marnix"),
        ("𝐊𝐚𝐫𝐢𝐧", "Karin"),
    ],
)
def test_a_name_that_a_reader_takes_for_another_is_seen(new, old):
    assert [one.code for one in read_name(new, ["Henk", old])] == ["names.lookalike"]


@pytest.mark.parametrize(
    ("new", "old"),
    [("José", "Jose"), ("Ilse", "Lise"), ("Clara", "Dara"), ("KARIN", "Karin"), ("Jan", "Jan "), ("Мила", "Mila")],
)
def test_names_that_only_resemble_each_other_are_fine(new, old):
    assert read_name(new, [old]) == ()


def seen_to(*texts):
    return [one.code for one in sameness(texts[0], list(enumerate(texts)))]


def test_the_same_text_to_three_is_warned_about_to_five_held_and_to_two_not_seen():
    text = "Hallo, ik help u graag met alles in huis, bel mij."
    other = "Wat leuk dat u reageert!"
    assert seen_to(text, text + " Groet", other) == []
    assert seen_to(text, text + " Groet", text, other) == ["pace.same"]
    assert seen_to(text, text + " Groet", text, text + " Jan", text) == ["pace.flood"]


def test_the_same_text_twice_to_one_neighbour_is_one():
    text = "Hallo, ik help u graag met alles in huis, bel mij."
    assert sameness(text, [(1, text)] * 9) == ()


def test_the_same_text_to_five_is_held_between_two_people_and_a_cry_for_help_never():
    text = "Ik wil niet meer leven. " * 2
    flood = sameness(text, [(number, text) for number in range(5)])
    assert outcome(flood, Place.MESSAGE).hold and outcome(flood, Place.APPOINTED).hold
    assert not outcome((*read(text), *flood), Place.MESSAGE).hold


@given(st.lists(st.tuples(st.integers(0, 6), st.sampled_from(["ja hoor tot morgen", "nee dank", ""]))))
def test_a_text_is_never_held_for_fewer_than_five_neighbours(before):
    codes = [one.code for one in sameness("ja hoor tot morgen", before)]
    told = {where for where, said in before if said == "ja hoor tot morgen"}
    assert ("pace.flood" in codes) == (len(told) >= 5)


def test_somebody_who_comes_back_under_the_same_name_is_seen():
    newcomer = Known("Кees", 5, NOW)
    assert returned(newcomer, [Known("Kees", 5, NOW - timedelta(days=2))])
    assert not returned(newcomer, [Known("Kees", 6, NOW - timedelta(days=2))])
    assert not returned(newcomer, [Known("Kees", 5, NOW + timedelta(days=2))])
