"""The six digits that come by mail: how they are made, kept and judged. Pure.

Three mails in a quarter of an hour and ten failed challenges a day leave somebody who guesses
a chance of 1 in 20,000 a day for one address.
"""

import hmac
import re
import secrets
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import scrypt

CODE_DIGITS = 6
CODE_LIFE = timedelta(minutes=10)
CODE_TRIES = 5
QUARTER = timedelta(minutes=15)
CHALLENGES_PER_QUARTER = 3
FAILED_CHALLENGES_PER_DAY = 10
JOIN_WITHIN = timedelta(hours=1)
"""How long after the right code somebody new may take to fill in the name."""

# Memory 8 MB, some 20 ms. What is hashed is peppered too, so that a stolen database is not enough.
_COST = {"n": 2**13, "r": 8, "p": 1, "dklen": 32}


class ChallengePurpose(StrEnum):
    """What a right code opens: a code for one thing is worth nothing for the other."""

    SIGN_IN = "sign-in"
    CHANGE_EMAIL = "change-email"


class CodeAnswer(StrEnum):
    """What came of a typed code."""

    RIGHT = "right"
    WRONG = "wrong"
    SPENT = "spent"
    """Just used, by this browser: the second half of a double click."""
    OVER = "over"
    """Nothing to try: too old, tried too often, or asked for in another browser."""


def new_code() -> str:
    """Return six random digits."""
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"


def read_code(typed: str) -> str | None:
    """Return the digits of what somebody typed or pasted, or None when it cannot be a code."""
    digits = re.sub(r"[\s.\-\u2010-\u2015]+", "", typed[:64])
    return digits if re.fullmatch(rf"[0-9]{{{CODE_DIGITS}}}", digits) else None


def spaced(code: str) -> str:
    """Return the code as it is read best: "482 913"."""
    return f"{code[:3]} {code[3:]}"


def code_hash(peppered: bytes, salt: bytes) -> bytes:
    """Return what is kept of a code (already mixed with a secret outside the database)."""
    return scrypt(peppered, salt=salt, **_COST)


def same(one: bytes, other: bytes) -> bool:
    """Compare in a time that tells nothing."""
    return hmac.compare_digest(one, other)


def worth_a_try(tries: int, expires_at: datetime, used_at: datetime | None, now: datetime) -> bool:
    """Say whether a code may still be tried."""
    return used_at is None and tries < CODE_TRIES and now < expires_at
