"""The municipality's own system in the demo: the stand-in for Open Klant, connected and telling back what changes."""

import secrets
from typing import Any

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

    A start that finds the register where it was changes nothing; the register learns the secret at each start.
    """
    town = places.municipality_by_code(work, TOWN)
    if town is None or town.id is None:
        raise LookupError(TOWN)
    known = next((each for each in queries.connections(work, town.id) if _is_ours(each)), None)
    if known and known.address == address and known.callback_secret:
        return known.reference, known.callback_secret
    secret = secrets.token_urlsafe(24)
    setup = service.Setup("openklant", "", address, TOKEN, secret, OPTIONS)
    if known:
        service.change(work, known, setup)
        return known.reference, secret
    return service.connect(work, town.id, setup).reference, secret


def _is_ours(connection: Any) -> bool:
    return connection.connector == "openklant" and not connection.district
