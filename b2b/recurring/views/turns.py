"""One turn: skip it, hand it on, take it over, say how it went."""

from typing import Any

from flask import flash, g, request

from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.recurring import service
from b2b.recurring.queries import Series
from b2b.recurring.views.base import back_to, me, recurring
from b2b.recurring.views.shown import shown
from b2b.web.guard import requires
from b2b.web.pages import page

STILL_ASKED = N_("Vervelend. We vragen meteen wie er van je team nog kan komen. Je krijgt een mail.")


@recurring.get("/afspraken/vast/<ref:series>/keer/<bigint:number>/overslaan")
@requires(Permission.Series.CHANGE, on=Series)
def skip(series: Series, number: int) -> Any:
    """Say what skipping means, and ask; a turn that cannot be skipped goes back to its page."""
    known = shown(g.work, series, me())
    line = next((one for one in known["coming"] if one.number == number and one.can_skip), None)
    return page("recurring/skip.html", line=line, **known) if line else back_to(series)


@recurring.post("/afspraken/vast/<ref:series>/keer/<bigint:number>/overslaan")
@requires(Permission.Series.CHANGE, on=Series)
def do_skip(series: Series, number: int) -> Any:
    """Let one time pass; the other hears it."""
    service.skip(g.work, series, number, me())
    flash(N_("Deze keer gaat niet door. De ander krijgt een mail."), "ok")
    return back_to(series)


@recurring.post("/afspraken/vast/<ref:series>/keer/<bigint:number>/doorgeven")
@requires(Permission.Series.CHANGE, on=Series)
def hand_on(series: Series, number: int) -> Any:
    """Ask whether somebody else of the team takes this time."""
    service.hand_on(g.work, series, number, me())
    flash(N_("We vragen het team wie deze keer kan."), "ok")
    return back_to(series)


@recurring.post("/afspraken/vast/<ref:series>/keer/<bigint:number>/overnemen")
@requires(Permission.Series.CHANGE, on=Series)
def take(series: Series, number: int) -> Any:
    """Take over a time that nobody has."""
    service.take(g.work, series, number, me())
    flash(N_("Dank je wel. Deze keer kom jij."), "ok")
    return back_to(series)


@recurring.post("/afspraken/vast/<ref:series>/keer/<bigint:number>/terugblik")
@requires(Permission.Series.CHANGE, on=Series)
def tell(series: Series, number: int) -> Any:
    """Hear in one tap how it went."""
    said = request.form.get("gelukt")
    if said in ("ja", "nee"):
        asked = service.tell(g.work, series, number, me(), went_well=said == "ja")
        flash(STILL_ASKED if asked else N_("Dank je wel. Je antwoord is bewaard."), "ok")
    else:
        flash(N_("Kies een van de antwoorden."), "error")
    return back_to(series)
