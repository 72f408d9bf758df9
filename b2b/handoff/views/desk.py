"""What the desk does with one question."""

from typing import Any

from flask import flash, g, redirect, url_for

from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.handoff import service
from b2b.handoff.forms import NoteForm, OutcomeForm, WriteForm
from b2b.handoff.models import Handoff
from b2b.handoff.rules import NoteKind
from b2b.handoff.views import one
from b2b.handoff.views.blueprint import back_to, handoff
from b2b.web.guard import requires


@handoff.post("/overdrachten/<ref:handoff>/<any(oppakken, teruggeven, contact):step>")
@requires(Permission.Handoff.HANDLE, on=Handoff)
def take_step(handoff: Handoff, step: str) -> Any:
    """Claim it, put it back for a colleague, or say that the resident was reached."""
    verbs = {"oppakken": service.claim, "teruggeven": service.release, "contact": service.contact}
    verbs[step](g.work, handoff)
    return back_to(handoff)


@handoff.post("/overdrachten/<ref:handoff>/overnemen")
@requires(Permission.Handoff.HANDLE, on=Handoff)
def take_over(handoff: Handoff) -> Any:
    """Take it over from a colleague who is away or too late."""
    service.take_over(g.work, handoff)
    return back_to(handoff)


@handoff.post("/overdrachten/<ref:handoff>/<any(klaar, terug):end>")
@requires(Permission.Handoff.HANDLE, on=Handoff)
def finish(handoff: Handoff, end: str) -> Any:
    """End it, with words that the resident reads."""
    form = NoteForm()
    if not form.validate_on_submit():
        return one.desk_page(handoff, 422, end_form=form)
    verb = service.finish if end == "klaar" else service.give_back
    verb(g.work, handoff, form.note.data or "")
    flash(N_("Opgeslagen. De bewoner krijgt een mail."), "success")
    return redirect(url_for("handoff.queue"), 303)


@handoff.post("/overdrachten/<ref:handoff>/doorgeven")
@requires(Permission.Handoff.HANDLE, on=Handoff)
def pass_on(handoff: Handoff) -> Any:
    """Pass it on to a colleague or to another neighbourhood."""
    form = one.forward_form(handoff)
    if not form.validate_on_submit():
        return one.desk_page(handoff, 422, forward_form=form)
    service.forward(g.work, handoff, form.command())
    flash(N_("Doorgegeven. De bewoner en de ander krijgen een mail."), "success")
    return redirect(url_for("handoff.queue"), 303)


@handoff.post("/overdrachten/<ref:handoff>/notitie")
@requires(Permission.Handoff.HANDLE, on=Handoff)
def write(handoff: Handoff) -> Any:
    """Write something down, for the resident too or for colleagues only."""
    form = WriteForm()
    if not form.validate_on_submit():
        return one.desk_page(handoff, 422, write_form=form)
    service.write(g.work, handoff, NoteKind.NOTE, form.words(form.text.data))
    return back_to(handoff)


@handoff.post("/overdrachten/<ref:handoff>/uitkomst")
@requires(Permission.Handoff.HANDLE, on=Handoff)
def tell_outcome(handoff: Handoff) -> Any:
    """Say in one tap how it went."""
    form = OutcomeForm()
    if not form.validate_on_submit():
        return one.desk_page(handoff, 422, outcome_form=form)
    service.tell_outcome(g.work, handoff, form.command())
    return back_to(handoff)
