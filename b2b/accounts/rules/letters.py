"""The letter with a code that goes to somebody's door: how it is asked, printed, used. Pure."""

import re
import secrets
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from b2b.core.errors import Conflict, TooFast
from b2b.core.ids import ALPHABET
from b2b.core.lifecycle import Lifecycle
from b2b.core.words import N_

CODE_SIGNS = 8
LETTER_LIFE = timedelta(days=30)
"""How long the code in a letter works, from when the letter was printed."""
LETTER_TRIES = 5
ONE_EACH = timedelta(days=30)
"""One letter for an address, and one for a member, in this time."""
LETTER_KEPT = timedelta(days=30)
"""How long after its end a letter is remembered (as a fingerprint of the address, never the address)."""
RUN_MAX = 500
ADDITION_MAX = 6
NUMBER_MAX = 99999


class LetterState(StrEnum):
    WAITING = "waiting"
    PRINTING = "printing"
    SENT = "sent"
    USED = "used"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    SPENT = "spent"


class LetterAction(StrEnum):
    PRINT = "print"
    SEND = "send"
    USE = "use"
    WITHDRAW = "withdraw"
    EXPIRE = "expire"
    SPEND = "spend"
    """Five wrong codes: the letter is worth nothing any more."""


_S, _A = LetterState, LetterAction

LETTER_LIFECYCLE = Lifecycle(
    "letter",
    {
        (_S.WAITING, _A.PRINT): _S.PRINTING,
        (_S.WAITING, _A.WITHDRAW): _S.WITHDRAWN,
        (_S.PRINTING, _A.SEND): _S.SENT,
        (_S.SENT, _A.USE): _S.USED,
        (_S.SENT, _A.SPEND): _S.SPENT,
        (_S.SENT, _A.EXPIRE): _S.EXPIRED,
    },
)
STANDING = frozenset({LetterState.WAITING, LetterState.PRINTING, LetterState.SENT})
"""States in which a letter can still lead to something: a member has one such letter at most."""


class LetterAnswer(StrEnum):
    """What came of a typed code."""

    RIGHT = "right"
    WRONG = "wrong"
    OVER = "over"
    """No letter to try: none was printed, it is too old, or it was tried too often."""


@dataclass(frozen=True)
class Address:
    """A postcode ("3561AB"), a house number, and what comes after it ("B", "2HG")."""

    postcode: str
    number: int
    addition: str = ""

    @property
    def spelled(self) -> str:
        """Return the one spelling: it is sealed, and fingerprinted."""
        return f"{self.postcode} {self.number} {self.addition}".strip()

    @property
    def line(self) -> str:
        """Return it as it stands on an envelope: "3561 AB 12-B"."""
        house = f"{self.number}-{self.addition}" if self.addition else str(self.number)
        return f"{self.postcode[:4]} {self.postcode[4:]} {house}"


class AskedBefore(TooFast):
    """One letter for an address, or a member, in thirty days."""

    sentence = N_(
        "Er is deze maand al een brief gevraagd, door jou of voor dit adres. Wacht een maand, of vraag het aan twee buren."
    )


class NotHere(Conflict):
    """The postcode lies in another municipality."""

    sentence = N_("Deze postcode ligt niet in deze gemeente.")


class NothingToPrint(Conflict):
    """No letter waits."""

    sentence = N_("Er wachten geen brieven.")


def new_letter_code() -> str:
    """Return eight signs that are hard to guess and easy to read."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_SIGNS))


def read_letter_code(typed: str) -> str | None:
    """Return the code that somebody typed over, or None when it cannot be one. O reads as 0, I and L as 1."""
    signs = re.sub(r"[\s.\-\u2010-\u2015]+", "", typed[:64]).upper().translate(str.maketrans("ILO", "110"))
    return signs if re.fullmatch(rf"[{ALPHABET}]{{{CODE_SIGNS}}}", signs) else None


def in_halves(code: str) -> str:
    """Return a code as it is read best: "7K2M 9QXD"."""
    return f"{code[:4]} {code[4:]}"


def read_postcode(typed: str) -> str | None:
    """Return a postcode in its one spelling ("3561AB"), or None."""
    found = re.fullmatch(r"([1-9]\d{3})([A-Z]{2})", re.sub(r"[\s.\-]+", "", typed[:20]).upper())
    return found[1] + found[2] if found else None


def read_addition(typed: str) -> str | None:
    """Return what stands after a house number in its one spelling ("B", "2HG"), or None when it cannot be that."""
    signs = re.sub(r"[\s.\-/]+", "", typed[:40]).upper()
    return signs if re.fullmatch(rf"[A-Z0-9]{{0,{ADDITION_MAX}}}", signs) else None


def read_address(spelled: str) -> Address:
    """Return the address of its one spelling."""
    postcode, number, *rest = spelled.split(" ")
    return Address(postcode, int(number), rest[0] if rest else "")
