"""The page for a one-time code of an administrator: no mail, no provider, no app. It tells nobody what was wrong."""

from flask import Response, g

from b2b.accounts import login
from b2b.accounts.forms import EmergencyForm
from b2b.accounts.rules.break_glass import EmergencyCodeOver
from b2b.accounts.service import break_glass
from b2b.accounts.views.blueprint import accounts, device, go
from b2b.web.guard import public
from b2b.web.pages import page
from b2b.web.ratelimits import limiter
from b2b.web.transactions import current_site


@accounts.get("/inloggen/noodcode")
@public
def emergency() -> Response:
    """Ask for the code that was made on the server."""
    return page("accounts/emergency.html", form=EmergencyForm())


@accounts.post("/inloggen/noodcode")
@public
@limiter.limit("10/hour")
def use_emergency() -> Response:
    """Sign in with the code, as the administrator it was made for."""
    form = EmergencyForm()
    if form.validate():
        try:
            token = break_glass.use(g.work, current_site().municipality_id or 0, form.code.data, device())
            login.remember(token)
            return go("accounts.people")
        except EmergencyCodeOver as refusal:
            form.code.errors = [refusal.sentence]
    return page("accounts/emergency.html", status=422, form=form, errors=True)
