"""When somebody can, read from everyday words: "ma-vr overdag", "'s avonds", "in het weekend". Pure."""

import re
from functools import lru_cache

from b2b.matching.rules.words import fold

DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
PARTS = ("ochtend", "middag", "avond")
ALWAYS = frozenset((day, part) for day in DAYS for part in PARTS)
_DAY = {
    "ma": 0, "maandag": 0, "maandags": 0, "di": 1, "dinsdag": 1, "dinsdags": 1, "wo": 2, "woensdag": 2,
    "do": 3, "donderdag": 3, "vr": 4, "vrijdag": 4, "za": 5, "zaterdag": 5, "zo": 6, "zondag": 6,
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
_PART = {
    "ochtend": 0, "ochtends": 0, "morgens": 0, "voormiddag": 0, "vroeg": 0, "morning": 0,
    "middag": 1, "middags": 1, "namiddag": 1, "afternoon": 1, "school": 1,
    "avond": 2, "avonds": 2, "savonds": 2, "evening": 2, "evenings": 2,
}  # fmt: skip
_FLEXIBLE = {"flexibel", "altijd", "dagelijks", "maakt", "overleg", "afspraak", "wanneer", "always", "anytime"}
_WEEKEND, _WORKDAYS, _DAYTIME = (
    {"weekend", "weekends"},
    {"doordeweeks", "werkdagen", "weekdays"},
    {"overdag", "daytime"},
)
_RANGE = re.compile(r"\b(ma|di|wo|do|vr|za|zo)\w*\s*(?:-|t/m|tot en met)\s*(ma|di|wo|do|vr|za|zo)")


@lru_cache(10_000)
def moments(words: str) -> frozenset[tuple[str, str]] | None:
    """Return the parts of the week that these words name, or None when they name none."""
    text = fold(words)
    found = set(re.findall(r"[a-z]+", text))
    if found & _FLEXIBLE:
        return ALWAYS
    days = {_DAY[word] for word in found if word in _DAY}
    days |= {_DAY[day] for word in found for part in PARTS if (day := word.removesuffix(part)) in _DAY}
    for start, end in _RANGE.findall(text):
        days |= set(range(_DAY[start], _DAY[end] + 1))
    days |= {5, 6} if found & _WEEKEND else set()
    days |= set(range(5)) if found & _WORKDAYS else set()
    parts = {_PART[word] for word in found if word in _PART}
    parts |= {index for index, part in enumerate(PARTS) if any(word.endswith(part) for word in found)}
    parts |= {0, 1} if found & _DAYTIME else set()
    if not days and not parts:
        return None
    return frozenset((DAYS[d], PARTS[p]) for d in (days or range(7)) for p in (parts or range(3)))


def overlap(one: str, other: str) -> bool | None:
    """Say whether two people can at the same time; None when one of them does not say."""
    first, second = moments(one), moments(other)
    if first is None or second is None:
        return None
    return bool(first & second)
