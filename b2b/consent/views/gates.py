"""Two gates before a view: a municipality that is not open yet, and a text that changed.

Neither keeps anybody from reading public pages, the page about danger, a decision about themselves,
their own data or the way out: only taking part waits.
"""

from collections.abc import Callable
from typing import Any

from flask import g, redirect, request, url_for

from b2b.authz.permissions import Permission
from b2b.consent import service
from b2b.consent.views.again import asked_page
from b2b.consent.views.needed import still_needed
from b2b.web.errors import Retry
from b2b.web.pages import page, wants_fragment
from b2b.web.transactions import SAFE, current_actor, current_site

OURS = frozenset({"csrf_token", "terms_agreed", "terms_read"})
"""Fields of the page in between; all others are on their way to a view."""


def not_open(taking_part: frozenset[str]) -> Callable[[Any], Any]:
    """Return the gate that keeps residents from taking part (these endpoints) before the opening; staff may."""

    def gate(_view: Any) -> Any:
        if current_site().is_open or request.endpoint not in taking_part or current_actor().grants:
            return None
        return page("consent/not_open.html", status=403)

    return gate


def changed_texts(taking_part: frozenset[str], blueprints: frozenset[str]) -> Callable[[Any], Any]:
    """Return the gate that asks members again: at what is theirs in these blueprints, and at taking part."""

    def gate(view: Any) -> Any:
        if not current_site().asked or current_actor().member_id is None or wants_fragment():
            return None
        if request.endpoint not in taking_part and not _is_theirs(view, blueprints):
            return None
        return _ask()

    return gate


def _ask() -> Any:
    left = still_needed()
    if not left:
        return None
    if request.method in SAFE:
        return redirect(url_for("consent.again", next=request.full_path.rstrip("?")), 303)
    read = set(request.form.getlist("terms_read"))
    if request.form.get("terms_agreed") and read >= set(left.values()):
        actor = current_actor()
        service.accept_again(g.work, actor.municipality_id or 0, actor.member_id or 0, left, read)
        return None  # the form goes on to where it was going, with all that was typed in it
    fields = [(name, value) for name, value in request.form.items(multi=True) if name not in OURS]
    return asked_page(left, status=409, typed=Retry(request.full_path.rstrip("?"), fields))


def _is_theirs(view: Any, blueprints: frozenset[str]) -> bool:
    permission = getattr(view, "permission", "public")
    return request.blueprint in blueprints and permission not in ("public", Permission.Post.READ)
