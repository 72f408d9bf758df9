"""The menu: what somebody can do here, as a table. Staff see their own queue."""

from dataclasses import dataclass, replace
from typing import Any

from flask import current_app, request

from b2b.authz.permissions import Permission
from b2b.authz.policy import allows, lacks_only_second_factor
from b2b.authz.predicates import Actor
from b2b.core.words import N_
from b2b.web.memory import remembered


@dataclass(frozen=True)
class Item:
    """One entry of the menu; `current` marks where the reader is, `count` how much is new ("3", "9+")."""

    label: str
    url: str
    icon: str
    current: bool
    count: str = ""


SIGNED_IN, SIGNED_OUT, STOPPED = "signed in", "signed out", "stopped"
NEWS = "notifications.inbox"
COUNTED_MAX = 9
"""What a menu says is made once for every count, and "9+" says enough."""
KEPT_MAX = 512
MENU: list[tuple[str, str, str, Any]] = [
    (N_("Berichten"), "posts.feed", "home", None),
    (N_("Plaats bericht"), "posts.start", "plus", None),
    (N_("Gesprekken"), "conversations.index", "messages", SIGNED_IN),
    (N_("Voor jou"), NEWS, "bell", SIGNED_IN),
    (N_("Controleren"), "moderation.queue", "flag", Permission.Moderation.QUEUE),
    (N_("Balie"), "paper.lane", "phone", Permission.Paper.QUEUE),
    (N_("Bezwaren"), "moderation.complaints", "message-circle", Permission.Complaint.QUEUE),
    (N_("Overdrachten"), "handoff.queue", "building-community", Permission.Handoff.QUEUE),
    (N_("Beheer"), "accounts.people", "settings", Permission.Person.ADMINISTER),
    (N_("Mijn pagina"), "accounts.me", "user", SIGNED_IN),
    (N_("Besluiten over mij"), "moderation.mine", "file-text", STOPPED),
    (N_("Mijn gegevens"), "accounts.my_data", "id-badge", STOPPED),
    (N_("Inloggen"), "accounts.sign_in", "user", SIGNED_OUT),
]


def navigation(actor: Actor) -> tuple[Item, ...]:
    """Return the menu for this actor."""
    anybody_like = replace(
        actor,
        member_id=actor.member_id and 1,
        first_name="",
        neighbourhood_id=None,
        session_key=None,
        unread=min(actor.unread, COUNTED_MAX + 1),
        mail_fails=False,
    )
    here = request.endpoint or ""
    return remembered("menus", (here, anybody_like), KEPT_MAX, lambda: _menu(here, anybody_like))


def _menu(here: str, actor: Actor) -> tuple[Item, ...]:
    """Return the menu of everybody like this: who it is makes no difference, what they may do does."""
    address = current_app.url_map.bind("localhost").build
    return tuple(
        Item(
            label,
            address(endpoint),
            icon,
            _is_here(endpoint, here),
            counted(actor.unread) if endpoint == NEWS else "",
        )
        for label, endpoint, icon, need in MENU
        if endpoint in current_app.view_functions and _shows(actor, need)
    )


def counted(unread: int) -> str:
    """Return what stands beside the bell; nothing when there is nothing new."""
    if unread > COUNTED_MAX:
        return f"{COUNTED_MAX}+"
    return str(unread) if unread > 0 else ""


def _shows(actor: Actor, need: Any) -> bool:
    if actor.suspended or need == STOPPED:
        return actor.suspended and need == STOPPED
    if need is None:
        return True
    if need in (SIGNED_IN, SIGNED_OUT):
        return (actor.member_id is not None) == (need == SIGNED_IN)
    return allows(actor, need) or lacks_only_second_factor(actor, need)


def _is_here(endpoint: str, here: str) -> bool:
    if endpoint == here:
        return True
    home = endpoint.split(".")[0]
    shared = {"posts.feed", "posts.start", "accounts.people", "accounts.me", "accounts.sign_in"}
    shared |= {NEWS, "accounts.my_data", "moderation.mine", "moderation.complaints"}
    return endpoint not in shared and home == here.split(".")[0]
