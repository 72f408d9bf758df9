"""Put an old e-mail address back, with the link that was mailed to it. Works without signing in."""

from flask import Response, abort, flash, g

from b2b.accounts.service import addresses
from b2b.accounts.views.blueprint import accounts, go
from b2b.core.words import N_
from b2b.web.guard import public
from b2b.web.pages import page
from b2b.web.ratelimits import limiter
from b2b.web.transactions import current_site


@accounts.get("/e-mailadres-terugzetten/<token:token>")
@public
def old_email(token: str) -> Response:
    """Ask whether the old address must come back: looking changes nothing, mail programs look too."""
    if addresses.undo(g.work, token).municipality_id != current_site().municipality_id:
        abort(404)
    return page("accounts/old_email.html")


@accounts.post("/e-mailadres-terugzetten/<token:token>")
@public
@limiter.limit("20/hour")
def restore_email(token: str) -> Response:
    """Put the old address back, and send its reader to sign in with it."""
    if addresses.undo(g.work, token).municipality_id != current_site().municipality_id:
        abort(404)
    addresses.restore_email(g.work, token)
    flash(N_("Je oude e-mailadres staat er weer. Alle apparaten zijn uitgelogd. Log opnieuw in."), "ok")
    return go("accounts.sign_in")
