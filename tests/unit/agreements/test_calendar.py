"""A calendar file that other programs can read: folded, escaped, in UTC; read back by a reader of our own."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b2b.agreements.calendar import FOLD, Entry, Status, calendar

ENTRY = Entry(
    uid="A-7K2M-9QXD@buurthulp",
    sequence=2,
    status=Status.CONFIRMED,
    starts_at=datetime(2026, 11, 26, 9, 30, tzinfo=UTC),
    ends_at=datetime(2026, 11, 26, 10, 30, tzinfo=UTC),
    written_at=datetime(2026, 11, 23, 9, 0, tzinfo=UTC),
    summary="Buurthulp: Wie haalt mijn boodschappen?",
    place="bij de bibliotheek",
    description="Met Ahmed.",
)
# Text as it reaches us: clean() has taken control characters and other line ends out.
TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), include_characters="\n"), max_size=200)


def read(text):
    """Return {name: value} of a file, as RFC 5545 says to unfold and to unescape."""
    assert text.endswith("\r\n")
    lines = text.replace("\r\n ", "").split("\r\n")[:-1]
    found = {}
    for line in lines:
        name, _, value = line.partition(":")
        found[name] = unescaped(value)
    return found


def unescaped(value):
    out, characters = "", iter(value)
    for character in characters:
        if character == "\\":
            following = next(characters)
            out += "\n" if following in "nN" else following
        else:
            out += character
    return out


def test_an_entry_reads_back():
    found = read(calendar(ENTRY))
    assert found["UID"] == ENTRY.uid
    assert found["SEQUENCE"] == "2"
    assert found["DTSTART"] == "20261126T093000Z"
    assert found["DTEND"] == "20261126T103000Z"
    assert found["SUMMARY"] == ENTRY.summary
    assert found["LOCATION"] == ENTRY.place
    assert found["STATUS"] == "CONFIRMED"
    assert found["METHOD"] == "PUBLISH"


def test_what_does_not_go_on_asks_a_calendar_to_drop_it():
    found = read(calendar(replace(ENTRY, status=Status.CANCELLED)))
    assert found["METHOD"] == "CANCEL"
    assert found["STATUS"] == "CANCELLED"


@pytest.mark.parametrize("hours", [0, 1, 2])
def test_a_moment_means_the_same_whatever_its_zone(hours):
    here = ENTRY.starts_at.astimezone(timezone(timedelta(hours=hours)))
    assert calendar(replace(ENTRY, starts_at=here)) == calendar(ENTRY)


@given(TEXT, TEXT, TEXT)
def test_words_of_people_read_back_and_no_line_is_too_long(summary, place, description):
    text = calendar(replace(ENTRY, summary=summary, place=place, description=description))
    found = read(text)
    assert (found["SUMMARY"], found["LOCATION"], found["DESCRIPTION"]) == (summary, place, description)
    assert all(len(line.encode()) <= FOLD for line in text.split("\r\n"))


def test_words_of_people_cannot_add_a_line():
    text = calendar(replace(ENTRY, place="thuis\r\nATTENDEE:mailto:boef@voorbeeld.nl\nEND:VCALENDAR"))
    lines = text.split("\r\n")
    assert not [line for line in lines if line.startswith("ATTENDEE")]
    assert lines.count("END:VCALENDAR") == 1
