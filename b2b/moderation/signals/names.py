"""Names that pass for another: for the municipality, a moderator, or a neighbour who is here already."""

import unicodedata
from collections.abc import Iterable

from b2b.core.words import N_
from b2b.moderation.signals.shapes import Action, Detector, Finding, Group, Severity, Spans
from b2b.moderation.signals.text import fold, plain_word

RESERVED = (
    *("moderator", "moderatie", "beheerder", "beheer", "admin", "administrator", "gemeente", "buurtregisseur"),
    *("wijkregisseur", "gebiedsregisseur", "buurthulp", "helpdesk", "klantenservice", "politie", "wijkagent"),
    *("redactie", "support", "systeem", "officieel", "webmaster", "postmaster"),
)
_PAIRS = (
    ("rn", "m"),
    ("vv", "w"),
    ("cl", "d"),
    ("1", "l"),
    ("0", "o"),
    ("3", "e"),
    ("4", "a"),
    ("5", "s"),
    ("i", "l"),
)


def _never(_seen: object) -> Spans:
    return []


RESERVED_NAME = Detector(
    "names.reserved",
    Group.NAMES,
    Severity.MEDIUM,
    Action.REFUSE,
    Action.REFUSE,
    N_("De naam lijkt op die van de gemeente of een moderator."),
    N_("Met deze naam denken buren dat je van de gemeente bent. Vul je eigen voornaam in."),
    _never,
)
LOOKALIKE = Detector(
    "names.lookalike",
    Group.NAMES,
    Severity.LOW,
    Action.HINT,
    Action.HINT,
    N_("De naam lijkt erg op die van een ander, met andere tekens."),
    N_("Deze naam lijkt erg op die van iemand anders. Schrijf je naam met gewone letters."),
    _never,
)
DETECTORS = (RESERVED_NAME, LOOKALIKE)


def skeleton(name: str) -> str:
    """Return what a name looks like: "Mοderat0r" and "moderator" are one, however they are typed."""
    bare = "".join(char for char in fold(name) if char.isalnum())
    for seen, meant in _PAIRS:
        bare = bare.replace(seen, meant)
    return bare


def looks(name: str) -> frozenset[str]:
    """Return what a reader may take `name` for: a capital I for an l, a 1 for an i or an l, a Cyrillic "а" for an a.

    Stricter than `skeleton`: what sighted people tell apart stays apart ("Ilse" and "Lise", "Clara" and "Dara").
    """
    bare = "".join(char for char in fold(name.replace("I", "l")) if char.isalnum())
    for seen, meant in (("rn", "m"), ("vv", "w"), ("0", "o"), ("3", "e"), ("4", "a"), ("5", "s")):
        bare = bare.replace(seen, meant)
    return frozenset({bare.replace("1", "l"), bare.replace("1", "i")})


def _typed(name: str) -> str:
    """Return a name as it was typed, without accents and capitals: "José" and "jose" are one ordinary name."""
    # Accents only: a letter of a fancy alphabet is another letter, that a reader takes for ours.
    parts = unicodedata.normalize("NFD", name.strip().lower())
    return "".join(part for part in parts if not unicodedata.combining(part))


_SHAPES = frozenset(skeleton(word) for word in RESERVED)


def read_name(name: str, others: Iterable[str] = ()) -> tuple[Finding, ...]:
    """Return what is wrong with a name: it passes for an office, or for one of `others` with other letters."""
    shape = skeleton(name)
    span = ((0, len(name)),)
    parts = {skeleton(plain_word(part)) for part in fold(name).split()} | {shape}
    if any(part in _SHAPES or any(part.startswith(word) and len(word) > 6 for word in _SHAPES) for part in parts):
        return (Finding(RESERVED_NAME, span),)
    taken_for, typed = looks(name), _typed(name)
    if any(taken_for & looks(other) and _typed(other) != typed for other in others):
        return (Finding(LOOKALIKE, span),)
    return ()
