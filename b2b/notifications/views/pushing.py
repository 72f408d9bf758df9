"""News on the screen of one device: the script that shows it, on, and off."""

from typing import Any

from flask import Response, current_app, flash, g, redirect, request, url_for

from b2b.authz.permissions import Permission
from b2b.core.crypto import public_push_key
from b2b.core.words import N_
from b2b.municipalities import queries as areas
from b2b.notifications import queries, service
from b2b.notifications.rules.push import SETTING, BadSubscription, read_subscription
from b2b.notifications.views.base import notifications
from b2b.web.assets import assets
from b2b.web.guard import requires, stateless
from b2b.web.ratelimits import limiter
from b2b.web.transactions import current_actor


@notifications.get("/meldingen.js")
@stateless
def push_script() -> Response:
    """Send the script that shows a push: from the root, because a browser asks that of who may show something."""
    response = Response(assets.text("push-worker.js"), mimetype="text/javascript")
    response.headers["Cache-Control"] = "no-cache"
    return response


@notifications.post("/mijn/meldingen")
@requires(Permission.Self.SEE)
@limiter.limit("30/hour")
def listen() -> Any:
    """Let this device hear of news, with what its browser made."""
    me = current_actor()
    try:
        found = read_subscription(request.form.get("subscription", ""))
    except BadSubscription as bad:
        flash(bad.sentence, "error")
        return redirect(url_for("notifications.preferences", _anchor="meldingen"), 303)
    if push_here() is not None and me.session_key is not None:
        service.listen(g.work, me.municipality_id or 0, me.member_id or 0, me.session_key, found)
        flash(N_("Gedaan. Dit apparaat laat nu weten dat er nieuws is."), "ok")
    return redirect(url_for("notifications.preferences", _anchor="meldingen"), 303)


@notifications.post("/mijn/meldingen/uit")
@requires(Permission.Self.SEE)
def stop_listening() -> Any:
    """Show nothing on this device any more."""
    service.stop_listening(g.work, current_actor().session_key or b"")
    flash(N_("Gedaan. Dit apparaat laat niets meer zien."), "ok")
    return redirect(url_for("notifications.preferences", _anchor="meldingen"), 303)


def push_here() -> dict[str, Any] | None:
    """Return what the page needs to offer a push on this device; None where the municipality offers none."""
    me, key = current_actor(), current_app.settings.push_key  # type: ignore[attr-defined]
    if not key or not areas.setting(g.work, me.municipality_id or 0, SETTING, False):
        return None
    return {"key": public_push_key(key), "on": queries.push_of(g.work, me.session_key) is not None}
