"""The register of a municipality, as questions and orders. Answers are read loosely: Open Klant breaks its own schema."""

import json
from typing import Any

from b2b.core.words import N_
from b2b.handoff.connectors.base import NoAnswer, Way
from b2b.handoff.connectors.calls import ALL_SECONDS, Calls
from b2b.handoff.connectors.openklant.message import REGISTER

EXPAND = "leiddeTotInterneTaken,hadBetrokkenen"
_FIELDS = ("objectId", "codeObjecttype", "codeRegister", "codeSoortObjectId")
SENDER = {
    "naam": "Buurthulp-platform",
    "soortActor": "geautomatiseerde_actor",
    "indicatieActief": True,
    "actoridentificator": {
        "objectId": REGISTER,
        "codeObjecttype": "applicatie",
        "codeRegister": REGISTER,
        "codeSoortObjectId": "idf",
    },
    "actorIdentificatie": {"functie": "Doorgeleiding hulpvragen", "omschrijving": "Platform voor onderlinge hulp"},
}


def team(options: Any) -> dict[str, Any]:
    """Return the actor of the team that gets the tasks: as KISS and ITA make it, so that ITA lets its people in."""
    return {
        "naam": options.get("team_name", ""),
        "soortActor": "organisatorische_eenheid",
        "indicatieActief": True,
        "actoridentificator": {
            "objectId": options.get("team_id", ""),
            "codeObjecttype": options.get("team_type") or "grp",
            "codeRegister": options.get("team_register") or "obj",
            "codeSoortObjectId": options.get("team_id_kind") or "idf",
        },
    }


def _filter(where: str, identity: dict[str, str]) -> dict[str, str]:
    """Return the filters that find what has these four identifier fields."""
    return {f"{where}{name[0].upper()}{name[1:]}": identity[name] for name in _FIELDS}


def _case(key: str) -> dict[str, str]:
    """Return how the register names a case: as ITA does, which then loads it from the case system."""
    return {"objectId": key, "codeObjecttype": "zgw-Zaak", "codeRegister": "openzaak", "codeSoortObjectId": "uuid"}


class Register:
    """One conversation with one register."""

    def __init__(self, way: Way, *, seconds: float = ALL_SECONDS):
        self._calls = Calls(way, {"Authorization": f"Token {way.secret}"}, seconds=seconds)

    def actor(self, wanted: dict[str, Any]) -> dict[str, Any] | None:
        """Return the actor with these four identifier fields; an active one when there are doubles."""
        identity = wanted["actoridentificator"]
        found = self._list("/actoren", _filter("actoridentificator", identity))
        active = [actor for actor in found if actor.get("indicatieActief") is not False]
        return next(iter(active or found), None)

    def make_actor(self, wanted: dict[str, Any]) -> dict[str, Any]:
        """Add an actor. The register takes doubles gladly: look first."""
        return self._post("/actoren", json.dumps(wanted))

    def kind_of_actor(self, uuid: str) -> str:
        """Return what kind of actor this is; "" when it is gone."""
        answer = self._calls.ask("GET", f"/actoren/{uuid}", fine=(404,))
        return str((answer.data or {}).get("soortActor", "")) if answer.status == 200 else ""

    def contact_about(self, object_id: str) -> dict[str, Any] | None:
        """Return the contact that we made for this handoff, if it is there."""
        query = {
            "onderwerpobject__onderwerpobjectidentificatorObjectId": object_id,
            "onderwerpobject__onderwerpobjectidentificatorCodeRegister": REGISTER,
            "expand": EXPAND,
        }
        found = self._list("/klantcontacten", query)
        return found[0] if found else None

    def make_contact(self, body: str) -> dict[str, Any]:
        """Add contact, person and subject in one call, which is one transaction there. `body` goes as it is."""
        return self._post("/maak-klantcontact", body)

    def addresses_of(self, person: str) -> list[str]:
        """Return the keys of the contact addresses of this person."""
        found = self._list("/digitaleadressen", {"verstrektDoorBetrokkene__uuid": person})
        return [str(address["uuid"]) for address in found]

    def make_address(self, body: str) -> str:
        """Add a phone number or e-mail address; return its key."""
        return str(self._post("/digitaleadressen", body)["uuid"])

    def senders_of(self, contact: str) -> list[str]:
        """Return the keys of who took part in the contact on the municipality's side."""
        return [str(each["uuid"]) for each in self._list("/actorklantcontacten", {"klantcontact__uuid": contact})]

    def make_sender(self, contact: str, actor: str) -> str:
        """Say who made the contact; return the key of that."""
        body = {"actor": {"uuid": actor}, "klantcontact": {"uuid": contact}}
        return str(self._post("/actorklantcontacten", json.dumps(body))["uuid"])

    def tasks_of(self, contact: str) -> list[dict[str, Any]]:
        """Return the tasks that came of a contact."""
        return self._list("/internetaken", {"klantcontact__uuid": contact})

    def make_task(self, body: str) -> str:
        """Add the task; return its key."""
        return str(self._post("/internetaken", body)["uuid"])

    def task(self, uuid: str) -> dict[str, Any] | None:
        """Return a task, None when it is no longer there."""
        answer = self._calls.ask("GET", f"/internetaken/{uuid}", fine=(404,))
        return answer.data if answer.status == 200 else None

    def case_links(self, contact: str, case: str) -> list[str]:
        """Return the keys of the subjects by which a contact points to this case."""
        query = {"klantcontact__uuid": contact, **_filter("onderwerpobjectidentificator", _case(case))}
        return [str(each["uuid"]) for each in self._list("/onderwerpobjecten", query)]

    def link_case(self, contact: str, case: str) -> None:
        """Let a contact point to a case."""
        body = {
            "klantcontact": {"uuid": contact},
            "wasKlantcontact": None,
            "onderwerpobjectidentificator": _case(case),
        }
        self._post("/onderwerpobjecten", json.dumps(body))

    def change_task(self, uuid: str, change: dict[str, Any]) -> None:
        """Change some fields of a task; that it went in the meantime is fine."""
        self._calls.ask("PATCH", f"/internetaken/{uuid}", body=json.dumps(change), fine=(404,))

    def delete(self, kind: str, uuid: str) -> None:
        """Remove a thing; that it is gone already is fine."""
        self._calls.ask("DELETE", f"/{kind}/{uuid}", fine=(404,))

    def _list(self, path: str, query: dict[str, str]) -> list[dict[str, Any]]:
        data = self._calls.ask("GET", path, query=query).data
        found = data.get("results") if isinstance(data, dict) else None
        if not isinstance(found, list):
            raise NoAnswer(N_("Dit adres antwoordt niet zoals Open Klant."))
        return [each for each in found if isinstance(each, dict)]

    def _post(self, path: str, body: str) -> dict[str, Any]:
        data = self._calls.ask("POST", path, body=body).data
        if not isinstance(data, dict):
            raise NoAnswer(N_("Dit adres antwoordt niet zoals Open Klant."))
        return data
