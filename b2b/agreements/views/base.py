"""The blueprint of appointments, and what happens when a session ended while somebody typed one."""

from typing import Any

from flask import Blueprint, url_for

from b2b.web.detours import of_a_conversation, over_sign_in

agreements = Blueprint("agreements", __name__)


def _page(known: dict[str, Any]) -> str:
    if "agreement" in known:
        return url_for("agreements.show", agreement=known["agreement"])
    return url_for("agreements.index")


over_sign_in(agreements, of_a_conversation, _page)  # a proposal waits in its form, an address never does
