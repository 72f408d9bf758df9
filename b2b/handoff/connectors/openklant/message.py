"""The message that Open Klant gets: written before the resident agrees, sent byte for byte. Pure.

Only what is in here leaves the house. The words of the question do not: the resident tells those. Texts that travel
to every subscriber of the register (`toelichting`, `gevraagdeHandeling`, `onderwerp`) are fixed.
"""

import json
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from b2b.core.clock import local
from b2b.core.words import N_

REGISTER = "buurthulp"
SUBJECT = "Gesprek met buurtregisseur (via Buurthulp)"
CONTENT = "Inwoner vraagt zelf om contact met de buurtregisseur."
ASKED = "Contact opnemen met betrokkene"
"""The words that KISS uses, so that an officer finds ours among them."""
REMARK = "Doorgeleid via Buurthulp. Kenmerk: {number}. Geen dossier bijgevoegd; inwoner vertelt zelf verder."
CHANNEL = "buurthulp-platform"
ADDRESS_MAX = 80
_PHONE = re.compile(r"(0[1-9][0-9]{8}|\+[0-9]{9,15}|00[0-9]{7,13})")


@dataclass(frozen=True)
class Facts:
    """What the message is made of. `contact` is an e-mail address or a phone number, as it was typed."""

    number: str
    object_id: str
    first_name: str
    by_phone: bool
    contact: str
    at: datetime


def phone(typed: str) -> str | None:
    """Return a phone number as the register takes it ("0612345678"), or None when it cannot be one.

    >>> phone("06 - 1234 56 78")
    '0612345678'
    """
    bare = re.sub(r"[\s().-]", "", typed)
    return bare if _PHONE.fullmatch(bare) else None


def number_from(random: bytes) -> str:
    """Return 10 digits, the first not 0, out of 32 random bytes: a number that nobody can count on from."""
    return str(10**9 + int.from_bytes(random, "big") % (9 * 10**9))


def object_id_from(random: bytes) -> str:
    """Return a version 4 UUID out of 32 random bytes."""
    return str(UUID(bytes=random[:16], version=4))


def compose(facts: Facts) -> str:
    """Return the message: three bodies by the path they go to, as one text."""
    contact = {
        "klantcontact": {
            "nummer": facts.number,
            "referentienummer": facts.number,
            "kanaal": CHANNEL,
            "onderwerp": SUBJECT,
            "inhoud": CONTENT,
            "indicatieContactGelukt": True,
            "taal": "nld",
            "vertrouwelijk": True,
            "plaatsgevondenOp": local(facts.at).replace(microsecond=0).isoformat(),
        },
        "betrokkene": {
            "wasPartij": None,
            "rol": "klant",
            "initiator": True,
            "contactnaam": {
                "voorletters": facts.first_name[:1].upper(),
                "voornaam": facts.first_name,
                "voorvoegselAchternaam": "",
                "achternaam": "",
            },
        },
        "onderwerpobject": {
            "wasKlantcontact": None,
            "onderwerpobjectidentificator": {
                "objectId": facts.object_id,
                "codeObjecttype": "hulpvraag",
                "codeRegister": REGISTER,
                "codeSoortObjectId": "uuid",
            },
        },
    }
    task = {
        "nummer": facts.number,
        "referentienummer": facts.number,
        "gevraagdeHandeling": ASKED,
        "toelichting": REMARK.format(number=facts.number),
        "status": "te_verwerken",
    }
    bodies = {"maak-klantcontact": _text(contact), "internetaken": _text(task)}
    if address := _address(facts):
        bodies["digitaleadressen"] = _text(address)
    return _text(bodies)


def bodies(message: str) -> dict[str, str]:
    """Return the body for each path, as text."""
    found: dict[str, str] = json.loads(message)
    return found


def linked(body: str, **links: Any) -> str:
    """Return a body with what only the register could tell: the keys of what it belongs to."""
    return _text({**json.loads(body), **links})


def renumbered(message: str, number: str) -> str:
    """Return the message with another number, for when somebody else had ours."""
    found = {path: json.loads(body) for path, body in bodies(message).items()}
    contact, task = found["maak-klantcontact"]["klantcontact"], found["internetaken"]
    for numbered in (contact, task):
        numbered.update(nummer=number, referentienummer=number)
    task["toelichting"] = REMARK.format(number=number)
    return _text({path: _text(body) for path, body in found.items()})


def shown(message: str) -> list[tuple[str, str]]:
    """Return what the message says, in lines that a resident reads: (heading, words)."""
    found = {path: json.loads(body) for path, body in bodies(message).items()}
    contact, task = found["maak-klantcontact"], found["internetaken"]
    lines = [
        (N_("Nummer"), contact["klantcontact"]["nummer"]),
        (N_("Voornaam"), contact["betrokkene"]["contactnaam"]["voornaam"]),
    ]
    if address := found.get("digitaleadressen"):
        lines.append((N_("Bereikbaar op"), address["adres"]))
    return [
        *lines,
        (N_("Onderwerp"), contact["klantcontact"]["onderwerp"]),
        (N_("Wat er staat"), contact["klantcontact"]["inhoud"]),
        (N_("Wat wij vragen"), task["gevraagdeHandeling"]),
        (N_("Uitleg erbij"), task["toelichting"]),
    ]


def _address(facts: Facts) -> dict[str, str] | None:
    if facts.by_phone:
        number = phone(facts.contact)
        kind = "telefoonnummer"
    else:
        number = facts.contact if len(facts.contact) <= ADDRESS_MAX else None
        kind = "email"
    return {"adres": number, "soortDigitaalAdres": kind, "omschrijving": kind} if number else None


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
