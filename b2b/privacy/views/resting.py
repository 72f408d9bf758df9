"""My account lies still because I want that: for a while, or because I am leaving."""

from typing import Any

from flask import flash, g, session

from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.privacy import queries, service
from b2b.privacy.rules.erasing import last_day
from b2b.privacy.views.blueprint import go, me, privacy
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.transactions import current_actor


@privacy.get("/mijn/gegevens/stilleggen")
@requires(Permission.Self.DATA)
def rest() -> Any:
    """Say what lying still means, or (when it does) how to wake."""
    leaving = queries.standing_erasure(g.work, current_actor().member_id or 0)
    until = last_day(leaving.due_at) if leaving else None
    return page("privacy/rest.html", paused=current_actor().paused, until=until)


@privacy.post("/mijn/gegevens/stilleggen")
@requires(Permission.Self.DATA)
def do_rest() -> Any:
    """Let the account lie still."""
    service.rest(g.work, me())
    return go("privacy.rest")


@privacy.post("/mijn/gegevens/weer-meedoen")
@requires(Permission.Self.DATA)
def wake() -> Any:
    """Wake the account; who was leaving stays."""
    leaving = queries.standing_erasure(g.work, current_actor().member_id or 0)
    if leaving is not None:
        service.undo(g.work, leaving)
    else:
        service.wake(g.work, me())
    session.pop("neighbourhood", None)
    flash(N_("Fijn dat je er weer bent. Je account staat weer aan."), "ok")
    return go("privacy.everything" if leaving is None else "posts.mine")
