"""A statement of reasons: what it must say (DSA article 17, 3) and how long it can be objected to. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from b2b.core.errors import Gone
from b2b.core.words import N_
from b2b.moderation.rules.reviews import DecisionKind, DecisionSource, TargetKind

FACTS_MAX = 4000
TEMPLATE_VERSION = "1"
CHANNEL = "mail+page"
SCOPE = N_("Op heel Buurthulp in deze gemeente")


class Visibility(StrEnum):
    """What happened to the words (17, 3, a)."""

    NOT_PLACED = "not_placed"
    REMOVED = "removed"


class AccountMeasure(StrEnum):
    """What happened to the account (17, 3, a)."""

    WARNED = "warned"
    READ_FIRST = "read_first"
    SUSPENDED = "suspended"
    ENDED = "ended"


class Source(StrEnum):
    """Why somebody looked (17, 3, b)."""

    NOTICE = "art16_notice"
    OWN = "own_initiative"


class Ground(StrEnum):
    """What the decision rests on (17, 3, d and e)."""

    LAW = "illegal"
    RULES = "rules"


LAWS: Mapping[str, tuple[str, str]] = {
    "law-fraud": (N_("Oplichting mag niet van de wet."), "Artikel 326 Wetboek van Strafrecht"),
    "law-threat": (N_("Bedreigen mag niet van de wet."), "Artikel 285 Wetboek van Strafrecht"),
    "law-stalking": (N_("Iemand steeds lastigvallen mag niet van de wet."), "Artikel 285b Wetboek van Strafrecht"),
    "law-discrimination": (
        N_("Discrimineren en haat zaaien mag niet van de wet."),
        "Artikelen 137c, 137d en 137e Wetboek van Strafrecht",
    ),
    "law-child": (
        N_("Seksueel misbruik van kinderen mag niet van de wet."),
        "Artikelen 245 tot en met 253 Wetboek van Strafrecht",
    ),
    "law-privacy": (
        N_("Gegevens van een ander delen zonder toestemming mag niet van de wet."),
        "Artikel 6 Algemene verordening gegevensbescherming",
    ),
}
"""Code -> (what a resident reads, the article). A decision names one of these, or a house rule."""

RESTRICTIONS = frozenset(DecisionKind) - {DecisionKind.PLACE, DecisionKind.ASK_CHANGE, DecisionKind.NO_ACTION}
"""Decisions that take something away, so that they come with a statement of reasons."""

_ACCOUNT: Mapping[DecisionKind, AccountMeasure] = {
    DecisionKind.WARN: AccountMeasure.WARNED,
    DecisionKind.HOLD: AccountMeasure.READ_FIRST,
    DecisionKind.SUSPEND_7: AccountMeasure.SUSPENDED,
    DecisionKind.SUSPEND_30: AccountMeasure.SUSPENDED,
    DecisionKind.END: AccountMeasure.ENDED,
}
_UNPLACED = frozenset({"waiting", "change_asked"})
_SHOWN = frozenset({"open", "matched", "fulfilled", "shown"})


@dataclass(frozen=True)
class Restriction:
    """What a decision takes away: words, a part of the account, or both."""

    visibility: Visibility | None
    account: AccountMeasure | None


def restriction(kind: DecisionKind, target: TargetKind, state: str) -> Restriction:
    """Return what this decision takes away from its author, as things stand now.

    A measure about a person also takes the words away that it is about.
    """
    visibility = None
    if kind in RESTRICTIONS and target is not TargetKind.MEMBER:
        if state in _UNPLACED:
            visibility = Visibility.NOT_PLACED
        elif state in _SHOWN:
            visibility = Visibility.REMOVED
    return Restriction(visibility, _ACCOUNT.get(kind))


def source_of(source: DecisionSource) -> Source:
    """Return how a statement says why somebody looked."""
    return Source.NOTICE if source is DecisionSource.NOTICE else Source.OWN


def ground_of(code: str) -> Ground:
    """Say whether a code names a law or a house rule."""
    return Ground.LAW if code in LAWS else Ground.RULES


VISIBILITY_WORDS: Mapping[Visibility, str] = {
    Visibility.NOT_PLACED: N_("Wij plaatsen je bericht niet. Niemand anders ziet het."),
    Visibility.REMOVED: N_("Wij hebben je bericht weggehaald. Anderen zien het niet meer."),
}
ACCOUNT_WORDS: Mapping[AccountMeasure, str] = {
    AccountMeasure.WARNED: N_("Je krijgt een waarschuwing. Je kunt gewoon blijven meedoen."),
    AccountMeasure.READ_FIRST: N_("Een moderator leest voor een tijd je berichten eerst. Je kunt blijven meedoen."),
    AccountMeasure.SUSPENDED: N_("Je kunt voor een tijd niet meedoen. Andere mensen zien je berichten dan niet."),
    AccountMeasure.ENDED: N_("Wij hebben je account gestopt. Je kunt niet meer meedoen."),
}
SOURCE_WORDS: Mapping[Source, str] = {
    Source.NOTICE: N_("Iemand heeft dit bij ons gemeld. Wij zeggen niet wie."),
    Source.OWN: N_("Een moderator zag dit zelf. Niemand heeft het gemeld."),
}
BY_HAND = N_("Een mens heeft dit bekeken en besloten. Er is geen computer gebruikt om het te vinden of te besluiten.")
FOUND_BY_COMPUTER = N_(
    "Een computer zag in de tekst iets wat niet lijkt te kloppen. Daarna heeft een mens gekeken en besloten."
)
OUT_OF_COURT = N_(
    "Blijf je het oneens met ons, ook na je bezwaar? Dan kun je naar een geschilcommissie die daarvoor erkend is. "
    "De lijst staat op de site van de Europese Commissie: "
    "https://digital-strategy.ec.europa.eu/en/policies/dsa-out-court-dispute-settlement"
)
COURT = N_("Je kunt altijd naar de rechter. Gratis uitleg krijg je bij het Juridisch Loket: 0800 8020.")


class LinkOver(Gone):
    """A signed link that is too old, was taken back, or is not ours."""

    sentence = N_("Deze link werkt niet meer. Log in om het besluit te lezen, of bel ons.")
