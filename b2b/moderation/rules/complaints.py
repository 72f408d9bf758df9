"""An objection to a decision: who may make it, until when, and what can come of it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from b2b.core.errors import Conflict, Forbidden, Gone, Refusal
from b2b.core.lifecycle import Lifecycle
from b2b.core.words import N_

GROUNDS_MAX = 4000
REASONS_MAX = 2000


class ComplaintState(StrEnum):
    WAITING = "waiting"
    DECIDED = "decided"


class ComplaintAction(StrEnum):
    DECIDE = "decide"


COMPLAINT_LIFECYCLE = Lifecycle(
    "complaint", {(ComplaintState.WAITING, ComplaintAction.DECIDE): ComplaintState.DECIDED}
)


class Outcome(StrEnum):
    UPHELD = "upheld"
    """The decision stands."""
    PARTLY = "partly"
    REVERSED = "reversed"


@dataclass(frozen=True)
class Objection:
    """What somebody writes, in their own words. `once` makes a double click one."""

    grounds: str
    once: str
    language: str = "nl"


@dataclass(frozen=True)
class Judgement:
    """What the second person decides. The two flags count only when the outcome is PARTLY."""

    outcome: Outcome
    reasons: str
    seen: int
    words_back: bool = False
    measure_off: bool = False

    @property
    def gives_words_back(self) -> bool:
        """Say whether what was taken away comes back."""
        return self.outcome is Outcome.REVERSED or (self.outcome is Outcome.PARTLY and self.words_back)

    @property
    def lifts_measure(self) -> bool:
        """Say whether the measure about the person ends and no longer counts."""
        return self.outcome is Outcome.REVERSED or (self.outcome is Outcome.PARTLY and self.measure_off)


OUTCOME_WORDS: Mapping[Outcome, tuple[str, str, str]] = {
    Outcome.UPHELD: (
        N_("Het besluit blijft"),
        N_("Er verandert niets. Wie bezwaar maakte, leest waarom, en hoort wat er nog meer kan."),
        "circle-check",
    ),
    Outcome.PARTLY: (
        N_("Het besluit verandert voor een deel"),
        N_("Kies hieronder wat je terugdraait. De rest blijft zoals het is."),
        "edit",
    ),
    Outcome.REVERSED: (
        N_("Het besluit gaat weg"),
        N_("Alles wordt teruggezet: het bericht, de maatregel en wat er voor meetelde."),
        "refresh",
    ),
}
"""What an outcome is called, what it does, its icon."""

RESULT_WORDS: Mapping[Outcome, str] = {
    Outcome.UPHELD: N_("Iemand anders heeft opnieuw gekeken. Het besluit blijft staan."),
    Outcome.PARTLY: N_("Iemand anders heeft opnieuw gekeken. Het besluit is voor een deel veranderd."),
    Outcome.REVERSED: N_("Iemand anders heeft opnieuw gekeken. Het besluit is teruggedraaid. Het spijt ons."),
}
"""What the person who objected reads first."""


class TooLate(Gone):
    """The six months are over."""

    sentence = N_(
        "Bezwaar maken kan tot 6 maanden na het besluit. Dat is nu voorbij. Je kunt nog wel naar de rechter."
    )


class NothingDecided(Conflict):
    """There is no decision yet to object to."""

    sentence = N_("Er is nog niets besloten. Je kunt pas bezwaar maken na het besluit.")


class SamePerson(Forbidden):
    """Who decided first does not judge the objection."""

    sentence = N_("Jij nam het eerste besluit. Iemand anders moet hier opnieuw naar kijken.")


class ComplaintDone(Conflict):
    """Somebody else judged it meanwhile."""

    sentence = N_("Iemand was je voor. Over dit bezwaar is al besloten.")


class Unreasoned(Refusal):
    """A judgement without its reasons, or a part that changes nothing."""

    sentence = N_("Schrijf op waarom, en kies bij “voor een deel” wat je terugdraait.")
