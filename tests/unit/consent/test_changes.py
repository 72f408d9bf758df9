"""What changed between two versions, which one holds, and who is asked."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b2b.consent.rules import (
    NOTICE,
    Asked,
    Change,
    Part,
    TooSoon,
    address_of,
    changed_only,
    check_moment,
    compare,
    holds,
    lines,
    needed,
    subject_of,
    upcoming,
)

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
LATER = NOW + timedelta(days=20)


@dataclass(frozen=True)
class Version:
    version: int
    effective_from: datetime


def test_a_comparison_shows_what_went_and_what_came_in_its_place():
    old, new = (
        lines("Regels", "Wees aardig.\n\nKom op tijd."),
        lines("Regels", "Wees aardig.\n\nZeg af als het moet."),
    )
    assert compare(old, new) == [
        Part(Change.SAME, "Regels"),
        Part(Change.SAME, "Wees aardig."),
        Part(Change.REMOVED, "Kom op tijd."),
        Part(Change.ADDED, "Zeg af als het moet."),
    ]
    assert [part.change for part in changed_only(compare(old, new))] == [Change.REMOVED, Change.ADDED]


words = st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=8)


@given(words, words)
def test_a_comparison_holds_both_texts_whole(old, new):
    parts = compare(old, new)
    assert [p.words for p in parts if p.change is not Change.ADDED] == old
    assert [p.words for p in parts if p.change is not Change.REMOVED] == new


def test_the_newest_version_whose_day_has_come_holds():
    first, second, third = Version(1, NOW - NOTICE), Version(2, NOW), Version(3, LATER)
    assert holds([third, first, second], NOW) == second
    assert holds([third, first, second], NOW - timedelta(seconds=1)) == first
    assert holds([third], NOW) is None
    assert upcoming([first, second, third], NOW) == third
    assert upcoming([first, second, third], LATER) is None


def test_a_newer_version_overtakes_one_that_still_waits():
    waiting, urgent = Version(2, LATER), Version(3, NOW)
    assert holds([Version(1, NOW - NOTICE), waiting, urgent], LATER) == urgent
    assert upcoming([waiting, urgent], NOW) is None


@pytest.mark.parametrize(
    ("wait", "significant", "is_open", "fine"),
    [
        (NOTICE, True, True, True),
        (NOTICE - timedelta(seconds=1), True, True, False),
        (timedelta(0), False, True, True),
        (timedelta(0), True, False, True),
    ],
)
def test_only_people_who_take_part_are_given_time(wait, significant, is_open, fine):
    if fine:
        check_moment(NOW + wait, NOW, significant=significant, is_open=is_open)
    else:
        with pytest.raises(TooSoon):
            check_moment(NOW + wait, NOW, significant=significant, is_open=is_open)


def test_what_is_asked_survives_being_kept_as_json():
    one = Asked("spelregels", 2, "a" * 64, NOW)
    assert Asked.of(one.as_json()) == one


def test_the_newest_version_that_holds_is_needed():
    asked = [Asked("spelregels", 2, "b", NOW), Asked("spelregels", 3, "c", LATER), Asked("privacy", 2, "d", LATER)]
    assert needed(asked, NOW - timedelta(seconds=1)) == {}
    assert needed(asked, NOW) == {"spelregels": "b"}
    assert needed(asked, LATER) == {"spelregels": "c", "privacy": "d"}


@pytest.mark.parametrize("subject", ["spelregels", "privacy", "hulp:koken"])
def test_a_text_has_an_address(subject):
    assert ":" not in address_of(subject)
    assert subject_of(address_of(subject)) == subject
