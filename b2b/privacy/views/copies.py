"""A copy of my data: ask for it, see whether it is there, fetch it. Each after proving who one is."""

import io
from typing import Any

from flask import flash, g, send_file

from b2b.accounts.views.blueprint import fresh, prove_again
from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.privacy import queries, service
from b2b.privacy.models import DataCopy
from b2b.privacy.views.blueprint import go, me, privacy
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.ratelimits import limiter
from b2b.web.transactions import current_actor


@privacy.get("/mijn/gegevens/kopie")
@requires(Permission.Self.DATA)
def copies() -> Any:
    """Show the copies there are, and a button for a new one."""
    return page("privacy/copies.html", copies=queries.copies_of(g.work, current_actor().member_id or 0))


@privacy.post("/mijn/gegevens/kopie")
@requires(Permission.Self.DATA)
@limiter.limit("10/hour")
def ask_copy() -> Any:
    """Ask for a copy; a job makes it."""
    if not fresh():
        return prove_again("privacy.copies")
    service.ask_copy(g.work, me())
    flash(N_("We maken een kopie. Je krijgt een mail als hij klaar is. Meestal duurt dat een paar minuten."), "ok")
    return go("privacy.copies")


@privacy.post("/mijn/gegevens/kopie/<ref:datacopy>")
@requires(Permission.DataCopy.READ, on=DataCopy)
@limiter.limit("20/hour")
def fetch_copy(copy: DataCopy) -> Any:
    """Send the file. A form, because it is written down that it was fetched."""
    if not fresh():
        return prove_again("privacy.copies")
    file = io.BytesIO(service.fetch(g.work, copy))
    response = send_file(file, "application/zip", as_attachment=True, download_name="mijn-gegevens.zip")
    response.headers["Cache-Control"] = "no-store"
    return response
