"""The blueprint, and what each of its pages needs."""

from typing import Any

from flask import Blueprint, redirect, request, url_for

from b2b.recurring.queries import Series
from b2b.web import errors, typed
from b2b.web.guard import SignInNeeded
from b2b.web.transactions import SAFE, current_actor

recurring = Blueprint("recurring", __name__)


@recurring.errorhandler(SignInNeeded)
def keep_what_was_typed(error: SignInNeeded) -> Any:
    """Send somebody to the sign-in page; a proposal waits in its form, an address never does."""
    if request.method in SAFE:
        return errors.sign_in_first(error)
    known = request.view_args or {}
    if "conversation" in known:
        back = request.path
        typed.keep(back)
    else:
        back = url_for("recurring.show", series=known["series"])
    return redirect(url_for("accounts.sign_in", next=back), 303)


def me() -> int:
    """Return who asks."""
    return current_actor().member_id or 0


def back_to(series: Series) -> Any:
    """Go to the page of a series; who may no longer see it goes to their appointments."""
    if me() not in series.participants:
        return redirect(url_for("agreements.index"), 303)
    return redirect(url_for("recurring.show", series=series.reference), 303)
