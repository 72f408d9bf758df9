"""One page for who plays the officer: the tasks of the register, to take on, send on, finish and open again."""

from html import escape
from string import Template
from typing import Any
from urllib.parse import unquote

from b2b.handoff.connectors.openklant_twin.store import Store

COLLEAGUE = {
    "naam": "Ambtenaar in het register",
    "soortActor": "medewerker",
    "actoridentificator": {
        "objectId": "ambtenaar-1",
        "codeObjecttype": "mdw",
        "codeRegister": "handmatig",
        "codeSoortObjectId": "email",
    },
}
ELSEWHERE = {
    "naam": "Sociaal team",
    "soortActor": "organisatorische_eenheid",
    "actoridentificator": {
        "objectId": "sociaal-team",
        "codeObjecttype": "grp",
        "codeRegister": "obj",
        "codeSoortObjectId": "idf",
    },
}
STEPS = {"oppakken": "Ik pak dit op", "doorsturen": "Stuur door", "afronden": "Afronden", "heropenen": "Heropen"}
_PAGE = Template(
    """<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Nagebootst Open Klant</title>
<h1>Nagebootst Open Klant</h1>
<p>Zo ziet een medewerker van de gemeente de vragen in een ander systeem. Dit is een oefenversie.</p>
$tasks</html>"""
)
_TASK = Template(
    """<article><h2>$number</h2><dl><dt>Wie</dt><dd>$who</dd><dt>Bereikbaar op</dt><dd>$reach</dd>
<dt>Onderwerp</dt><dd>$subject</dd><dt>Informatie voor burger</dt><dd>$content</dd>
<dt>Interne toelichting</dt><dd>$remark</dd>
<dt>Gekoppelde zaak</dt><dd>$case</dd>
<dt>Bij wie</dt><dd>$holders</dd><dt>Status</dt><dd>$status</dd></dl>$buttons</article>"""
)
_BUTTON = Template('<form method="post" action="/taken/$key/$step"><button>$label</button></form>')


def page(store: Store) -> str:
    """Return the page, newest task first."""
    tasks = reversed(store.things["internetaken"].values())
    drawn = "\n".join(_TASK.substitute(_facts(store, task)) for task in tasks)
    return _PAGE.substitute(tasks=drawn or "<p>Er zijn geen taken.</p>")


def act(store: Store, path: str) -> None:
    """Do what the button says: `/taken/<key>/<step>`. What is not there changes nothing."""
    _, _, key, step = unquote(path).split("/", 3)
    with store.lock:
        task = store.things["internetaken"].get(key)
        if task is None:
            return
        if step in ("afronden", "heropenen"):
            store.change(key, {"status": "verwerkt" if step == "afronden" else "te_verwerken"})
        if step == "oppakken":
            holders = [each for each in task["toegewezenAanActoren"] if _kind(store, each) != "medewerker"]
            store.change(key, {"toegewezenAanActoren": [*holders, _actor(store, COLLEAGUE)]})
        if step == "doorsturen":
            store.change(key, {"toegewezenAanActoren": [_actor(store, ELSEWHERE)]})


def _actor(store: Store, wanted: dict[str, Any]) -> dict[str, Any]:
    known = store.find("actoren", {"actoridentificatorObjectId": wanted["actoridentificator"]["objectId"]})
    return known[0] if known else store.add("actoren", wanted)


def _kind(store: Store, link: dict[str, Any]) -> str:
    return str(store.things["actoren"][link["uuid"]]["soortActor"])


def _facts(store: Store, task: dict[str, Any]) -> dict[str, str]:
    contact = store.things["klantcontacten"][task["aanleidinggevendKlantcontact"]["uuid"]]
    people = [
        store.things["betrokkenen"][each["uuid"]] for each in store.drawn("klantcontacten", contact)["hadBetrokkenen"]
    ]
    reach = [
        address["adres"]
        for person in people
        for address in store.find("digitaleadressen", {"verstrektDoorBetrokkene__uuid": person["uuid"]})
    ]
    holders = [store.things["actoren"][each["uuid"]]["naam"] for each in task["toegewezenAanActoren"]]
    about = {"klantcontact__uuid": contact["uuid"], "onderwerpobjectidentificatorCodeObjecttype": "zgw-Zaak"}
    cases = [each["onderwerpobjectidentificator"]["objectId"] for each in store.find("onderwerpobjecten", about)]
    facts = {
        "number": contact["nummer"] or "zonder nummer",
        "who": ", ".join(person["volledigeNaam"] for person in people),
        "reach": ", ".join(reach),
        "subject": contact["onderwerp"],
        "content": contact["inhoud"] or "",
        "remark": task["toelichting"],
        "case": ", ".join(cases) or "geen",
        "holders": ", ".join(holders),
        "status": task["status"],
    }
    buttons = "".join(_BUTTON.substitute(key=task["uuid"], step=step, label=label) for step, label in STEPS.items())
    return {name: escape(str(value)) for name, value in facts.items()} | {"buttons": buttons}
