"""A neighbour is worried about somebody: what is asked, how often, and how that person hears of it. Pure."""

import re
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from b2b.core.errors import Conflict, TooFast
from b2b.core.words import N_

ABOUT_MAX = 60
WHERE_MAX = 80
WORDS_MAX = 500
WORRIES_A_WEEK = 3
"""A form for worries is not for watching people."""
WEEK = timedelta(days=7)
KEEP_WORRY = timedelta(days=90)
"""So long after it was closed a worry is deleted: long enough for a question about it."""
KEEP_AT_MOST = timedelta(days=365)
"""A worry that nobody closed is deleted after this: what was seen a year ago says nothing of today."""


class WorryKind(StrEnum):
    """What somebody saw, in the coarsest words."""

    NOT_SEEN = "not_seen"
    ALONE = "alone"
    HOME = "home"
    CARE = "care"
    OTHER = "other"


KIND_WORDS = {
    WorryKind.NOT_SEEN: N_("Ik zie deze persoon niet meer"),
    WorryKind.ALONE: N_("Deze persoon is veel alleen"),
    WorryKind.HOME: N_("Ik zie aan het huis dat het niet goed gaat"),
    WorryKind.CARE: N_("Deze persoon kan niet goed meer voor zichzelf zorgen"),
    WorryKind.OTHER: N_("Iets anders"),
}


class Spoken(StrEnum):
    """Whether who is worried talked with the person."""

    KNOWS = "knows"
    TALKED = "talked"
    NOT_YET = "not_yet"
    UNSAFE = "unsafe"
    """Then nobody may tell the person before a colleague looked along."""


SPOKEN_WORDS = {
    Spoken.KNOWS: N_("Ja, en deze persoon weet dat ik dit meld"),
    Spoken.TALKED: N_("Ja, maar niet over deze melding"),
    Spoken.NOT_YET: N_("Nee, dat lukte niet"),
    Spoken.UNSAFE: N_("Nee, dat is gevaarlijk voor mij of voor deze persoon"),
}


class Told(StrEnum):
    """How the person heard that somebody was worried. A worry cannot be closed without it."""

    SPOKEN = "spoken"
    LETTER = "letter"
    NOBODY = "nobody"
    DANGEROUS = "dangerous"


TOLD_WORDS = {
    Told.SPOKEN: N_("Ja, ik sprak deze persoon en zei dat er een melding was"),
    Told.LETTER: N_("Ik liet een brief achter waarin dat staat"),
    Told.NOBODY: N_("Nee, ik vond niemand op deze plek"),
    Told.DANGEROUS: N_("Nee, vertellen is gevaarlijk. Ik kijk mee met een collega die dit oppakte"),
}

_JUDGEMENTS = re.compile(
    r"\b(dement\w*|alzheimer\w*|depress\w*|psycho\w*|schizo\w*|borderline|autis\w*|bipolair\w*|manisch\w*"
    r"|verslaafd\w*|verslaving|alcoholist\w*|junk\w*|verward\w*|gestoord\w*|gek|hiv|kanker|burn-?out)\b",
    re.IGNORECASE,
)


def judgement_in(text: str) -> str | None:
    """Return the first word that says what somebody has or is, where what was seen should stand; None without."""
    found = _JUDGEMENTS.search(text)
    return found.group(0) if found else None


def needs_second(told: Told, closer_id: int | None, taken_by_id: int | None) -> bool:
    """Say whether a colleague has to close this: nobody decides alone that a person is not told."""
    return told is Told.DANGEROUS and closer_id == taken_by_id


@dataclass(frozen=True)
class Worried:
    """What a neighbour tells. `may_name`: the desk may say from whom it heard."""

    kind: WorryKind
    about: str = field(repr=False)
    place: str = field(repr=False)
    words: str = field(repr=False)
    spoken: Spoken
    may_name: bool
    once: str


class TooManyWorries(TooFast):
    """Somebody told as many worries as fit in a week."""

    sentence = N_("Je meldde deze week al 3 keer zorgen. Is er gevaar? Bel 112. Wil je meer melden? Bel de gemeente.")


class SecondPerson(Conflict):
    """Not telling somebody what was said about them is no decision for one person."""

    sentence = N_("Vertellen is gevaarlijk? Dan sluit een collega deze melding, na overleg met jou.")
