"""Rows of the copy as a resident reads them: a label and a value in plain Dutch, dates in words, codes explained."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from b2b.core.clock import local
from b2b.core.words import N_
from b2b.posts.ticks import lines, unpacked
from b2b.privacy.queries.mine import Part
from b2b.privacy.rules.code_words import VALUES
from b2b.privacy.rules.labels import FOR_COMPUTERS, label
from b2b.web.i18n import date_words, moment_words

YES, NO = N_("ja"), N_("nee")


@dataclass(frozen=True)
class Line:
    """One thing that is known: what it is called, and what it says."""

    label: str
    value: str


def readable(part: Part, place: Callable[[int], str]) -> list[list[Line]]:
    """Return each row as lines; what is empty, and what is for computers only, is left out.

    `place` turns the key of a neighbourhood into its name.
    """
    return [lines for lines in (_lines(part, row, place) for row in part.rows) if lines]


def about(part: Part) -> str:
    """Return the heading of a part: what its table is about, as a sentence begins."""
    return part.table.about[:1].upper() + part.table.about[1:]


def _lines(part: Part, row: dict[str, Any], place: Callable[[int], str]) -> list[Line]:
    found = []
    for name, value in row.items():
        if name in FOR_COMPUTERS or value in (None, "", [], {}, False):
            continue
        words = place(value) if name == "neighbourhood_id" else _kinds(value) if name == "also" else said(value)
        found.append(Line(label(part.table.columns[name]), words))
    return found


def _kinds(also: str) -> str:
    """Return what an offer is for besides: "Huisdieren (De hond uitlaten), Klus in huis"."""
    pairs = lines(unpacked("", "", also))
    return ", ".join(f"{kind} ({', '.join(parts)})" if parts else kind for kind, parts in pairs)


def said(value: Any) -> str:
    """Return a value in words."""
    for kind, spell in _SPELLED:
        if isinstance(value, kind):
            return spell(value)
    return str(value)


_SPELLED: tuple[tuple[Any, Callable[[Any], str]], ...] = (
    (Enum, lambda code: VALUES.get(str(code.value), str(code.value))),
    (bool, lambda yes: YES if yes else NO),
    (datetime, lambda moment: f"{moment_words(moment)} ({local(moment).year})"),
    (date, lambda day: date_words(day, year=True)),
    (dict, lambda pairs: ", ".join(f"{key}: {said(each)}" for key, each in pairs.items())),
    ((list, tuple), lambda row: ", ".join(said(each) for each in row)),
)
"""How each kind of value is spelled; the first that fits."""
