"""Views say who may enter. A view that says nothing is closed."""

from collections.abc import Callable
from functools import cache, wraps
from typing import Any

from flask import abort, current_app, g, request
from sqlalchemy import bindparam
from sqlmodel import select

from b2b.authz.permissions import Permission
from b2b.authz.policy import allows, lacks_only_second_factor, needs_member
from b2b.web.transactions import current_actor


class SignInNeeded(Exception):
    """Somebody must sign in first; `web/errors.py` sends them there and back."""


class SecondStepNeeded(Exception):
    """Signed in, but this asks for the second step of signing in."""


Elsewhere = Callable[[Any, str], Any]
ELSEWHERE: dict[type[Any], Elsewhere] = {}
"""Model -> who may find a thing of it in another municipality, where two agreed on that; the request then works there."""


def public(view: Callable[..., Any]) -> Callable[..., Any]:
    """Open a view to everybody."""
    view.permission = "public"  # type: ignore[attr-defined]
    return view


def stateless(view: Callable[..., Any]) -> Callable[..., Any]:
    """Open a view to everybody that needs no database, site or actor."""
    view.permission = "public"  # type: ignore[attr-defined]
    view.stateless = True  # type: ignore[attr-defined]
    return view


def requires(permission: Any, on: type[Any] | None = None) -> Callable[..., Any]:
    """Ask the policy first. With `on`, load the thing named in the URL and hand it to the view.

    `on` has a `reference` column; the URL variable is its lower-case class name. What lies in
    another municipality, or what the actor may not even read, does not exist (404).
    """
    key = on.__name__.lower() if on else ""

    def decorate(view: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(view)
        def guarded(**kwargs: Any) -> Any:
            actor = current_actor()
            if actor.member_id is None and needs_member(permission):
                raise SignInNeeded
            if on is None:
                ask(permission)
                return view(**kwargs)
            thing = find(on, kwargs.pop(key), elsewhere=ELSEWHERE.get(on))
            ask(permission, thing)
            return view(thing, **kwargs)

        guarded.permission = permission  # type: ignore[attr-defined]
        return guarded

    return decorate


def find(model: Any, reference: str, elsewhere: Elsewhere | None = None) -> Any:
    """Return the thing of `model` (a class) with this reference in this municipality, or 404; see ELSEWHERE."""
    thing = here(model, reference, current_actor().municipality_id)
    if thing is None and elsewhere is not None:
        thing = elsewhere(model, reference)
    return thing or abort(404)


def here(model: Any, reference: str, municipality_id: int | None) -> Any:
    """Return the thing of `model` with this reference that lies in this municipality, else None."""
    thing = g.work.exec(_by_reference(model), params={"reference": reference}).first()
    return thing if thing is not None and thing.municipality_id == municipality_id else None


@cache
def _by_reference(model: Any) -> Any:
    return select(model).where(model.reference == bindparam("reference"))


def ask(permission: Any, thing: Any = None) -> None:
    """Let the actor through, or refuse in the way that tells the least."""
    actor = current_actor()
    if allows(actor, permission, thing):
        return
    if lacks_only_second_factor(actor, permission, thing):
        raise SecondStepNeeded
    read = getattr(type(permission), "READ", None)
    if thing is not None and read is not None and not allows(actor, read, thing):
        abort(404)
    if actor.member_id is None:
        raise SignInNeeded
    abort(403)


def can(permission: str, thing: Any = None) -> bool:
    """Say whether the actor may: for buttons, `can("Post.MANAGE", post)`."""
    group, name = permission.split(".")
    return allows(current_actor(), getattr(Permission, group)[name], thing)


def deny_by_default() -> None:
    """Close every view that declares nothing."""
    view = current_app.view_functions.get(request.endpoint or "")
    if view and request.endpoint != "static" and not hasattr(view, "permission"):
        abort(403)
