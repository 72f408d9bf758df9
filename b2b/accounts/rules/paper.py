"""The code on paper with which somebody without an e-mail address signs in, once. Pure.

It is as long as the code in a letter, and read the same way: eight signs that are hard to guess.
"""

from datetime import timedelta
from enum import StrEnum

from b2b.core.errors import Conflict
from b2b.core.words import N_

PAPER_CODE_LIFE = timedelta(days=14)
"""Long enough to wait for a grandchild with a telephone; short enough for a card that lies around."""
PAPER_CODE_TRIES = 5
PAPER_CODE_KEPT = timedelta(days=30)
"""How long after its end a code is remembered, without the code: who made it, and whether it was used."""


class PaperAnswer(StrEnum):
    """What came of a typed code."""

    RIGHT = "right"
    WRONG = "wrong"
    """Also when there is no such card, or its code is over: the page must not tell which cards exist."""


class HasAddress(Conflict):
    """Who has an e-mail address signs in with that."""

    sentence = N_("Deze bewoner heeft een e-mailadres en logt daarmee in. Een code op papier is niet nodig.")
