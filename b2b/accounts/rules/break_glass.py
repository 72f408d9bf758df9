"""The one-time sign-in of an administrator for when mail or the provider is down. Pure."""

import re
import secrets
from datetime import timedelta

from b2b.core.errors import Conflict, Gone
from b2b.core.ids import ALPHABET
from b2b.core.words import N_

CODE_LETTERS = 20
"""Twenty characters of 5 bits: 100 random bits, which nobody guesses in half an hour."""
LIFE = timedelta(minutes=30)
REASON_MAX = 300
SHOWN_FOR = timedelta(days=365)
_FORGIVEN = str.maketrans("ILO", "110")


class NoAdministrator(Conflict):
    """Only somebody who is an administrator already gets in this way."""

    sentence = N_("Deze persoon is geen beheerder. Geef eerst de rol met: b2b people grant.")


class EmergencyCodeOver(Gone):
    """A code that is unknown, used, or too old. The three are told apart nowhere."""

    sentence = N_("Deze noodcode werkt niet (meer). Vraag wie de site beheert om een nieuwe.")


def new_emergency_code() -> str:
    """Return a code in groups of four: "7K2M-9QXD-…"."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LETTERS))
    return "-".join(letters[start : start + 4] for start in range(0, CODE_LETTERS, 4))


def read_emergency_code(typed: str) -> str | None:
    """Return the one spelling of what was typed, or None when it cannot be a code."""
    letters = re.sub(r"[\s-]+", "", typed[:64].upper()).translate(_FORGIVEN)
    if not re.fullmatch(f"[{ALPHABET}]{{{CODE_LETTERS}}}", letters):
        return None
    return "-".join(letters[start : start + 4] for start in range(0, CODE_LETTERS, 4))
