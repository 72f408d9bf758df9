"""What is written beside a question: notes, calls, outcomes, reasons. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from b2b.core.errors import Conflict
from b2b.core.words import N_

REASON_MAX = 300


class NoteKind(StrEnum):
    NOTE = "note"
    CALL = "call"
    OUTCOME = "outcome"
    FORWARD = "forward"
    REOPEN = "reopen"
    """The resident's own words: why somebody should look again."""


class Outcome(StrEnum):
    """How it went, for one tap."""

    SPOKEN = "spoken"
    NOT_REACHED = "not_reached"
    MEETING = "meeting"
    REFERRED = "referred"


OUTCOME_WORDS = {
    Outcome.SPOKEN: N_("Gesproken"),
    Outcome.NOT_REACHED: N_("Niet bereikt"),
    Outcome.MEETING: N_("Afspraak gemaakt"),
    Outcome.REFERRED: N_("Doorverwezen"),
}
CALLS = (Outcome.SPOKEN, Outcome.NOT_REACHED)
"""What a call can end with."""

KIND_WORDS = {
    NoteKind.NOTE: N_("Notitie"),
    NoteKind.CALL: N_("Telefoon"),
    NoteKind.OUTCOME: N_("Uitkomst"),
    NoteKind.FORWARD: N_("Doorgegeven"),
    NoteKind.REOPEN: N_("Opnieuw gevraagd"),
}


@dataclass(frozen=True)
class Words:
    """Something written at the desk. `for_resident`: the resident may read it, which is usual; `once`: one row."""

    text: str
    for_resident: bool
    once: str


@dataclass(frozen=True)
class Told:
    """How it went. `organisation` is where the resident was sent, when they were."""

    outcome: Outcome
    organisation: str
    words: Words


class NoSuchDesk(Conflict):
    """The colleague or the neighbourhood that was chosen cannot take this question."""

    sentence = N_("Deze collega of buurt kan deze vraag niet krijgen. Kies een ander.")


class NotYours(Conflict):
    """Somebody else has picked it up."""

    sentence = N_("Een collega heeft deze vraag opgepakt. Overleg met je collega.")


class StillBusy(Conflict):
    """Nobody takes over from a colleague who is there and in time."""

    sentence = N_("Je collega is er en is op tijd. Je kunt deze vraag nu niet overnemen.")
