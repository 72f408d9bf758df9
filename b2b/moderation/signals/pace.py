"""How often, how alike, and who came back: over numbers and names, not over words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from b2b.core.words import N_
from b2b.moderation.signals.names import skeleton
from b2b.moderation.signals.shapes import Action, Detector, Finding, Group, Severity, Spans
from b2b.moderation.signals.text import fold

ALIKE = 0.7
"""Texts that share this part of their words are the same text."""
MANY = 3
"""To so many neighbours in a day nearly the same text is worth a warning."""


def _never(_seen: object) -> Spans:
    return []


SAME = Detector(
    "pace.same",
    Group.PACE,
    Severity.LOW,
    Action.NONE,
    Action.WARN,
    N_("Deze buur stuurt vandaag bijna dezelfde tekst aan veel buren."),
    N_("Deze buur stuurt dit bericht aan veel buren tegelijk. Wees extra voorzichtig."),
    _never,
)
RETURNED = Detector(
    "pace.returned",
    Group.PACE,
    Severity.MEDIUM,
    Action.NONE,
    Action.WARN,
    N_("Deze nieuwe buur lijkt op iemand die de ander eerder blokkeerde."),
    N_("Deze buur lijkt op iemand die je eerder blokkeerde. Je kunt deze buur ook blokkeren."),
    _never,
)
DETECTORS = (SAME, RETURNED)


@dataclass(frozen=True)
class Known:
    """Somebody as far as this needs: name, neighbourhood, since when."""

    first_name: str
    neighbourhood_id: int
    since: datetime


def sameness(text: str, before: Sequence[str]) -> tuple[Finding, ...]:
    """Return a finding when nearly this text went to MANY neighbours or more. `before` may hold this text once."""
    words = set(fold(text).split())
    alike = sum(_share(words, set(fold(other).split())) >= ALIKE for other in before)
    return (Finding(SAME, ((0, len(text)),)),) if alike >= MANY else ()


def returned(newcomer: Known, shut_out: Iterable[Known]) -> tuple[Finding, ...]:
    """Return a finding when a newcomer has the name and neighbourhood of somebody who was shut out before them."""
    name = skeleton(newcomer.first_name)
    same = any(
        skeleton(other.first_name) == name
        and other.neighbourhood_id == newcomer.neighbourhood_id
        and other.since <= newcomer.since
        for other in shut_out
    )
    return (Finding(RETURNED, ()),) if same else ()


def _share(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0
