"""The menu: what somebody can do here, as a table. Staff see their own queue."""

from dataclasses import dataclass
from typing import Any

from flask import current_app, request

from b2b.authz.permissions import Permission
from b2b.authz.policy import allows, lacks_only_second_factor
from b2b.authz.predicates import Actor
from b2b.core.words import N_


@dataclass(frozen=True)
class Item:
    """One entry of the menu; `current` marks where the reader is."""

    label: str
    url: str
    icon: str
    current: bool
    count: int | None = None


SIGNED_IN, SIGNED_OUT = "signed in", "signed out"
MENU: list[tuple[str, str, str, Any]] = [
    (N_("Berichten"), "posts.feed", "home", None),
    (N_("Plaats bericht"), "posts.start", "plus", None),
    (N_("Gesprekken"), "conversations.index", "messages", SIGNED_IN),
    (N_("Controleren"), "moderation.queue", "flag", Permission.Moderation.QUEUE),
    (N_("Overdrachten"), "handoff.queue", "building-community", Permission.Handoff.QUEUE),
    (N_("Beheer"), "accounts.people", "settings", Permission.Person.ADMINISTER),
    (N_("Mijn pagina"), "accounts.me", "user", SIGNED_IN),
    (N_("Inloggen"), "accounts.sign_in", "user", SIGNED_OUT),
]


def navigation(actor: Actor) -> tuple[Item, ...]:
    """Return the menu for this actor."""
    blueprint = (request.endpoint or "").split(".")[0]
    known = current_app.view_functions
    return tuple(
        Item(label, _address(endpoint), icon, _is_here(endpoint, blueprint))
        for label, endpoint, icon, need in MENU
        if endpoint in known and _shows(actor, need)
    )


def _shows(actor: Actor, need: Any) -> bool:
    if need is None:
        return True
    if need in (SIGNED_IN, SIGNED_OUT):
        return (actor.member_id is not None) == (need == SIGNED_IN)
    return allows(actor, need) or lacks_only_second_factor(actor, need)


def _is_here(endpoint: str, blueprint: str) -> bool:
    if endpoint == request.endpoint:
        return True
    home = endpoint.split(".")[0]
    shared = {"posts.feed", "posts.start", "accounts.people", "accounts.me", "accounts.sign_in"}
    return endpoint not in shared and home == blueprint


_known: dict[tuple[int, str], str] = {}


def _address(endpoint: str) -> str:
    key = (id(current_app.url_map), endpoint)
    if key not in _known:
        _known[key] = current_app.url_map.bind("localhost").build(endpoint)
    return _known[key]
