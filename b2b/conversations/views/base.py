"""The blueprint, and what happens when a session ended while somebody typed."""

from typing import Any

from flask import Blueprint, request, url_for

from b2b.web.detours import over_sign_in

conversations = Blueprint("conversations", __name__)


def _page(known: dict[str, Any]) -> str:
    if "conversation" in known:
        return url_for("conversations.show", conversation=known["conversation"])
    return request.path


over_sign_in(conversations, _page)


def message_key(raw: str) -> int:
    """Read the key of a message in an address; an absurd one is as none."""
    if not (raw.isascii() and raw.isdigit()) or len(raw) > 18:
        raise ValueError(raw)
    return int(raw)
