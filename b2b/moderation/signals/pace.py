"""How often, how alike, and who came back: over numbers and names, not over words."""

from collections.abc import Iterable
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
FLOOD = 5
"""To so many neighbours in a day nearly the same text waits for a moderator."""
WORDS_MIN = 8
"""Later in a conversation shorter words are alike for everybody: "Ja hoor, tot morgen dan!"."""


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
FLOODED = Detector(
    "pace.flood",
    Group.PACE,
    Severity.MEDIUM,
    Action.NONE,
    Action.HOLD,
    N_("Deze buur stuurt vandaag bijna dezelfde tekst aan vijf of meer buren."),
    N_("Je stuurde dit vandaag al aan veel buren. Schrijf liever een bericht dat alleen voor deze buur is."),
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
DETECTORS = (SAME, FLOODED, RETURNED)


@dataclass(frozen=True)
class Known:
    """Somebody as far as this needs: name, neighbourhood, since when."""

    first_name: str
    neighbourhood_id: int
    since: datetime


def sameness(text: str, before: Iterable[tuple[int, str]]) -> tuple[Finding, ...]:
    """Return a finding when nearly this text went to MANY neighbours or more.

    `before` are conversations with what was said there, this text among them: twice in one place is one neighbour.
    """
    words = set(fold(text).split())
    told = {where for where, other in before if _share(words, set(fold(other).split())) >= ALIKE}
    if len(told) < MANY:
        return ()
    return (Finding(FLOODED if len(told) >= FLOOD else SAME, ((0, len(text)),)),)


def is_long_enough(text: str) -> bool:
    """Say whether words later in a conversation are many enough to be alike by more than chance."""
    return len(text.split()) >= WORDS_MIN


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
