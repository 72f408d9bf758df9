"""Pages of connections: set, try out, take away; and the two doors to them: the button of the desk, the callback."""

import hmac
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

from flask import Blueprint, abort, current_app, flash, g, redirect, request, url_for

from b2b.accounts.rules.oidc import is_loopback
from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.handoff import queries, service
from b2b.handoff.forms.connecting import FORMS, WijkForm
from b2b.handoff.models import Connection, Handoff
from b2b.handoff.rules import CONNECTOR_WORDS, ZGW, NothingToRetry, may_use
from b2b.municipalities import queries as areas
from b2b.web.guard import public, requires
from b2b.web.pages import page
from b2b.web.ratelimits import limiter
from b2b.web.transactions import current_actor

connections = Blueprint("connections", __name__)
KINDS = "any(" + ", ".join(FORMS) + ")"
NOTICE_MAX = 100_000
"""The longest notification that is read, in bytes."""


@connections.get("/beheer/koppelingen")
@requires(Permission.Municipality.ARRANGE)
def index() -> Any:
    """List the connections with their health."""
    found = queries.connections(g.work, _town())
    kinds = [(kind, CONNECTOR_WORDS[kind]) for kind in FORMS if may_use(kind, _cases())]
    return page("handoff/connections.html", rows=[_row(each) for each in found], kinds=kinds)


@connections.get(f"/beheer/koppelingen/nieuw/<{KINDS}:connector>")
@requires(Permission.Municipality.ARRANGE)
def start(connector: str) -> Any:
    """Ask what a new connection needs."""
    return _form(_offered_here(connector), None)


@connections.post(f"/beheer/koppelingen/nieuw/<{KINDS}:connector>")
@requires(Permission.Municipality.ARRANGE)
def make(connector: str) -> Any:
    """Add a connection, and try it out."""
    form = _offered(_offered_here(connector), None)
    if not form.validate():
        return _form(connector, None, form)
    made = service.connect(g.work, _town(), form.command())
    flash(N_("De koppeling is gemaakt. Wij proberen hem nu."), "ok")
    return redirect(url_for("connections.show", connection=made.reference), 303)


@connections.get("/beheer/koppelingen/<ref:connection>")
@requires(Permission.Municipality.ARRANGE, on=Connection)
def show(connection: Connection) -> Any:
    """Show a connection: what the last test found, and what can be changed."""
    return _form(connection.connector, connection)


@connections.post("/beheer/koppelingen/<ref:connection>")
@requires(Permission.Municipality.ARRANGE, on=Connection)
def change(connection: Connection) -> Any:
    """Set a connection anew."""
    form = _offered(connection.connector, connection)
    if not form.validate():
        return _form(connection.connector, connection, form)
    service.change(g.work, connection, form.command())
    flash(N_("Opgeslagen. Wij proberen de koppeling nu."), "ok")
    return redirect(url_for("connections.show", connection=connection.reference), 303)


@connections.post("/beheer/koppelingen/<ref:connection>/proberen")
@requires(Permission.Municipality.ARRANGE, on=Connection)
@limiter.limit("30/hour")
def try_out(connection: Connection) -> Any:
    """Let the worker try a connection out."""
    service.ask_test(g.work, connection)
    flash(N_("Wij proberen de koppeling. Kijk over een paar tellen wat eruit kwam."), "ok")
    return redirect(url_for("connections.show", connection=connection.reference), 303)


@connections.post("/beheer/koppelingen/<ref:connection>/weghalen")
@requires(Permission.Municipality.ARRANGE, on=Connection)
def end(connection: Connection) -> Any:
    """Take a connection away."""
    service.disconnect(g.work, connection)
    flash(N_("De koppeling is weg. Vragen staan nog in de eigen lijst."), "ok")
    return redirect(url_for("connections.index"), 303)


@connections.post("/overdrachten/<ref:handoff>/opnieuw/<slug:connector>")
@requires(Permission.Handoff.HANDLE, on=Handoff)
def retry(handoff: Handoff, connector: str) -> Any:
    """Try a delivery again that was given up."""
    attempt = queries.attempt_through(g.work, handoff, connector)
    if attempt is None:
        raise NothingToRetry()
    service.retry(g.work, attempt)
    flash(N_("Wij proberen het opnieuw."), "ok")
    return redirect(url_for("handoff.show", handoff=handoff.reference), 303)


@connections.post("/koppelingen/<ref:connection>/notificaties")
@public
def notified(connection: str) -> Any:
    """Hear from the municipality that something changed there. Believe only that: how it stands, we ask ourselves."""
    known = queries.connection_for_callback(g.work, connection)
    given = request.headers.get("Authorization", "")
    # Without a connection a comparison is made too: how long the answer takes tells nothing.
    expected = (known.callback_secret if known else None) or ""
    same = hmac.compare_digest(given.encode(), f"Bearer {expected}".encode())
    if not (same and known and expected):
        return {"title": "Unauthorized", "status": 401}, 401
    service.heard(g.work, known, request.get_json(silent=True) if _is_short() else None)
    return "", 204


def _is_short() -> bool:
    return (request.content_length or 0) <= NOTICE_MAX


def _offered_here(connector: str) -> str:
    return connector if may_use(connector, _cases()) else abort(404)


def _cases() -> Any:
    return areas.setting(g.work, _town(), ZGW, False)


def _town() -> int:
    return current_actor().municipality_id or 0


def _base_url() -> str:
    return str(current_app.settings.base_url)  # type: ignore[attr-defined]


def _offered(connector: str, known: Connection | None) -> WijkForm:
    local = is_loopback(urlsplit(_base_url()).hostname or "")
    return FORMS[connector]().offer(areas.places(g.work, _town()), known, local=local)


def _form(connector: str, known: Connection | None, wrong: WijkForm | None = None) -> Any:
    row = _row(known) if known else None
    form = wrong or _offered(connector, known)
    name = CONNECTOR_WORDS[connector]
    status = 422 if wrong else 200
    return page(
        "handoff/connection.html",
        status=status,
        form=form,
        errors=bool(wrong),
        row=row,
        name=name,
        connector=connector,
    )


def _row(connection: Connection) -> Any:
    names = {quarter.code: quarter.name for quarter in areas.places(g.work, _town()).quarters}
    rests = connection.rest_until is not None and connection.rest_until > g.work.now()
    if connection.tested_at is None and not connection.findings:
        state, tone = N_("Wij proberen hem nu"), "neutral"
    elif rests or connection.fails:
        state, tone = N_("Doet het niet"), "error"
    else:
        well = all(finding["well"] for finding in connection.findings)
        state, tone = (N_("Doet het"), "success") if well else (N_("Kijk dit na"), "warning")
    return SimpleNamespace(
        reference=connection.reference,
        name=CONNECTOR_WORDS.get(connection.connector, connection.connector),
        place=names.get(connection.district) if connection.district else None,
        address=connection.address,
        callback=_base_url().rstrip("/") + url_for("connections.notified", connection=connection.reference),
        state=state,
        tone=tone,
        connection=connection,
    )
