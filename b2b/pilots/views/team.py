"""What everybody on the staff sees of pilots, and the notes of the team."""

from typing import Any

from flask import flash, g

from b2b.authz.permissions import Permission
from b2b.core.clock import local
from b2b.core.words import N_
from b2b.pilots import queries, service
from b2b.pilots.forms import NoteForm, token
from b2b.pilots.models import Pilot
from b2b.pilots.rules import DIRECTION_WORDS, STATE_WORDS, PilotState
from b2b.pilots.views.blueprint import back_to, here, pilots, target_words, town
from b2b.web.guard import can, requires
from b2b.web.pages import page


@pilots.get("/beheer/pilots")
@requires(Permission.Pilot.READ)
def index() -> Any:
    """Show every pilot of this municipality."""
    return page("pilots/index.html", pilots=queries.pilots(g.work, town()), states=STATE_WORDS)


@pilots.get("/beheer/pilots/<ref:pilot>")
@requires(Permission.Pilot.READ, on=Pilot)
def show(pilot: Pilot) -> Any:
    """Show what a pilot assumes, which neighbourhoods are open, and what the team wrote."""
    return _shown(pilot, NoteForm(formdata=None))


@pilots.post("/beheer/pilots/<ref:pilot>")
@requires(Permission.Pilot.WRITE, on=Pilot)
def write(pilot: Pilot) -> Any:
    """Keep a note."""
    form = NoteForm()
    if not form.validate():
        return _shown(pilot, form, 422)
    service.write(g.work, pilot, form.words.data, token(form))
    flash(N_("De notitie is opgeslagen."), "ok")
    return back_to(pilot)


def _shown(pilot: Pilot, form: NoteForm, status: int = 200) -> Any:
    places, key = here(), pilot.id or 0
    undone = (
        queries.undone_by_hood(g.work, pilot)
        if pilot.state is PilotState.RUNNING and can("Pilot.ARRANGE", pilot)
        else {}
    )
    rows = [
        (places.hoods[one.neighbourhood_id], one)
        for one in queries.hoods(g.work, key)
        if one.neighbourhood_id in places.hoods
    ]
    return page(
        "pilots/show.html",
        status=status,
        errors=status == 422,
        pilot=pilot,
        state=STATE_WORDS[pilot.state],
        form=form,
        hoods=rows,
        undone=undone,
        guesses=[(one, DIRECTION_WORDS[one.direction], target_words(one)) for one in queries.hypotheses(g.work, key)],
        notes=queries.notes(g.work, key),
        over=pilot.state is PilotState.RUNNING and local(g.work.now()).date() > pilot.ends_on,
    )
