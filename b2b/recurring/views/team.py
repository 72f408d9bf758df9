"""Ask somebody else to help along."""

from typing import Any

from flask import abort, flash, g, request

from b2b.authz.permissions import Permission
from b2b.conversations.queries import Conversation
from b2b.core.ids import read_reference
from b2b.core.words import N_
from b2b.recurring import service
from b2b.recurring.queries import Series
from b2b.recurring.views.base import back_to, recurring
from b2b.web.guard import find, requires
from b2b.web.ratelimits import limiter


@recurring.post("/afspraken/vast/<ref:series>/erbij")
@requires(Permission.Series.LEAD, on=Series)
@limiter.limit("30/hour")
def ask(series: Series) -> Any:
    """Ask a neighbour who reacted to the same request; the service refuses anybody else."""
    reference = read_reference(request.form.get("gesprek", "")) or abort(404)
    service.ask(g.work, series, find(Conversation, reference))
    flash(N_("Gevraagd. Je krijgt een mail als er antwoord is."), "ok")
    return back_to(series)
