"""Incidents: write down that a risk came true, say what was done, close it."""

from typing import Any

from flask import flash, g, redirect, request, url_for

from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.municipalities import queries as places
from b2b.risks import queries, service
from b2b.risks.forms import DoneForm, IncidentForm, read_about
from b2b.risks.models import Incident
from b2b.risks.rules import STATE_WORDS
from b2b.risks.views.blueprint import risks, today, town
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.paging import read_cursor
from b2b.web.ratelimits import limiter
from b2b.web.transactions import current_actor


@risks.get("/incidenten")
@requires(Permission.Incident.FILE)
def index() -> Any:
    """List the incidents that this member of staff may read."""
    rows, older = queries.incidents(g.work, current_actor(), read_cursor(request.args.get("voor")))
    return page("risks/incidents.html", rows=rows, older=older, states=STATE_WORDS, here=_places())


@risks.get("/incidenten/nieuw")
@requires(Permission.Incident.FILE)
def file() -> Any:
    """Ask what happened; a link from the desk brings along what it is about."""
    known = {
        "risk": request.args.get("risico", "")[:11],
        "about": read_about(request.args.get("over", "")) or "",
        "happened_on": today(),
    }
    return _ask(IncidentForm(formdata=None, data=known))


@risks.post("/incidenten/nieuw")
@requires(Permission.Incident.FILE)
@limiter.limit("60/hour")
def do_file() -> Any:
    """Write it down, once."""
    form = IncidentForm()
    _offer(form)
    if not form.validate():
        return _ask(form, 422)
    risk = queries.risk_by_reference(g.work, town(), form.risk.data)
    if risk is None:
        return _ask(form, 422)
    hood = _places().by_slug.get(form.neighbourhood.data or "")
    incident = service.file(g.work, risk, form.command(hood.id if hood else None), current_actor().member_id or 0)
    flash(N_("Het incident staat in de lijst."), "ok")
    return redirect(url_for("risks.incident", incident=incident.reference), 303)


@risks.get("/incidenten/<ref:incident>")
@requires(Permission.Incident.READ, on=Incident)
def incident(incident: Incident) -> Any:
    """Show one incident."""
    return _show(incident, DoneForm(formdata=None, data={"done": incident.done or ""}))


@risks.post("/incidenten/<ref:incident>")
@requires(Permission.Incident.HANDLE, on=Incident)
def tell_done(incident: Incident) -> Any:
    """Say what was done about it; the same button may close it."""
    form = DoneForm()
    if not form.validate():
        return _show(incident, form, 422)
    service.tell_done(g.work, incident, form.done.data)
    if "close" in request.form:
        service.close(g.work, incident)
    flash(N_("Het incident is bijgewerkt."), "ok")
    return redirect(url_for("risks.incident", incident=incident.reference), 303)


@risks.post("/incidenten/<ref:incident>/heropenen")
@requires(Permission.Incident.HANDLE, on=Incident)
def reopen(incident: Incident) -> Any:
    """Open it again."""
    service.reopen(g.work, incident)
    flash(N_("Het incident staat weer open."), "ok")
    return redirect(url_for("risks.incident", incident=incident.reference), 303)


def _ask(form: IncidentForm, status: int = 200) -> Any:
    _offer(form)
    return page("risks/file.html", status=status, form=form, errors=status == 422)


def _offer(form: IncidentForm) -> None:
    known = [(risk.reference, risk.title) for risk in queries.register(g.work, town())]
    hoods = sorted(_places().hoods.values(), key=lambda hood: hood.name)
    form.offer(known, [(hood.slug, hood.name) for hood in hoods], today())


def _show(incident: Incident, form: DoneForm, status: int = 200) -> Any:
    where = _places().label(incident.neighbourhood_id) if incident.neighbourhood_id else ""
    return page(
        "risks/incident.html",
        status=status,
        form=form,
        errors=status == 422,
        incident=incident,
        risk=queries.risk(g.work, incident.risk_id),
        where=where,
        state=STATE_WORDS[incident.state],
    )


def _places() -> Any:
    return places.places(g.work, town())
