"""Who may call an operation: everybody, or a client with a scope. Each view says so on a line of its own."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import g, request

from b2b.api import queries
from b2b.api.queries import Caller
from b2b.api.rules import Scope
from b2b.api.v1.problems import Refused
from b2b.core.crypto import keyring
from b2b.web.guard import public
from b2b.web.transactions import current_site


def for_everybody(view: Callable[..., Any]) -> Callable[..., Any]:
    """Open an operation to everybody, from any site: it gives what a visitor sees, whoever is signed in."""
    view.machine = view.open_data = True  # type: ignore[attr-defined]
    return public(view)


def for_clients(view: Callable[..., Any]) -> Callable[..., Any]:
    """Open an operation to whoever has a secret: it is what the operation itself checks."""
    view.machine = True  # type: ignore[attr-defined]
    return public(view)


def needs(scope: Scope) -> Callable[..., Any]:
    """Ask for a token with this scope, of a client of this municipality; it stands in `g.caller`."""

    def decorate(view: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(view)
        def guarded(**given: Any) -> Any:
            g.caller = _caller()
            if scope not in g.caller.scopes:
                told = f'Bearer error="insufficient_scope", scope="{scope}"'
                raise Refused(403, f"Je hebt de scope {scope} nodig.", headers={"WWW-Authenticate": told})
            return view(**given)

        guarded.permission = scope  # type: ignore[attr-defined]
        guarded.machine = True  # type: ignore[attr-defined]
        return guarded

    return decorate


def _caller() -> Caller:
    sort, _, token = request.headers.get("Authorization", "").partition(" ")
    found = None
    if sort.lower() == "bearer" and 20 <= len(token) <= 200:
        found = queries.caller(g.work, current_site().municipality_id or 0, token)
    if found is None:
        raise Refused(401, headers={"WWW-Authenticate": "Bearer"})
    return found


def token_key() -> str:
    """Return whose changes are counted together: those of one token, which a client gets once an hour."""
    return keyring().fingerprint("limit", request.headers.get("Authorization", ""))[:12].hex()
