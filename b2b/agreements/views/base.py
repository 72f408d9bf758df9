"""The blueprint of appointments, and what happens when a session ended while somebody typed one."""

from typing import Any

from flask import Blueprint, redirect, request, url_for

from b2b.web import errors, typed
from b2b.web.guard import SignInNeeded
from b2b.web.transactions import SAFE

agreements = Blueprint("agreements", __name__)


@agreements.errorhandler(SignInNeeded)
def keep_what_was_typed(error: SignInNeeded) -> Any:
    """Send somebody to the sign-in page; a proposal waits in its form, an address never does."""
    if request.method in SAFE:
        return errors.sign_in_first(error)
    known = request.view_args or {}
    if "conversation" in known:
        back = request.path
        typed.keep(back)
    elif "agreement" in known:
        back = url_for("agreements.show", agreement=known["agreement"])
    else:
        back = url_for("agreements.index")
    return redirect(url_for("accounts.sign_in", next=back), 303)
