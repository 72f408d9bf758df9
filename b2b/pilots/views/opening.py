"""Open the neighbourhoods of a pilot one by one, and shut one when that is needed."""

from typing import Any

from flask import abort, flash, g, request

from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.pilots import service
from b2b.pilots.models import Pilot
from b2b.pilots.views.blueprint import back_to, here, pilots
from b2b.web.guard import requires


@pilots.post("/beheer/pilots/<ref:pilot>/buurt-open")
@requires(Permission.Pilot.ARRANGE, on=Pilot)
def open_hood(pilot: Pilot) -> Any:
    """Let residents of one neighbourhood place posts."""
    service.open_hood(g.work, pilot, _hood())
    flash(N_("De buurt is open."), "ok")
    return back_to(pilot)


@pilots.post("/beheer/pilots/<ref:pilot>/buurt-dicht")
@requires(Permission.Pilot.ARRANGE, on=Pilot)
def shut_hood(pilot: Pilot) -> Any:
    """Take no new posts in one neighbourhood for now."""
    service.shut_hood(g.work, pilot, _hood())
    flash(N_("In deze buurt kan nu niemand een nieuw bericht plaatsen. Afspraken gaan door."), "ok")
    return back_to(pilot)


@pilots.post("/beheer/pilots/<ref:pilot>/buurt-eraf")
@requires(Permission.Pilot.ARRANGE, on=Pilot)
def leave_out(pilot: Pilot) -> Any:
    """Take a neighbourhood out of a pilot that did not begin."""
    service.leave_out(g.work, pilot, _hood())
    flash(N_("Deze buurt doet niet mee aan de pilot."), "ok")
    return back_to(pilot)


@pilots.post("/beheer/pilots/<ref:pilot>/overal-open")
@requires(Permission.Pilot.ARRANGE, on=Pilot)
def open_everywhere(pilot: Pilot) -> Any:
    """Let the rest of the municipality in, after a pilot."""
    service.open_everywhere(g.work, pilot)
    flash(N_("Deze pilot houdt geen buurten meer dicht."), "ok")
    return back_to(pilot)


def _hood() -> int:
    found = here().by_slug.get(request.form.get("buurt", "")[:80])
    return found.id if found else abort(404)
