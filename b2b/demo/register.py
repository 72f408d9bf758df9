"""The municipality's own system in the demo: the stand-in for Open Klant, connected and telling back what changes."""

import secrets

from b2b.core.db import Work
from b2b.handoff import queries, service
from b2b.municipalities import queries as places

TOWN = "GM0344"
TOKEN = "the-token-of-the-demo-register"
OPTIONS = {
    "team_name": "Buurtregisseurs Utrecht",
    "team_id": "buurtregisseurs-utrecht",
    "team_type": "grp",
    "team_register": "obj",
    "team_id_kind": "idf",
    "make_team": "yes",
}


def connect(work: Work, address: str) -> tuple[str, str]:
    """Let questions of the demo go to the register at `address`; return the callback's reference and its secret.

    Each start of the demo draws another secret: the register of the demo learns it at that moment too.
    """
    town = places.municipality_by_code(work, TOWN)
    if town is None or town.id is None:
        raise LookupError(TOWN)
    secret = secrets.token_urlsafe(24)
    setup = service.Setup("openklant", "", address, TOKEN, secret, OPTIONS)
    known = [
        each for each in queries.connections(work, town.id) if each.connector == "openklant" and not each.district
    ]
    if known:
        service.change(work, known[0], setup)
        return known[0].reference, secret
    return service.connect(work, town.id, setup).reference, secret
