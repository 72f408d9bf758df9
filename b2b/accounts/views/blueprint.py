"""The blueprint on which every page about people hangs, and what these pages share."""

import secrets
from typing import Any
from urllib.parse import urlsplit

from flask import Blueprint, Response, current_app, flash, g, make_response, redirect, request, session, url_for

from b2b.accounts import queries
from b2b.accounts.rules import FRESH_FOR, device_label
from b2b.core.paths import local_path
from b2b.core.words import N_
from b2b.municipalities.queries import Places, places
from b2b.web import screening
from b2b.web.transactions import current_actor, current_site

accounts = Blueprint("accounts", __name__)

_NONCE_SECONDS = 3600


def here() -> Places:
    """Return the places of the municipality this page is for."""
    return places(g.work, current_site().municipality_id or 0)


def wanted_page() -> str | None:
    """Return the page of ours that the visitor was on the way to, from the address."""
    return local_path(request.args.get("next"))


def onwards(path: str | None) -> Response:
    """Send somebody who is in to where they were going, or to the posts of their neighbourhood."""
    return make_response(redirect(path or "/", 303))


def go(endpoint: str, **values: Any) -> Response:
    """Send the visitor to a page of ours, after a form."""
    return make_response(redirect(url_for(endpoint, **values), 303))


def address(endpoint: str, **values: Any) -> str:
    """Return the whole address of a page of ours, as this browser knows it and as https as the site is."""
    return f"{origin()}{url_for(endpoint, **values)}"


def name_passes(form: Any, but: int | None = None) -> bool:
    """Say whether the first name in a valid form can go, beside the names of neighbours and staff (without `but`)."""
    town, hood = current_site().municipality_id or 0, here().by_slug[form.neighbourhood.data]
    beside = queries.names_beside(g.work, town, hood.id, but)
    return screening.passes(form, "first_name", place="name", beside=beside)


def origin() -> str:
    """Return where this site stands for this browser: "https://host"; the host is one we answer to."""
    return f"{urlsplit(current_app.settings.base_url).scheme}://{request.host}"  # type: ignore[attr-defined]


def signed_out_here(**values: Any) -> Response:
    """Go on after signing out, and let the browser forget what it kept of our pages."""
    response = go("accounts.signed_out", **values)
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def fresh() -> bool:
    """Say whether who is signed in here proved not long ago who they are."""
    proven = queries.signed_in_at(g.work, current_actor().session_key or b"")
    return proven is not None and g.work.now() - proven <= FRESH_FOR


def prove_again(endpoint: str, **values: Any) -> Response:
    """Send somebody to sign in once more, and then on to `endpoint`."""
    flash(N_("Log eerst opnieuw in. Zo weten wij zeker dat jij het bent."), "info")
    return go("accounts.sign_in", opnieuw=1, next=url_for(endpoint, **values))


def device() -> str:
    """Return what this device is called in the list."""
    return device_label(request.headers.get("User-Agent", "")[:400])


def browser_secret() -> str | None:
    """Return the secret that binds a code to this browser, when it has one."""
    return request.cookies.get(_cookie_name())


def bind_browser(response: Response, secret: str) -> None:
    """Let this browser keep its secret for as long as a code and joining may take."""
    response.set_cookie(
        _cookie_name(),
        secret,
        max_age=_NONCE_SECONDS,
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        httponly=True,
        samesite="Lax",
        path="/",
    )


def unbind_browser(response: Response) -> None:
    """Take the secret from this browser: what it was for is done."""
    response.delete_cookie(
        _cookie_name(), path="/", secure=current_app.config["SESSION_COOKIE_SECURE"], httponly=True, samesite="Lax"
    )


def new_secret() -> str:
    """Return 256 random bits as text."""
    return secrets.token_urlsafe(32)


def signed_in() -> bool:
    """Say whether somebody holds this browser's session."""
    return current_actor().member_id is not None


def chosen_neighbourhood() -> str | None:
    """Return the slug of the neighbourhood this browser chose before, if any."""
    slug = session.get("neighbourhood")
    return slug if isinstance(slug, str) else None


def _cookie_name() -> str:
    return "__Host-lc" if current_app.config["SESSION_COOKIE_SECURE"] else "lc"
