"""What the pages of a notice show: what it is about, in the words its reader may see, and its receipt."""

from types import SimpleNamespace
from typing import Any

from flask import g, request

from b2b.authz.permissions import Permission
from b2b.authz.policy import allows
from b2b.conversations import queries as conversations
from b2b.conversations.queries import Message
from b2b.core.ids import read_reference
from b2b.moderation import queries
from b2b.moderation.models import Notice
from b2b.moderation.queries import Target
from b2b.moderation.rules import NAMELESS, URL_MAX, TargetKind, read_location
from b2b.moderation.rules.words import CATEGORIES
from b2b.posts.queries import Post
from b2b.web.transactions import current_actor

PATHS = {
    TargetKind.POST: "berichten",
    TargetKind.MEMBER: "buren",
    TargetKind.HANDOFF: "overdrachten",
    TargetKind.THANKS: "bedankjes",
}
"""Where each kind of thing that can be reported has its page; a message stands in its conversation."""


def reported(over: str | None) -> dict[str, Any]:
    """Return what a notice is about, in the words that this reader may see; about None: the form asks."""
    about = located(over)
    title = None
    if about is not None and isinstance(about.thing, Post):
        title = about.thing.title if allows(current_actor(), Permission.Post.READ, about.thing) else None
    options = [
        SimpleNamespace(value=category.value, label=one.label, help=one.example, icon=one.icon)
        for category, one in CATEGORIES.items()
    ]
    return {"about": about, "title": title, "options": options, "asked_over": over or ""}


def located(typed: str | None) -> Target | None:
    """Return the thing that a reference or a pasted link names, in this municipality."""
    reference = read_reference(typed or "") or read_location(typed or "")
    if reference is None:
        return None
    return queries.target_by_reference(g.work, reference, current_actor().municipality_id or 0)


def address_of(about: Target) -> str:
    """Return the exact address of a reported thing: what an order of a judge, too, would name."""
    return f"{request.url_root.rstrip('/')}{_path(about)}"[:URL_MAX]


def receipt(notice: Notice) -> dict[str, Any]:
    """Return what the receipt says: the number, when, what happens, and whether somebody decided."""
    words = queries.notice_words(g.work, notice)
    decided = queries.decision_of(g.work, notice.review_item_id)
    item = queries.item(g.work, notice.review_item_id)
    return {
        "notice": notice,
        "category": CATEGORIES[notice.category].label,
        "outcome": words["outcome"],
        "decided_at": decided.at if decided else None,
        "due_at": item.due_at if item else None,
        "put_aside": item is not None and item.precaution_at is not None and decided is None,
        "danger": notice.category in NAMELESS,
        "has_address": notice.notifier_id is not None or bool(notice.notifier_email),
    }


def _path(about: Target) -> str:
    if isinstance(about.thing, Message):
        talk = conversations.conversation(g.work, about.thing.conversation_id)
        return f"/gesprekken/{talk.reference if talk else ''}#{about.thing.reference}"
    return f"/{PATHS[about.kind]}/{about.thing.reference}"
