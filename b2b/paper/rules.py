"""The lane "voor wie geen e-mail heeft": what came of a call, and how long what was said there is kept. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any

from b2b.core.words import N_

NOTE_MAX = 200
PHONE_KEPT = timedelta(days=30)
"""A telephone number is erased this long after the last request ended and the last call was made."""
CALLS_KEPT = timedelta(days=90)
CALLS_SHOWN = 20
SHEET_PAGE = 8
"""So many requests fit on one A4 with their strips."""
SHEET_MAX = 3 * SHEET_PAGE


class CallOutcome(StrEnum):
    SPOKE = "spoke"
    CALLED_BACK = "called_back"
    AT_THE_DESK = "at_the_desk"
    PRINTED = "printed"
    NO_ANSWER = "no_answer"
    LEFT_WORD = "left_word"


@dataclass(frozen=True)
class OutcomeWords:
    """What an outcome is called, and whether the person knows the news after it."""

    words: str
    tells: bool


OUTCOMES = {
    CallOutcome.SPOKE: OutcomeWords(N_("Gesproken: ik heb alles verteld"), tells=True),
    CallOutcome.CALLED_BACK: OutcomeWords(N_("Teruggebeld door de bewoner: ik heb alles verteld"), tells=True),
    CallOutcome.AT_THE_DESK: OutcomeWords(N_("Aan de balie: ik heb alles verteld"), tells=True),
    CallOutcome.PRINTED: OutcomeWords(N_("Op papier meegegeven of in de bus gedaan"), tells=True),
    CallOutcome.NO_ANSWER: OutcomeWords(N_("Niet bereikt"), tells=False),
    CallOutcome.LEFT_WORD: OutcomeWords(N_("Boodschap achtergelaten: bel ons terug"), tells=False),
}
"""In the order of the page. What was not told stays on the list."""


def read_phone(typed: str) -> str | None:
    """Return a Dutch telephone number in its one spelling ("0612345678"), or None when it cannot be one."""
    digits = re.sub(r"[\s.\-()/]+", "", typed[:40])
    digits = re.sub(r"^(?:\+31|0031)0?", "0", digits)
    return digits if re.fullmatch(r"0[1-9]\d{8}", digits) else None


def spaced_phone(number: str) -> str:
    """Return a number as it is read best: "06 12 34 56 78" or "030 123 45 67"."""
    if number.startswith("06"):
        return " ".join(number[at : at + 2] for at in range(0, 10, 2))
    return f"{number[:3]} {number[3:6]} {number[6:8]} {number[8:]}"


def in_pages(things: Sequence[Any]) -> list[list[Any]]:
    """Return things in pages of SHEET_PAGE."""
    return [list(things[at : at + SHEET_PAGE]) for at in range(0, len(things), SHEET_PAGE)]
