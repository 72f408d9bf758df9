"""What the register takes and what it refuses, as a real Open Klant 2.18 does. Pure.

Three oddities are kept on purpose: no number is drawn, an empty number is taken once and breaks the second time, and
a field that it does not know is passed over in silence.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

PHONE = re.compile(r"(0[1-9][0-9]{8}|\+[0-9]{9,15}|00[0-9]{7,13})")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
STATUSES = ("te_verwerken", "verwerkt")
ACTORS = ("medewerker", "geautomatiseerde_actor", "organisatorische_eenheid")
DIGITAL = ("email", "telefoonnummer", "overig")


@dataclass(frozen=True)
class Wrong:
    """One field that was refused."""

    name: str
    code: str
    reason: str


class Invalid(Exception):
    """A body that was refused."""

    def __init__(self, *wrong: Wrong):
        super().__init__(wrong)
        self.wrong = wrong


class Broken(Exception):
    """The register falls over: status 500."""


Taken = Callable[[str], bool]


def need(body: dict[str, Any], *names: str, prefix: str = "") -> None:
    """Refuse a body that lacks one of these."""
    missing = [Wrong(prefix + name, "required", "Dit veld is vereist.") for name in names if name not in body]
    if missing:
        raise Invalid(*missing)


def at_most(body: dict[str, Any], prefix: str = "", **limits: int) -> None:
    """Refuse texts that are too long."""
    for name, limit in limits.items():
        if len(str(body.get(name) or "")) > limit:
            raise Invalid(
                Wrong(prefix + name, "max_length", f"Zorg ervoor dat dit veld niet meer dan {limit} karakters bevat.")
            )


def one_of(body: dict[str, Any], name: str, values: tuple[str, ...]) -> None:
    """Refuse a value that is not on the list."""
    if body.get(name) not in values:
        raise Invalid(Wrong(name, "invalid_choice", "Dit is geen geldige keuze."))


def number(body: dict[str, Any], taken: Taken, prefix: str = "") -> None:
    """Refuse a number that is no number, or that somebody has; fall over at the second empty one."""
    given = body.get("nummer")
    if given is None:
        return
    if given == "":
        if taken(""):
            raise Broken
        return
    if not str(given).isdigit():
        raise Invalid(Wrong(prefix + "nummer", "invalid", "Voer een geldig geheel getal in."))
    at_most(body, prefix, nummer=10, referentienummer=10)
    if taken(str(given)):
        raise Invalid(Wrong(prefix + "nummer", "unique", "Er bestaat al een klantcontact met eenzelfde nummer."))


def contact(body: dict[str, Any], taken: Taken, prefix: str = "") -> None:
    """Check a klantcontact."""
    need(body, "kanaal", "onderwerp", "taal", "vertrouwelijk", prefix=prefix)
    at_most(body, prefix, kanaal=50, onderwerp=200, taal=3, inhoud=1000, reactie=4000)
    number(body, taken, prefix)


def person(body: dict[str, Any], prefix: str = "") -> None:
    """Check a betrokkene."""
    need(body, "rol", "initiator", prefix=prefix)
    name = body.get("contactnaam") or {}
    at_most(name, f"{prefix}contactnaam.", voorletters=10, voornaam=200, voorvoegselAchternaam=10, achternaam=200)


def address(body: dict[str, Any]) -> None:
    """Check a digitaal adres."""
    need(body, "adres", "soortDigitaalAdres")
    one_of(body, "soortDigitaalAdres", DIGITAL)
    at_most(body, adres=80, omschrijving=40)
    shape = {"telefoonnummer": PHONE, "email": EMAIL}.get(body["soortDigitaalAdres"])
    if shape and not shape.fullmatch(body["adres"]):
        raise Invalid(Wrong("adres", "invalid", "Het opgegeven adres is ongeldig."))


def task(body: dict[str, Any], taken: Taken) -> None:
    """Check an interne taak: exactly one of the two ways to name who gets it; nobody at all is fine."""
    need(body, "gevraagdeHandeling", "aanleidinggevendKlantcontact", "status")
    one_of(body, "status", STATUSES)
    at_most(body, gevraagdeHandeling=200, toelichting=1000)
    if ("toegewezenAanActor" in body) == ("toegewezenAanActoren" in body):
        raise Invalid(Wrong("nonFieldErrors", "invalid", "Geef toegewezenAanActor of toegewezenAanActoren."))
    number(body, taken)
