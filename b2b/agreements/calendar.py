"""An appointment as a calendar file: the small part of RFC 5545 and 5546 that we need. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

PRODUCT = "-//Buurthulp//Afspraken//NL"
# A publisher must have an address; .invalid (RFC 2606) is one that nobody can write to.
ORGANIZER = "ORGANIZER;CN=Buurthulp:mailto:afspraken@buurthulp.invalid"
FOLD = 75
"""Octets on a line, without its end."""


class Status(StrEnum):
    TENTATIVE = "TENTATIVE"
    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True)
class Entry:
    """One entry. `uid` and a growing `sequence` let a calendar recognise a change; moments are aware."""

    uid: str
    sequence: int
    status: Status
    starts_at: datetime
    ends_at: datetime
    written_at: datetime
    summary: str
    place: str
    description: str

    @property
    def method(self) -> str:
        """Return what the file asks of a calendar: to show the entry, or to drop it."""
        return "CANCEL" if self.status is Status.CANCELLED else "PUBLISH"


def calendar(entry: Entry) -> str:
    """Return the file of one entry: CRLF line ends, long lines folded. Moments are UTC, so summer time cannot shift them."""
    return _file([f"METHOD:{entry.method}"], [entry])


def calendar_of_ones_own(entries: Sequence[Entry]) -> str:
    """Return a calendar that a telephone asks for again, every few hours."""
    return _file(
        ["METHOD:PUBLISH", "NAME:Buurthulp", "X-WR-CALNAME:Buurthulp", "REFRESH-INTERVAL;VALUE=DURATION:PT6H"],
        entries,
    )


def _file(about: Sequence[str], entries: Sequence[Entry]) -> str:
    start = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", *about]
    lines = [*start, *(line for entry in entries for line in _event(entry)), "END:VCALENDAR"]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _event(entry: Entry) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{entry.uid}",
        f"SEQUENCE:{entry.sequence}",
        f"DTSTAMP:{_utc(entry.written_at)}",
        f"DTSTART:{_utc(entry.starts_at)}",
        f"DTEND:{_utc(entry.ends_at)}",
        f"SUMMARY:{_text(entry.summary)}",
        f"LOCATION:{_text(entry.place)}",
        f"DESCRIPTION:{_text(entry.description)}",
        f"STATUS:{entry.status}",
        ORGANIZER,
        "TRANSP:OPAQUE",
        "CLASS:PRIVATE",
        "END:VEVENT",
    ]


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(value: str) -> str:
    """Escape what has a meaning in a calendar file."""
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n")):
        value = value.replace(plain, escaped)
    return value


def _folded(line: str) -> str:
    """Break a line after at most FOLD octets, never inside a character."""
    parts, room = [""], FOLD
    for character in line:
        size = len(character.encode())
        if size > room:
            parts.append("")
            room = FOLD - 1  # the space that marks a continuation counts
        parts[-1] += character
        room -= size
    return "\r\n ".join(parts)
