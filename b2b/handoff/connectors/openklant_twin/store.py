"""The memory of the stand-in: things by kind and key, with what hangs on what."""

import json
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

from b2b.handoff.connectors.openklant_twin import checks
from b2b.handoff.connectors.openklant_twin.checks import Invalid, Wrong

Thing = dict[str, Any]
KINDS = (
    "actoren",
    "klantcontacten",
    "betrokkenen",
    "onderwerpobjecten",
    "digitaleadressen",
    "actorklantcontacten",
    "internetaken",
)


def _cause(thing: Thing) -> Thing:
    """Return the contact that a thing hangs on; a task calls it by another name."""
    return thing["klantcontact"] if "klantcontact" in thing else thing["aanleidinggevendKlantcontact"]


def _identifying(where: str) -> dict[str, Callable[[Thing], Any]]:
    """Return the filters on the four fields that say what a thing is elsewhere."""
    fields = ("objectId", "codeObjecttype", "codeRegister", "codeSoortObjectId")
    return {f"{where}{name[0].upper()}{name[1:]}": partial(_identity, where, name) for name in fields}


def _identity(where: str, name: str, thing: Thing) -> Any:
    return thing[where][name]


_FILTERS: dict[str, Callable[[Thing], Any]] = {
    **_identifying("actoridentificator"),
    **_identifying("onderwerpobjectidentificator"),
    "verstrektDoorBetrokkene__uuid": lambda thing: (thing["verstrektDoorBetrokkene"] or {}).get("uuid"),
    "klantcontact__uuid": lambda thing: _cause(thing)["uuid"],
    "nummer": lambda thing: thing.get("nummer"),
    "status": lambda thing: thing.get("status"),
}


class Store:
    """Everything in the register; kept in `file` when there is one, so that a demo can be stopped and started."""

    def __init__(self, root: str, file: Path | None = None):
        self.root, self._file, self.lock = root, file, threading.RLock()
        self.things: dict[str, dict[str, Thing]] = {kind: {} for kind in KINDS}
        if file and file.exists():
            self.things |= json.loads(file.read_text())

    def find(self, kind: str, query: dict[str, str]) -> list[Thing]:
        """Return the things that fit the filters; a filter that is not known is passed over."""
        found = list(self.things[kind].values())
        for name, value in query.items():
            if name.startswith("onderwerpobject__"):
                field = name.removeprefix("onderwerpobject__onderwerpobjectidentificator")
                found = [each for each in found if value in self._subjects(each, field[0].lower() + field[1:])]
            elif name in _FILTERS:
                found = [each for each in found if _FILTERS[name](each) == value]
        return found

    def add(self, kind: str, body: Thing) -> Thing:
        """Check and keep a new thing."""
        thing = getattr(self, f"_{kind}")(body)
        key = str(uuid4())
        self.things[kind][key] = {"uuid": key, "url": f"{self.root}/{kind}/{key}", **thing}
        self.keep()
        return self.things[kind][key]

    def contact_with_all(self, body: Thing) -> Thing:
        """Make contact, person and subject: all, or nothing."""
        checks.need(body, "klantcontact")
        checks.contact(body["klantcontact"], self._taken("klantcontacten"), "klantcontact.")
        if person := body.get("betrokkene"):
            checks.person(person, "betrokkene.")
        contact = self.add("klantcontacten", body["klantcontact"])
        made: Thing = {"klantcontact": contact, "betrokkene": None, "onderwerpobject": None}
        link = {"uuid": contact["uuid"]}
        if person:
            made["betrokkene"] = self.add("betrokkenen", {**person, "hadKlantcontact": link})
        if subject := body.get("onderwerpobject"):
            made["onderwerpobject"] = self.add("onderwerpobjecten", {**subject, "klantcontact": link})
        return {**made, "klantcontact": self.drawn("klantcontacten", contact)}

    def change(self, uuid: str, body: Thing) -> Thing:
        """Change a task: its status and who has it. The moment of its end is the register's own."""
        task = self.things["internetaken"][uuid]
        if "status" in body:
            checks.one_of(body, "status", checks.STATUSES)
            done = body["status"] == "verwerkt"
            task.update(status=body["status"], afgehandeldOp=_now() if done else None)
        if "toegewezenAanActoren" in body:
            task["toegewezenAanActoren"] = [self._link("actoren", each) for each in body["toegewezenAanActoren"]]
        self.keep()
        return task

    def remove(self, kind: str, uuid: str) -> None:
        """Remove a thing with what hangs on it. A contact address stays behind as an orphan, as in the real one."""
        del self.things[kind][uuid]
        if kind == "klantcontacten":
            fields = ("hadKlantcontact", "klantcontact", "aanleidinggevendKlantcontact")
            for other in ("onderwerpobjecten", "actorklantcontacten", "internetaken", "betrokkenen"):
                for thing in list(self.things[other].values()):
                    if any((thing.get(field) or {}).get("uuid") == uuid for field in fields):
                        self.remove(other, thing["uuid"])
        if kind == "betrokkenen":
            for address in self.find("digitaleadressen", {"verstrektDoorBetrokkene__uuid": uuid}):
                address["verstrektDoorBetrokkene"] = None
        self.keep()

    def drawn(self, kind: str, thing: Thing) -> Thing:
        """Return a thing as an answer shows it: a contact with the keys of what hangs on it, and its actors whole."""
        if kind != "klantcontacten":
            return thing
        hanging = {
            "hadBetrokkenen": self._hanging("betrokkenen", "hadKlantcontact", thing),
            "gingOverOnderwerpobjecten": self._hanging("onderwerpobjecten", "klantcontact", thing),
            "leiddeTotInterneTaken": self._hanging("internetaken", "aanleidinggevendKlantcontact", thing),
            "hadBetrokkenActoren": [
                self.things["actoren"][self.things["actorklantcontacten"][each["uuid"]]["actor"]["uuid"]]
                for each in self._hanging("actorklantcontacten", "klantcontact", thing)
            ],
        }
        return {**thing, **hanging}

    def keep(self) -> None:
        """Write everything down, when there is a file."""
        if self._file:
            self._file.write_text(json.dumps(self.things))

    def _hanging(self, kind: str, field: str, thing: Thing) -> list[Thing]:
        return [
            {"uuid": each["uuid"], "url": each["url"]}
            for each in self.things[kind].values()
            if (each.get(field) or {}).get("uuid") == thing["uuid"]
        ]

    def _subjects(self, contact: Thing, field: str) -> Iterator[str]:
        for each in self._hanging("onderwerpobjecten", "klantcontact", contact):
            yield self.things["onderwerpobjecten"][each["uuid"]]["onderwerpobjectidentificator"][field]

    def _taken(self, kind: str) -> checks.Taken:
        return lambda number: any(thing.get("nummer") == number for thing in self.things[kind].values())

    def _link(self, kind: str, given: Thing, field: str = "uuid") -> Thing:
        found = self.things[kind].get(str((given or {}).get("uuid")))
        if found is None:
            raise Invalid(Wrong(f"{field}.uuid", "does_not_exist", "Het object bestaat niet."))
        return {"uuid": found["uuid"], "url": found["url"]}

    def _actoren(self, body: Thing) -> Thing:
        checks.need(body, "naam", "soortActor")
        checks.one_of(body, "soortActor", checks.ACTORS)
        identity = dict.fromkeys(("objectId", "codeObjecttype", "codeRegister", "codeSoortObjectId"), "")
        identity |= body.get("actoridentificator") or {}
        return {
            "naam": body["naam"],
            "soortActor": body["soortActor"],
            "indicatieActief": body.get("indicatieActief", True),
            "actoridentificator": identity,
            "actorIdentificatie": body.get("actorIdentificatie"),
        }

    def _klantcontacten(self, body: Thing) -> Thing:
        checks.contact(body, self._taken("klantcontacten"))
        known = ("kanaal", "onderwerp", "inhoud", "taal", "vertrouwelijk", "nummer", "referentienummer")
        return {name: body.get(name) for name in (*known, "indicatieContactGelukt")} | {
            "plaatsgevondenOp": body.get("plaatsgevondenOp") or _now()
        }

    def _betrokkenen(self, body: Thing) -> Thing:
        checks.person(body)
        name = body.get("contactnaam") or {}
        parts = (name.get("voornaam"), name.get("voorvoegselAchternaam"), name.get("achternaam"))
        return {
            "wasPartij": None,
            "hadKlantcontact": self._link("klantcontacten", body["hadKlantcontact"], "hadKlantcontact"),
            "rol": body["rol"],
            "initiator": body["initiator"],
            "contactnaam": name,
            "volledigeNaam": " ".join(part for part in parts if part),
        }

    def _onderwerpobjecten(self, body: Thing) -> Thing:
        return {
            "klantcontact": self._link("klantcontacten", body["klantcontact"], "klantcontact"),
            "wasKlantcontact": None,
            "onderwerpobjectidentificator": body["onderwerpobjectidentificator"],
        }

    def _digitaleadressen(self, body: Thing) -> Thing:
        checks.address(body)
        person = body.get("verstrektDoorBetrokkene")
        return {
            "verstrektDoorBetrokkene": person and self._link("betrokkenen", person, "verstrektDoorBetrokkene"),
            "verstrektDoorPartij": None,
            "adres": body["adres"],
            "soortDigitaalAdres": body["soortDigitaalAdres"],
            "omschrijving": body.get("omschrijving", ""),
        }

    def _actorklantcontacten(self, body: Thing) -> Thing:
        checks.need(body, "actor", "klantcontact")
        return {
            "actor": self._link("actoren", body["actor"], "actor"),
            "klantcontact": self._link("klantcontacten", body["klantcontact"], "klantcontact"),
        }

    def _internetaken(self, body: Thing) -> Thing:
        checks.task(body, self._taken("internetaken"))
        given = body["toegewezenAanActoren"] if "toegewezenAanActoren" in body else [body["toegewezenAanActor"]]
        cause = body["aanleidinggevendKlantcontact"]
        return {
            "nummer": body.get("nummer"),
            "gevraagdeHandeling": body["gevraagdeHandeling"],
            "aanleidinggevendKlantcontact": self._link("klantcontacten", cause, "aanleidinggevendKlantcontact"),
            "toegewezenAanActoren": [self._link("actoren", each, "toegewezenAanActoren") for each in given],
            "toelichting": body.get("toelichting", ""),
            "status": body["status"],
            "toegewezenOp": _now(),
            "afgehandeldOp": None,
        }


def _now() -> str:
    return datetime.now(UTC).isoformat().replace("+00:00", "Z")
