"""A form that was sent when its session had just ended: over the sign-in, and back to where its words wait."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, redirect, request, url_for

from b2b.web import errors, typed
from b2b.web.guard import SignInNeeded
from b2b.web.transactions import SAFE

Place = Callable[[dict[str, Any]], str]
"""Gives the address of a page, from the names in the address of the form."""


def of_a_conversation(known: dict[str, Any]) -> str | None:
    """Return the page that was asked for when it is about a conversation: what is proposed there may wait."""
    return request.path if "conversation" in known else None


def over_sign_in(
    blueprint: Blueprint, waits_at: Callable[[dict[str, Any]], str | None], elsewhere: Place | None = None
) -> None:
    """Let forms of `blueprint` survive a session that ended.

    Their words wait for the page that `waits_at` gives. Where it gives None nothing is kept (an address must never
    wait in a cookie), and one comes back to `elsewhere`.
    """

    def sign_in(error: SignInNeeded) -> Any:
        if request.method in SAFE:
            return errors.sign_in_first(error)
        known = request.view_args or {}
        back = waits_at(known)
        if back is not None:
            typed.keep(back)
        elif elsewhere is not None:
            back = elsewhere(known)
        return redirect(url_for("accounts.sign_in", next=back), 303)

    blueprint.register_error_handler(SignInNeeded, sign_in)
