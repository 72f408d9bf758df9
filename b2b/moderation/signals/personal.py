"""What somebody should not tell everybody about themselves: a number, an address, an empty house."""

from collections.abc import Callable

from b2b.core.words import N_
from b2b.moderation.signals import finding
from b2b.moderation.signals.seeing import Seen, ways
from b2b.moderation.signals.shapes import Action, Detector, Group, Severity, Spans

_KEY = ways(
    """
    KEY & HIDDEN_AT /9
    KEY & DOOR_OPEN /8
    ENTRY_CODE
    """
)
_EMPTY = ways(
    """
    NOBODY_HOME !BEER_EMPTY !YOURS
    HOUSE & EMPTY /8 !BEER_EMPTY
    WE_ARE & AWAY & MONTH & SPELL /14
    """
)

_G, _A = Group.PERSONAL_DATA, Action


def _hint(
    code: str, severity: Severity, why: str, advice: str, find: Callable[[Seen], Spans], in_message: Action = _A.HINT
) -> Detector:
    return Detector(code, _G, severity, _A.HINT, in_message, why, advice, find, removable=True)


DETECTORS = (
    Detector(
        "personal.bsn",
        _G,
        Severity.HIGH,
        _A.REFUSE,
        _A.REFUSE,
        N_("In de tekst staat een burgerservicenummer (BSN)."),
        N_("Hier staat een burgerservicenummer (BSN). Dat mag niemand hier plaatsen. Haal het weg."),
        finding.bsns,
        removable=True,
    ),
    _hint(
        "personal.phone",
        Severity.LOW,
        N_("In de tekst staat een telefoonnummer."),
        N_("Hier staat een telefoonnummer. Geef dat pas aan de buur met wie je iets afspreekt."),
        finding.phones,
    ),
    _hint(
        "personal.email",
        Severity.LOW,
        N_("In de tekst staat een e-mailadres."),
        N_("Hier staat een e-mailadres. Buren kunnen je hier een bericht sturen. Je mailadres is niet nodig."),
        finding.emails,
    ),
    _hint(
        "personal.account",
        Severity.MEDIUM,
        N_("In de tekst staat een rekeningnummer."),
        N_("Hier staat een rekeningnummer. Hulp is gratis. Geef je rekeningnummer niet aan iemand die je niet kent."),
        finding.accounts,
    ),
    _hint(
        "personal.card",
        Severity.HIGH,
        N_("In de tekst staat het nummer van een betaalpas."),
        N_("Hier staat het nummer van een betaalpas. Geef dat nooit aan een ander."),
        finding.cards,
    ),
    _hint(
        "personal.address",
        Severity.LOW,
        N_("In de tekst staat een adres."),
        N_("Hier staat een adres. Geef je adres pas als je met een buur iets afspreekt."),
        finding.addresses,
    ),
    _hint(
        "personal.postcode",
        Severity.LOW,
        N_("In de tekst staat een postcode."),
        N_("Hier staat een postcode. Daarmee is je huis te vinden. De naam van je buurt is genoeg."),
        finding.postcodes,
    ),
    _hint(
        "personal.plate",
        Severity.LOW,
        N_("In de tekst staat een kenteken."),
        N_("Hier staat een kenteken. Daarmee is iemand te vinden. Laat het liever weg."),
        finding.plates,
    ),
    _hint(
        "personal.key",
        Severity.MEDIUM,
        N_("De tekst zegt waar de sleutel ligt, of dat de deur open is."),
        N_("Hier staat hoe iemand in je huis kan komen. Schrijf dat nooit op. Vertel het aan 1 buur die je kent."),
        lambda seen: finding.sentences(seen, seen.any_way(_KEY)),
    ),
    _hint(
        "personal.empty-house",
        Severity.MEDIUM,
        N_("De tekst zegt dat er niemand thuis is."),
        N_("Hier staat wanneer je huis leeg is. Inbrekers lezen dat ook. Vertel het pas aan de buur die je kiest."),
        lambda seen: finding.sentences(seen, seen.any_way(_EMPTY)),
    ),
)
