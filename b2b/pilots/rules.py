"""What a pilot is, when a neighbourhood may open, and what can be said of an assumption. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from b2b.consent.rules import Line
from b2b.core.errors import Conflict
from b2b.core.lifecycle import Lifecycle
from b2b.core.words import N_
from b2b.insights.rules.periods import month_of
from b2b.insights.rules.shapes import Kind
from b2b.insights.rules.telling import as_typed

NAME_MAX = 80
WORDS_MAX = 200
NOTE_MAX = 2000
HYPOTHESES_MAX = 12
"""Who assumes more, measures nothing in particular."""
LONGEST = timedelta(days=3 * 366)
TARGET_MAX = 1_000_000
KEEP_NOTES = timedelta(days=730)
"""How long after a pilot ended the words of its team are kept; the assumptions and what came of them stay."""
_NUMBER = re.compile(r"[0-9]{1,7}(?:[.,][0-9]{1,2})?")
_UNITS = {
    Kind.COUNT: N_("per maand"),
    Kind.SHARE: N_("procent"),
    Kind.MEDIAN: N_("uur"),
    Kind.RATE: N_("per 1.000 inwoners"),
}
PER_HOOD = "moderators"
"""The line of the list for opening that is asked of the one neighbourhood, and not of all of them."""


class PilotState(StrEnum):
    """Where a pilot stands."""

    PLANNED = "planned"
    RUNNING = "running"
    ENDED = "ended"


class PilotAction(StrEnum):
    """What can happen to a pilot."""

    START = "start"
    END = "end"


PILOT_LIFECYCLE = Lifecycle(
    "pilot",
    {
        (PilotState.PLANNED, PilotAction.START): PilotState.RUNNING,
        (PilotState.RUNNING, PilotAction.END): PilotState.ENDED,
    },
)

STATE_WORDS = {
    PilotState.PLANNED: (N_("In voorbereiding"), "neutral"),
    PilotState.RUNNING: (N_("Loopt"), "success"),
    PilotState.ENDED: (N_("Afgelopen"), "info"),
}
"""What a state is called, and the tone of its badge."""


class Direction(StrEnum):
    """On which side of the target it is good."""

    AT_LEAST = "at-least"
    AT_MOST = "at-most"


DIRECTION_WORDS = {Direction.AT_LEAST: N_("minstens"), Direction.AT_MOST: N_("hoogstens")}


class Verdict(StrEnum):
    """What can be said of an assumption."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"


VERDICT_WORDS = {
    Verdict.TRUE: (N_("Klopte"), "success"),
    Verdict.FALSE: (N_("Klopte niet"), "danger"),
    Verdict.UNKNOWN: (N_("Weten we niet"), "neutral"),
}
"""What a verdict is called, and the tone of its badge."""


class AssumptionsFixed(Conflict):
    """A pilot that runs keeps what was assumed beforehand: else everything comes true afterwards."""

    sentence = N_("De pilot loopt al. Wat jullie vooraf aannamen, blijft staan. Schrijf een notitie.")


class NothingAssumed(Conflict):
    """A pilot without an assumption has nothing to find out."""

    sentence = N_("Schrijf eerst minstens één aanname op. Anders valt er niets te leren.")


class HoodNotReady(Conflict):
    """Something on the list for opening is not done for this neighbourhood."""

    sentence = N_("Deze buurt kan nog niet open. Kijk wat er op de lijst nog openstaat.")


class NotRunning(Conflict):
    """Neighbourhoods open and close while a pilot runs."""

    sentence = N_("Dat kan alleen als de pilot loopt.")


@dataclass(frozen=True)
class Plan:
    """A pilot as the team writes it down. Days are included; the baseline lies before the first day."""

    name: str
    starts_on: date
    ends_on: date
    baseline_from: date
    baseline_until: date
    only_here: bool = True
    """Whether the rest of the municipality waits."""


@dataclass(frozen=True)
class Guess:
    """An assumption beforehand: in words, and as a measure with a target in the unit of that measure."""

    words: str
    measure: str
    direction: Direction
    target: float


@dataclass(frozen=True)
class Part:
    """What one pilot says about who can take part: its neighbourhoods, and since when each is open."""

    state: PilotState
    only_here: bool
    opened: Mapping[int, datetime | None]


@dataclass(frozen=True)
class Opening:
    """Where posts can be placed: in `only` (None: everywhere), and never in `shut`."""

    only: tuple[int, ...] | None
    shut: tuple[int, ...]


def opening(parts: Iterable[Part]) -> Opening:
    """Return where residents can place posts. A pilot that ended opens nothing by itself: people decide that."""
    only: set[int] | None = None
    shut: set[int] = set()
    for part in parts:
        opened = {hood for hood, since in part.opened.items() if since is not None}
        if part.only_here and part.state is not PilotState.PLANNED:
            only = (only or set()) | opened
        elif part.state is PilotState.RUNNING:
            shut |= set(part.opened) - opened
    return Opening(None if only is None else tuple(sorted(only)), tuple(sorted(shut)))


def undone(lines: Sequence[Line], moderators_here: int) -> list[str]:
    """Return the titles of what is not done before one neighbourhood can open.

    The list asks for moderators in every neighbourhood; who opens one by one needs them in this one.
    """
    left = [line.item.title for line in lines if not line.done and line.item.code != PER_HOOD]
    return left if moderators_here else [*left, N_("Een moderator in deze buurt")]


def read_number(typed: str) -> float | None:
    """Read a number as people write it (80, 2,5 or 2.5), from 0 to TARGET_MAX; None for anything else."""
    if not _NUMBER.fullmatch(typed):
        return None
    number = float(typed.replace(",", "."))
    return number if number <= TARGET_MAX else None


def unit_of(kind: Kind) -> str:
    """Return the unit in which a target of such a measure is written down."""
    return _UNITS[kind]


def judge(value: float | None, direction: Direction, target: float) -> Verdict:
    """Say whether a value is on the right side of the target; without a value nobody knows."""
    if value is None:
        return Verdict.UNKNOWN
    right = value >= target if direction is Direction.AT_LEAST else value <= target
    return Verdict.TRUE if right else Verdict.FALSE


def together(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the verdict over all wijken: true where it is true in each, false as soon as it is false in one."""
    found = set(verdicts)
    if Verdict.FALSE in found:
        return Verdict.FALSE
    return Verdict.TRUE if found == {Verdict.TRUE} else Verdict.UNKNOWN


class Figure(Protocol):
    """A number of one month, as it may be told; `base` is what a share is a part of."""

    @property
    def value(self) -> float | None: ...
    @property
    def base(self) -> int | None: ...


def over_months(kind: Kind, figures: Sequence[Figure]) -> float | None:
    """Return one number for a period, in the unit of a target; None when fewer than half of its months have one.

    A share weighs each month by what it is a share of; all other numbers are the mean of the months.
    """
    there = [one for one in figures if one.value is not None]
    if not there or 2 * len(there) < len(figures):
        return None
    weights = [one.base or 1 if kind is Kind.SHARE else 1 for one in there]
    mean = sum((one.value or 0) * weight for one, weight in zip(there, weights, strict=True)) / sum(weights)
    return round(as_typed(kind, mean), 1)


def full_months(first: date, last: date) -> list[str]:
    """Return the codes of the months that lie wholly between two days, both included."""
    month = month_of(first)
    if first.day != 1:
        month = month_of(month.after)
    found = []
    while month.after - timedelta(days=1) <= last:
        found.append(month.code)
        month = month_of(month.after)
    return found
