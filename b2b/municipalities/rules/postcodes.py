"""Postcodes as people type them, and the wijk that four digits suggest."""

import re
from collections.abc import Mapping

MOSTLY = 0.8
"""From this share of addresses on, a suggestion goes without "a part lies elsewhere"."""

_TYPED = re.compile(r"([1-9]\d{3})(?:[A-Z]{2})?")


def pc4(typed: str) -> str | None:
    """Return the four digits of a postcode ("3561 AB", "3561ab", " 3561 "), or None when it is none."""
    found = _TYPED.fullmatch(re.sub(r"[\s.-]+", "", typed).upper()) if len(typed) <= 40 else None
    return found[1] if found else None


def main_district(addresses: Mapping[str, int]) -> tuple[str, float]:
    """Return the wijk with the most addresses and its share (0 to 1); the lower code wins a tie."""
    code, count = min(addresses.items(), key=lambda item: (-item[1], item[0]))
    return code, round(count / sum(addresses.values()), 3)
