"""The blueprint, and what happens when a session ended while somebody typed."""

from typing import Any

from flask import Blueprint, redirect, request, url_for

from b2b.web import errors, typed
from b2b.web.guard import SignInNeeded
from b2b.web.transactions import SAFE

conversations = Blueprint("conversations", __name__)


@conversations.errorhandler(SignInNeeded)
def keep_what_was_typed(error: SignInNeeded) -> Any:
    """Send somebody to the sign-in page; what they typed waits in the form they come back to."""
    if request.method in SAFE:
        return errors.sign_in_first(error)
    known = request.view_args or {}
    if "conversation" in known:
        back = url_for("conversations.show", conversation=known["conversation"])
    else:
        back = request.path
    typed.keep(back)
    return redirect(url_for("accounts.sign_in", next=back), 303)


def message_key(raw: str) -> int:
    """Read the key of a message in an address; an absurd one is as none."""
    if not (raw.isascii() and raw.isdigit()) or len(raw) > 18:
        raise ValueError(raw)
    return int(raw)
