"""Where an administrator says with which other municipality of the installation the desk is shared."""

from typing import Any

from flask import abort, flash, g, redirect, url_for

from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.handoff import queries, service
from b2b.handoff.queries import Neighbour
from b2b.handoff.views.blueprint import handoff
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.transactions import current_actor


@handoff.get("/beheer/gedeeld-loket")
@requires(Permission.Municipality.ARRANGE)
def shared_desk() -> Any:
    """Show with whom the desk is shared, and who asks to."""
    return page("handoff/shared_desk.html", towns=queries.neighbours(g.work, _own()))


@handoff.post("/beheer/gedeeld-loket/<slug:town>/ja")
@requires(Permission.Municipality.ARRANGE)
def share_desk(town: str) -> Any:
    """Say yes for the own municipality."""
    service.agree_to_share(g.work, _own(), _other(town).municipality_id)
    begun = _other(town).since is not None
    flash(
        N_("Jullie delen nu één loket.") if begun else N_("Genoteerd. Nu moet de andere gemeente nog ja zeggen."),
        "ok",
    )
    return redirect(url_for("handoff.shared_desk"), 303)


@handoff.post("/beheer/gedeeld-loket/<slug:town>/stoppen")
@requires(Permission.Municipality.ARRANGE)
def end_shared_desk(town: str) -> Any:
    """End it, for both."""
    service.end_sharing(g.work, _own(), _other(town).municipality_id)
    flash(N_("Gestopt. Vragen die bij de andere gemeente lagen, staan weer in de eigen lijst."), "ok")
    return redirect(url_for("handoff.shared_desk"), 303)


def _own() -> int:
    return current_actor().municipality_id or 0


def _other(slug: str) -> Neighbour:
    found = next((one for one in queries.neighbours(g.work, _own()) if one.slug == slug), None)
    return found or abort(404)
