"""A neighbour tells that they are worried about somebody, and sees that somebody looks."""

from typing import Any

from flask import g, redirect, url_for

from b2b.authz.permissions import Permission
from b2b.concerns import queries, service
from b2b.concerns.forms import WorryForm
from b2b.concerns.models import Worry
from b2b.concerns.rules.signals import SignalState
from b2b.concerns.views.blueprint import concerns
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.ratelimits import limiter
from b2b.web.transactions import current_actor

PROGRESS = {SignalState.TAKEN: "taken", SignalState.DONE: "done"}
"""How far it is, for who told it: that the desk puts it off, or gives it to a colleague, is still waiting."""


@concerns.get("/hulp/zorgen-over-een-buur")
@requires(Permission.Worry.TELL)
def worry() -> Any:
    """Say whom to call first, and ask the least."""
    return _form(WorryForm(formdata=None).fresh())


@concerns.post("/hulp/zorgen-over-een-buur")
@requires(Permission.Worry.TELL)
@limiter.limit("10/hour")
def tell_worry() -> Any:
    """Tell the desk of one's own neighbourhood."""
    form, actor = WorryForm(), current_actor()
    if not form.validate_on_submit():
        return _form(form, 422)
    here = (actor.municipality_id or 0, actor.neighbourhood_id or 0, actor.member_id or 0)
    told = service.tell_worry(g.work, *here, form.command())
    return redirect(url_for("concerns.told", worry=told.reference), 303)


@concerns.get("/hulp/zorgen-over-een-buur/<ref:worry>")
@requires(Permission.Worry.READ, on=Worry)
def told(worry: Worry) -> Any:
    """Show who told it how far it is; not what was found."""
    progress = PROGRESS.get(queries.signal_of(g.work, worry).state, "sent")
    return page("concerns/told.html", worry=worry, progress=progress)


def _form(form: WorryForm, status: int = 200) -> Any:
    before = queries.worries_of(g.work, current_actor().member_id or 0)
    return page("concerns/worry.html", status=status, errors=status != 200, form=form, before=before)
