"""What a place may be called and written as. Pure."""

import re
import unicodedata


def slug(name: str, taken: set[str]) -> str:
    """Return `name` as lower-case words with hyphens, unique among `taken` (which grows)."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:70] or "buurt"
    found, number = base, 2
    while found in taken:
        found, number = f"{base}-{number}", number + 1
    taken.add(found)
    return found
