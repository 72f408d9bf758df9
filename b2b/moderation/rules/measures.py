"""Measures about a person: how long they last, when they end or are looked at again, which one fits. Pure.

A person always decides. `advice` says which step comes next; nothing here imposes anything.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from b2b.core.errors import Forbidden
from b2b.core.lifecycle import Lifecycle
from b2b.core.words import N_
from b2b.moderation.rules.reviews import DecisionKind
from b2b.moderation.rules.terms import months_later

LIST_MONTHS = 24
"""An address stays on the list of a municipality for at most so long."""


class SanctionKind(StrEnum):
    WARNING = "warning"
    HOLD = "hold"
    """A moderator reads what this person places before neighbours do."""
    SUSPEND_7 = "suspend_7"
    SUSPEND_30 = "suspend_30"
    END = "end"
    """No end date, so a date on which somebody must look at it again."""


class SanctionState(StrEnum):
    ACTIVE = "active"
    ENDED = "ended"
    LIFTED = "lifted"
    """Taken back after a complaint or a review: it counts no longer."""


class SanctionAction(StrEnum):
    EXPIRE = "expire"
    CONTINUE = "continue"
    LIFT = "lift"


_S, _A, _K = SanctionState, SanctionAction, SanctionKind

SANCTION_LIFECYCLE = Lifecycle(
    "sanction",
    {
        (_S.ACTIVE, _A.EXPIRE): _S.ENDED,
        (_S.ACTIVE, _A.CONTINUE): _S.ACTIVE,
        (_S.ACTIVE, _A.LIFT): _S.LIFTED,
        (_S.ENDED, _A.LIFT): _S.LIFTED,
    },
)

OUT = frozenset({SanctionKind.SUSPEND_7, SanctionKind.SUSPEND_30, SanctionKind.END})
"""Measures by which somebody cannot take part for now."""

MEASURE_OF: Mapping[DecisionKind, SanctionKind] = {
    DecisionKind.WARN: _K.WARNING,
    DecisionKind.HOLD: _K.HOLD,
    DecisionKind.SUSPEND_7: _K.SUSPEND_7,
    DecisionKind.SUSPEND_30: _K.SUSPEND_30,
    DecisionKind.END: _K.END,
}
"""Which decision imposes which measure."""

_LASTS: Mapping[SanctionKind, timedelta] = {
    _K.HOLD: timedelta(days=30),
    _K.SUSPEND_7: timedelta(days=7),
    _K.SUSPEND_30: timedelta(days=30),
}
_COUNTS_MONTHS: Mapping[SanctionKind, int] = {
    _K.WARNING: 12,
    _K.HOLD: 12,
    _K.SUSPEND_7: 18,
    _K.SUSPEND_30: 24,
    _K.END: 24,
}
_REVIEW_MONTHS = 12


@dataclass(frozen=True)
class Term:
    """When a measure ends, when somebody looks at it again, and until when it counts as a strike."""

    ends_at: datetime | None
    review_at: datetime | None
    counts_until: datetime


def term(kind: SanctionKind, now: datetime) -> Term:
    """Return how long a measure that starts now lasts. It always ends, or is looked at again."""
    counts_until = months_later(now, _COUNTS_MONTHS[kind])
    if kind is SanctionKind.END:
        return Term(None, months_later(now, _REVIEW_MONTHS), counts_until)
    return Term(now + _LASTS[kind] if kind in _LASTS else counts_until, None, counts_until)


class Step(StrEnum):
    """The ladder, lowest first."""

    HINT = "hint"
    WARNING = "warning"
    HOLD = "hold"
    SUSPEND_7 = "suspend_7"
    SUSPEND_30 = "suspend_30"
    END = "end"


LADDER = tuple(Step)


@dataclass(frozen=True)
class Advice:
    """Which step comes next, and whether this person was ever warned."""

    step: Step
    strikes: int
    warned: bool


def advice(strikes: Iterable[SanctionKind], *, hinted: bool) -> Advice:
    """Return the step after the highest one that still counts; a hint first. Advice: a person decides.

    `strikes` are the measures that count now; `hinted` says whether something of theirs was taken
    away or sent back before.
    """
    counted = list(strikes)
    heights = [LADDER.index(Step(kind.value)) for kind in counted]
    height = max(heights, default=0 if hinted else -1)
    return Advice(LADDER[min(height + 1, len(LADDER) - 1)], len(counted), warned=bool(counted))


STEP_WORDS: Mapping[Step, str] = {
    Step.HINT: N_("Een aanwijzing: vragen om het aan te passen, of alleen weghalen"),
    Step.WARNING: N_("Waarschuwen"),
    Step.HOLD: N_("30 dagen eerst meelezen"),
    Step.SUSPEND_7: N_("7 dagen niet meedoen"),
    Step.SUSPEND_30: N_("30 dagen niet meedoen"),
    Step.END: N_("Account stoppen"),
}

SANCTION_WORDS: Mapping[SanctionKind, str] = {
    _K.WARNING: N_("Waarschuwing"),
    _K.HOLD: N_("Een moderator leest je berichten eerst"),
    _K.SUSPEND_7: N_("7 dagen niet meedoen"),
    _K.SUSPEND_30: N_("30 dagen niet meedoen"),
    _K.END: N_("Je account is gestopt"),
}

STATE_WORDS: Mapping[SanctionState, tuple[str, str]] = {
    _S.ACTIVE: (N_("Loopt nu"), "warning"),
    _S.ENDED: (N_("Voorbij"), "neutral"),
    _S.LIFTED: (N_("Teruggedraaid"), "success"),
}
"""What a state is called, and the tone of its badge."""


class Unreviewed(Forbidden):
    """Who imposed a measure does not review it."""

    sentence = N_("Iemand anders moet hier opnieuw naar kijken.")
