"""Names for things outside the database: short, unguessable, readable over the phone.

A reference is a letter and eight characters of Crockford base32 (40 random bits): `H-7K2M-9QXD`.
Crockford's alphabet has no I, L, O or U, and reading forgives i/l for 1 and o for 0.
"""

import re
import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
REFERENCE_LENGTH = 11
_FORGIVEN = str.maketrans("ILO", "110")
_SHAPE = re.compile(rf"([A-Z])-?([{ALPHABET}]{{4}})-?([{ALPHABET}]{{4}})")


def new_reference(letter: str) -> str:
    """Return a fresh reference that starts with `letter` (one capital)."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(8))
    return f"{letter}-{body[:4]}-{body[4:]}"


def read_reference(text: str) -> str | None:
    """Return the canonical spelling of what somebody typed, or None when it cannot be one."""
    if len(text) > 32:
        return None
    typed = re.sub(r"[\s-]+", "", text.upper())
    if not typed:
        return None
    found = _SHAPE.fullmatch(typed[0] + typed[1:].translate(_FORGIVEN))
    return "-".join(found.groups()) if found else None


def new_token() -> str:
    """Return 256 random bits as URL-safe text: for sessions and signed-in links."""
    return secrets.token_urlsafe(32)
