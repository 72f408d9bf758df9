"""What a case system gets: written before the resident agrees, sent with nothing added but addresses there. Pure.

The words of the question do not go along. Everything but name, contact, number and day is a fixed text.
"""

import json
from datetime import date, datetime, time
from typing import Any

from b2b.core.clock import AMSTERDAM, local
from b2b.core.words import N_
from b2b.handoff.connectors.openklant.message import Facts, phone

SOURCE = "buurthulp"
ABOUT = "Verzoek gesprek buurtregisseur"
CHANNEL = "buurthulp-platform"
RECEIVED, ENDED = "Ontvangen", "Afgerond in Buurthulp"
ASKER, TEAM = "inwoner", "team"
"""How we name the two roles there, so that a later try knows which it made."""


def identification(number: str) -> str:
    """Return how the case is called there: unique in the organisation, so that it is made once."""
    return f"BUURTHULP-{number}"


def compose(facts: Facts) -> str:
    """Return the message: the bodies of the case and of the resident's role, as one text."""
    day = local(facts.at).date().isoformat()
    case = {
        "identificatie": identification(facts.number),
        "startdatum": day,
        "registratiedatum": day,
        "omschrijving": ABOUT,
        "vertrouwelijkheidaanduiding": "zaakvertrouwelijk",
        "communicatiekanaalNaam": CHANNEL,
        "kenmerken": [{"kenmerk": facts.number, "bron": SOURCE}],
    }
    role = {
        "betrokkeneType": "natuurlijk_persoon",
        "roltoelichting": ASKER,
        "contactpersoonRol": {"naam": facts.first_name, **_contact(facts)},
        "betrokkeneIdentificatie": {},
    }
    return _text({"zaken": _text(case), "rollen": _text(role)})


def shown(message: str) -> list[tuple[str, str]]:
    """Return what the message says, in lines that a resident reads: (heading, words)."""
    case, role = (json.loads(body) for body in bodies(message).values())
    person = role["contactpersoonRol"]
    lines = [(N_("Nummer"), case["kenmerken"][0]["kenmerk"]), (N_("Voornaam"), person["naam"])]
    if reached := person.get("telefoonnummer") or person.get("emailadres"):
        lines.append((N_("Bereikbaar op"), reached))
    return [*lines, (N_("Onderwerp"), case["omschrijving"])]


def renumbered(message: str, number: str) -> str:
    """Return the message with another number, for when somebody else had ours."""
    case, role = bodies(message).values()
    changed = {
        **json.loads(case),
        "identificatie": identification(number),
        "kenmerken": [{"kenmerk": number, "bron": SOURCE}],
    }
    return _text({"zaken": _text(changed), "rollen": role})


def bodies(message: str) -> dict[str, str]:
    """Return the body for each path, as text: the case first."""
    found: dict[str, str] = json.loads(message)
    return found


def day_begins(case: str) -> str:
    """Return when the day of a case (its body) began, on the Dutch wall clock: a case system refuses what is to come.

    >>> day_begins('{"registratiedatum":"2026-07-01"}')
    '2026-07-01T00:00:00+02:00'
    """
    day = date.fromisoformat(json.loads(case)["registratiedatum"])
    return datetime.combine(day, time(), AMSTERDAM).isoformat()


def linked(body: str, **links: Any) -> str:
    """Return a body with what the municipality's own configuration says, or the case system told."""
    return _text({**json.loads(body), **links})


def _contact(facts: Facts) -> dict[str, str]:
    if not facts.by_phone:
        return {"emailadres": facts.contact}
    number = phone(facts.contact)
    return {"telefoonnummer": number} if number else {}


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
