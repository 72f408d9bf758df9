"""Plan a pilot, write down what is assumed, begin and end it."""

from typing import Any

from flask import flash, g, redirect, request, url_for

from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.insights.rules.measures import MEASURES
from b2b.insights.rules.shapes import Level
from b2b.pilots import service
from b2b.pilots.forms import GuessForm, PlanForm, token
from b2b.pilots.models import Pilot
from b2b.pilots.views.blueprint import back_to, here, pilots, town
from b2b.web.guard import requires
from b2b.web.pages import page


@pilots.get("/beheer/pilots/nieuw")
@requires(Permission.Pilot.ARRANGE)
def new() -> Any:
    """Ask where and when a new pilot is."""
    return page("pilots/plan.html", form=_plan_form(new=True), pilot=None)


@pilots.post("/beheer/pilots/nieuw")
@requires(Permission.Pilot.ARRANGE)
def add() -> Any:
    """Write it down."""
    form = _plan_form(new=True)
    if not form.validate():
        return page("pilots/plan.html", status=422, form=form, pilot=None, errors=True)
    pilot = service.plan(g.work, town(), form.command(), form.hoods, token(form))
    flash(N_("De pilot staat klaar. Schrijf nu op wat jullie verwachten."), "ok")
    return back_to(pilot)


@pilots.get("/beheer/pilots/<ref:pilot>/plan")
@requires(Permission.Pilot.ARRANGE, on=Pilot)
def change(pilot: Pilot) -> Any:
    """Show the plan, to change it before it begins."""
    form = _plan_form(formdata=None, obj=pilot)
    return page("pilots/plan.html", form=form, pilot=pilot)


@pilots.post("/beheer/pilots/<ref:pilot>/plan")
@requires(Permission.Pilot.ARRANGE, on=Pilot)
def do_change(pilot: Pilot) -> Any:
    """Keep the changed plan."""
    form = _plan_form()
    if not form.validate():
        return page("pilots/plan.html", status=422, form=form, pilot=pilot, errors=True)
    service.change(g.work, pilot, form.command())
    flash(N_("Het plan is opgeslagen."), "ok")
    return back_to(pilot)


@pilots.get("/beheer/pilots/<ref:pilot>/aanname")
@requires(Permission.Pilot.ARRANGE, on=Pilot)
def guess(pilot: Pilot) -> Any:
    """Ask what the team assumes."""
    return page("pilots/guess.html", pilot=pilot, form=_guess_form())


@pilots.post("/beheer/pilots/<ref:pilot>/aanname")
@requires(Permission.Pilot.ARRANGE, on=Pilot)
def do_guess(pilot: Pilot) -> Any:
    """Write the assumption down."""
    form = _guess_form()
    if not form.validate():
        return page("pilots/guess.html", status=422, pilot=pilot, form=form, errors=True)
    service.assume(g.work, pilot, form.command(), token(form))
    flash(N_("De aanname is opgeschreven."), "ok")
    return back_to(pilot)


@pilots.post("/beheer/pilots/<ref:pilot>/aanname-weg")
@requires(Permission.Pilot.ARRANGE, on=Pilot)
def drop_guess(pilot: Pilot) -> Any:
    """Take an assumption back."""
    service.drop_assumption(g.work, pilot, request.form.get("aanname", "")[:11])
    flash(N_("De aanname is weg."), "ok")
    return back_to(pilot)


@pilots.post("/beheer/pilots/<ref:pilot>/begin")
@requires(Permission.Pilot.ARRANGE, on=Pilot)
def start(pilot: Pilot) -> Any:
    """Begin the pilot."""
    service.start(g.work, pilot)
    flash(N_("De pilot loopt. Open nu de eerste buurt."), "ok")
    return back_to(pilot)


@pilots.post("/beheer/pilots/<ref:pilot>/einde")
@requires(Permission.Pilot.ARRANGE, on=Pilot)
def end(pilot: Pilot) -> Any:
    """End the pilot."""
    service.end(g.work, pilot)
    flash(N_("De pilot is afgelopen. Het verslag staat klaar."), "ok")
    return redirect(url_for("pilots.report", pilot=pilot.reference), 303)


def _plan_form(*, new: bool = False, **given: Any) -> PlanForm:
    form = PlanForm(**given)
    form.offer(here(), new=new)
    return form


def _guess_form() -> GuessForm:
    form = GuessForm()
    form.offer([(one.code, one.name) for one in MEASURES.values() if Level.DISTRICT in one.levels])
    return form
