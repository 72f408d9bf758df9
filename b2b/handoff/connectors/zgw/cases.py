"""The case system of a municipality, as questions and orders. Cases, roles and states are named there by their address."""

import time
from collections.abc import Mapping
from typing import Any

from b2b.core.words import N_
from b2b.handoff.connectors.base import NoAnswer, Way
from b2b.handoff.connectors.calls import ALL_SECONDS, Calls

CRS = "EPSG:4326"
WHO = "Buurthulp"


def token(client_id: str, secret: str, at: float) -> str:
    """Return the JWT by which the case system knows us; it holds for an hour from `at` (seconds)."""
    # These cost time to load, and only a worker calls.
    from joserfc import jwt
    from joserfc.jwk import OctKey

    claims = {
        "iss": client_id,
        "iat": int(at),
        "client_id": client_id,
        "user_id": WHO.lower(),
        "user_representation": WHO,
    }
    return jwt.encode({"alg": "HS256", "typ": "JWT"}, claims, OctKey.import_key(secret))


class Cases:
    """One conversation with one case system."""

    def __init__(self, way: Way, *, seconds: float = ALL_SECONDS):
        self._way = way
        self._headers = {
            "Authorization": f"Bearer {token(way.options.get('client_id', ''), way.secret, time.time())}",
            "Accept-Crs": CRS,
            "Content-Crs": CRS,
        }
        self._calls = Calls(way, self._headers, seconds=seconds)
        self._root = way.address.rstrip("/")

    def case_called(self, identification: str, organisation: str) -> dict[str, Any] | None:
        """Return the case with this name in this organisation (RSIN), if it is there."""
        found = self._list("/zaken", {"identificatie": identification, "bronorganisatie": organisation})
        return found[0] if found else None

    def case(self, key: str) -> dict[str, Any] | None:
        """Return a case by its key; None when it is gone."""
        answer = self._calls.ask("GET", f"/zaken/{key}", fine=(404,))
        return answer.data if answer.status == 200 else None

    def roles_of(self, case: str) -> dict[str, str]:
        """Return the roles of a case (its address): what we called it -> its address."""
        return {str(one.get("roltoelichting", "")): str(one["url"]) for one in self._list("/rollen", {"zaak": case})}

    def states_of(self, case: str) -> list[str]:
        """Return the kinds of the states that a case (its address) was in."""
        return [str(one.get("statustype", "")) for one in self._list("/statussen", {"zaak": case})]

    def make(self, kind: str, body: str) -> dict[str, Any]:
        """Add a case, role, state or outcome."""
        data = self._calls.ask("POST", f"/{kind}", body=body).data
        if not isinstance(data, dict) or not str(data.get("url", "")).startswith(self._root):
            raise NoAnswer(N_("Dit adres antwoordt niet zoals een zaaksysteem."))
        return data

    def outcome_of(self, case: str) -> str | None:
        """Return the kind of the outcome of a case (its address), None while it has none."""
        found = self._list("/resultaten", {"zaak": case})
        return str(found[0].get("resultaattype", "")) if found else None

    def end_state(self) -> str:
        """Return the address of the state that ends a case of the chosen kind, as the catalogue has it; "" when it has none."""
        kind = self._way.options.get("case_type", "")
        catalogue = Way(kind.rpartition("/zaaktypen/")[0], local=self._way.local)
        found = self._list("/statustypen", {"zaaktype": kind}, Calls(catalogue, self._headers))
        return next((str(each.get("url", "")) for each in found if each.get("isEindstatus") is True), "")

    def delete(self, address: str, *, fine: tuple[int, ...] = (404,)) -> None:
        """Remove what has this address; that it is gone already is fine."""
        self._calls.ask("DELETE", address.removeprefix(self._root), fine=fine)

    def kind_of_case(self) -> dict[str, Any]:
        """Return the kind of case that the municipality chose; it may stand at another address, with the same key."""
        chosen = Way(self._way.options.get("case_type", ""), local=self._way.local)
        data = Calls(chosen, self._headers).ask("GET").data
        return data if isinstance(data, dict) else {}

    def _list(self, path: str, query: Mapping[str, str], calls: Calls | None = None) -> list[dict[str, Any]]:
        data = (calls or self._calls).ask("GET", path, query=query).data
        found = data.get("results") if isinstance(data, dict) else None
        if not isinstance(found, list):
            raise NoAnswer(N_("Dit adres antwoordt niet zoals een zaaksysteem."))
        return [each for each in found if isinstance(each, dict)]
