"""`security.txt` (RFC 9116): where somebody tells us of a weak spot, and until when that is surely right. Pure."""

from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

CONTACT, UNTIL = "security.contact", "security.until"
"""Settings of a municipality: an address (mailto: or https:), and the last day (ISO) on which it holds."""
PATH = "/.well-known/security.txt"
HOLDS = timedelta(days=364)
"""Who says that the address is right says so for less than a year, as the standard asks."""
SOON = timedelta(days=30)
CONTACT_MAX = 200


class Standing(StrEnum):
    """How the file of one municipality stands. All but `well` are told to the operator."""

    WELL = "well"
    MISSING = "missing"
    SOON = "soon"
    OVER = "over"


def standing(contact: object, until: object, today: date) -> Standing:
    """Return how it stands, from what the settings hold."""
    last = day_of(until)
    if not contact or last is None:
        return Standing.MISSING
    if last < today:
        return Standing.OVER
    return Standing.SOON if last - today < SOON else Standing.WELL


def day_of(value: object) -> date | None:
    """Read a day as the settings keep it; None when there is none."""
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def address(typed: str) -> str | None:
    """Return what somebody typed as an address of the file: an e-mail address or an https page, else None."""
    bare = typed.removeprefix("mailto:")
    if any(sign.isspace() or not sign.isprintable() for sign in bare) or not bare.isascii():
        return None
    if bare.startswith("https://"):
        return bare if "." in bare[8:].partition("/")[0] else None
    name, at, host = bare.partition("@")
    return f"mailto:{bare}" if name and at and "." in host.strip(".") and "@" not in host else None


def text(contact: str, until: date, canonical: str) -> str:
    """Return the file. `until` is the last day, in UTC; `canonical` its own address."""
    expires = datetime.combine(until, time(23, 59, 59), UTC)
    lines = (
        f"Contact: {contact}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: nl, en",
        f"Canonical: {canonical}",
    )
    return "\n".join(lines) + "\n"
