"""Say how one can be recognised at the door, in help that comes back."""

from typing import Any

from flask import flash, g

from b2b.agreements.forms import SignForm
from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.recurring import service
from b2b.recurring.queries import Series
from b2b.recurring.views.base import back_to, me, recurring
from b2b.recurring.views.shown import shown
from b2b.web import screening
from b2b.web.guard import requires
from b2b.web.pages import page


@recurring.get("/afspraken/vast/<ref:series>/herkennen")
@requires(Permission.Series.CHANGE, on=Series)
def sign(series: Series) -> Any:
    """Ask how whom this reader meets recognises them; who is not part of it now goes back to its page."""
    known = shown(g.work, series, me())
    return _ask(SignForm(data={"sign": known["own_sign"]}), known) if known["meets"] else back_to(series)


@recurring.post("/afspraken/vast/<ref:series>/herkennen")
@requires(Permission.Series.CHANGE, on=Series)
def keep_sign(series: Series) -> Any:
    """Keep it."""
    form = SignForm()
    if not form.validate() or not screening.passes(form, "sign", place="appointed"):
        return _ask(form, shown(g.work, series, me()), 422)
    service.tell_sign(g.work, series, me(), form.sign.data or "")
    flash(N_("Bewaard. De ander ziet het bij de afspraak."), "ok")
    return back_to(series)


def _ask(form: SignForm, known: dict[str, Any], status: int = 200) -> Any:
    return page("recurring/sign.html", status=status, errors=status != 200, form=form, **known)
