"""How a figure is told in words, and how the same number is typed and drawn. Pure; sentences are Dutch."""

from dataclasses import dataclass, field
from typing import Protocol

from b2b.core.words import N_
from b2b.insights.rules.shapes import Bound, Kind

LONG_HOURS = 48
"""From two days on a time is told in days."""


class Number(Protocol):
    """A figure as it may be told."""

    @property
    def value(self) -> float | None: ...
    @property
    def hidden(self) -> bool: ...
    @property
    def bound(self) -> Bound | None: ...


@dataclass(frozen=True)
class Told:
    """A sentence to translate, and what is filled in."""

    sentence: str
    values: dict[str, str] = field(default_factory=dict)

    @property
    def dutch(self) -> str:
        """Return it in the source language: for paper and files."""
        return self.sentence % self.values


HIDDEN = Told(N_("Te weinig om te tonen"))
UNKNOWN = Told(N_("Niet geteld"))
_PLAIN = {
    Kind.COUNT: N_("%(number)s"),
    Kind.SHARE: N_("%(number)s procent"),
    Kind.RATE: N_("%(number)s per 1.000 inwoners"),
}
_BOUNDS = {
    Bound.MORE_THAN: N_("meer dan %(number)s procent"),
    Bound.LESS_THAN: N_("minder dan %(number)s procent"),
}


def told(kind: Kind, one: Number) -> Told:
    """Return what is said of a figure; a number that is not there is said in words, and is never a zero."""
    if one.value is None:
        return HIDDEN if one.hidden else UNKNOWN
    if kind is Kind.MEDIAN:
        hours = round(one.value)
        if hours < LONG_HOURS:
            return Told(N_("%(number)s uur"), {"number": str(hours)})
        return Told(N_("%(number)s dagen"), {"number": str(round(hours / 24))})
    sentence = _BOUNDS[one.bound] if one.bound else _PLAIN[kind]
    return Told(sentence, {"number": dutch_number(as_typed(kind, one.value))})


def as_typed(kind: Kind, value: float) -> float:
    """Return a value as people type and read it: a share in percent, the rest as it is."""
    return round(100 * value, 1) if kind is Kind.SHARE else value


def dutch_number(value: float) -> str:
    """Return a number in Dutch spelling: 1.250 and 2,5."""
    whole = float(value).is_integer()
    return f"{value:,.{0 if whole else 1}f}".translate(str.maketrans(",.", ".,"))
