"""What a place is called, on the page and in an address."""

import re
import unicodedata

NAME_MAX = 80
SLUG_MAX = 80
_BASE_MAX = 64
_WORDS_MAX = 12


def slug(name: str, taken: set[str]) -> str:
    """Return `name` as lower-case words with hyphens, unique among `taken` (which grows).

    Short enough that a number or the year of its end still fits behind it.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)[:_WORDS_MAX]
    base = "-".join(words)[:_BASE_MAX].strip("-") or "buurt"
    found, number = base, 2
    while found in taken:
        found, number = f"{base}-{number}", number + 1
    taken.add(found)
    return found


def district_name(official: str) -> str:
    """Return the name of a wijk as people say it: "Wijk 03 Overvecht" is Overvecht."""
    return re.sub(r"^Wijk \d{1,2}[ -]+(?=\S)", "", official)
