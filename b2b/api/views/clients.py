"""Systems that may call the API: an administrator lets them in, gives a new secret, shuts them out."""

from typing import Any

from flask import flash, g, redirect, session, url_for

from b2b.api import queries, service
from b2b.api.forms import ClientForm
from b2b.api.models import ApiClient
from b2b.api.rules import SCOPE_WORDS
from b2b.api.views.blueprint import api
from b2b.authz.permissions import Permission
from b2b.core.clock import local
from b2b.core.crypto import opened_text, sealed_text
from b2b.core.words import N_
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.transactions import current_actor

SECRET = "client_secret"


@api.get("/beheer/systemen")
@requires(Permission.ApiClient.MANAGE)
def clients() -> Any:
    """List the systems, and offer to let one in."""
    return _listed(ClientForm(_today()))


@api.post("/beheer/systemen")
@requires(Permission.ApiClient.MANAGE)
def add_client() -> Any:
    """Let a system in."""
    form = ClientForm(_today())
    if not form.validate_on_submit():
        return _listed(form, 422)
    row, secret = service.make(g.work, current_actor().municipality_id or 0, form.command())
    return _show_once(row, secret)


@api.get("/beheer/systemen/<ref:apiclient>")
@requires(Permission.ApiClient.MANAGE, on=ApiClient)
def client(row: ApiClient) -> Any:
    """Show one system; right after it was made also its secret, this once."""
    kept = session.pop(SECRET, {})
    return page(
        "api/client.html",
        client=row,
        secret=opened_text(kept["sealed"]) if kept.get("of") == row.reference else None,
        scopes=[SCOPE_WORDS[scope] for scope in SCOPE_WORDS if scope in row.held],
        over=queries.has_ended(g.work, row),
        subscriptions=queries.subscriptions(g.work, [row.id or 0]),
    )


@api.post("/beheer/systemen/<ref:apiclient>/geheim")
@requires(Permission.ApiClient.MANAGE, on=ApiClient)
def renew_secret(row: ApiClient) -> Any:
    """Give a system a new secret."""
    return _show_once(row, service.renew(g.work, row))


@api.post("/beheer/systemen/<ref:apiclient>/stoppen")
@requires(Permission.ApiClient.MANAGE, on=ApiClient)
def end_client(row: ApiClient) -> Any:
    """Shut a system out."""
    service.end(g.work, row)
    flash(N_("Gestopt. Dit systeem kan meteen niets meer opvragen."), "ok")
    return redirect(url_for("api.client", apiclient=row.reference), 303)


def _listed(form: ClientForm, status: int = 200) -> Any:
    rows = queries.clients(g.work, current_actor().municipality_id or 0)
    shown = [(row, queries.has_ended(g.work, row)) for row in rows]
    return page("api/clients.html", status=status, form=form, clients=shown, errors=status == 422)


def _show_once(row: ApiClient, secret: str) -> Any:
    # Sealed: the cookie of a session can be read by whoever holds the browser.
    session[SECRET] = {"of": row.reference, "sealed": sealed_text(secret)}
    return redirect(url_for("api.client", apiclient=row.reference), 303)


def _today() -> Any:
    return local(g.work.now()).date()
