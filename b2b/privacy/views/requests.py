"""What I ask about my data: to correct, to stop or to wait with something. A person answers within a month."""

from typing import Any

from flask import flash, g

from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.privacy import queries, service
from b2b.privacy.forms import RequestForm
from b2b.privacy.rules.requests import ABOUT_WORDS, KIND_WORDS, STATE_WORDS
from b2b.privacy.views.blueprint import go, me, privacy
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.ratelimits import limiter
from b2b.web.transactions import current_actor


@privacy.get("/mijn/gegevens/vragen")
@requires(Permission.Self.DATA)
def requests() -> Any:
    """Show the form, what was asked before, and the answers."""
    return _show(RequestForm(formdata=None).fresh())


@privacy.post("/mijn/gegevens/vragen")
@requires(Permission.Self.DATA)
@limiter.limit("10/hour")
def ask_request() -> Any:
    """Send it to the administrators, with a last day for the answer."""
    form = RequestForm()
    if not form.validate():
        return _show(form, 422)
    service.ask(g.work, me(), form.command())
    flash(N_("We hebben je vraag. Je krijgt binnen een maand antwoord, per mail."), "ok")
    return go("privacy.requests")


def _show(form: RequestForm, status: int = 200) -> Any:
    rows = queries.requests_of(g.work, current_actor().member_id or 0)
    words: dict[str, Any] = {"kinds": KIND_WORDS, "abouts": ABOUT_WORDS, "states": STATE_WORDS}
    return page("privacy/requests.html", status=status, form=form, errors=bool(form.errors), rows=rows, **words)
