"""What tests of a case system share: a way to it, a parcel for it, and what it then holds."""

from b2b.handoff.connectors.base import Way
from b2b.handoff.connectors.zgw.message import compose
from tests.integration.handoff.registering import FACTS, parcel_by
from tests.integration.handoff.zaken_twin import CLIENT, SECRET

RSIN = "002220647"

ONE_CASE = {"zaken": 1, "statussen": 1, "rollen": 2, "resultaten": 0}
ENDED_CASE = ONE_CASE | {"statussen": 2, "resultaten": 1}
NOTHING = dict.fromkeys(ONE_CASE, 0)


def options(twin):
    return {
        "client_id": CLIENT,
        "organisation": RSIN,
        "case_type": twin.at_catalogue("zaaktypen", "gesprek"),
        "state_type": twin.at_catalogue("statustypen", "ontvangen"),
        "asker_role": twin.at_catalogue("roltypen", "initiator"),
        "team_role": twin.at_catalogue("roltypen", "behandelaar"),
        "team_name": "Buurtregisseurs Overvecht",
        "team_id": "buurtregisseurs-overvecht",
    }


def way(twin, secret=SECRET, **more):
    return Way(twin.address, secret, options(twin) | more, local=True)


def parcel(twin, steps=None, **more):
    return parcel_by(way(twin, **more), compose(FACTS), steps)


def counts(twin):
    return {kind: len(found) for kind, found in twin.things.items()}


def outcome(twin):
    """Return what the municipality fills in when our desk may end cases."""
    return {"outcome": twin.at_catalogue("resultaattypen", "geregeld")}
