"""Say how one can be recognised at the door."""

from typing import Any

from flask import flash, g, redirect, url_for

from b2b.agreements import queries, service
from b2b.agreements.forms import SignForm
from b2b.agreements.queries import Agreement
from b2b.agreements.views.base import agreements
from b2b.agreements.views.meeting import me
from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.web import screening
from b2b.web.guard import requires
from b2b.web.pages import page


@agreements.get("/afspraken/<ref:agreement>/herkennen")
@requires(Permission.Agreement.CHANGE, on=Agreement)
def sign(agreement: Agreement) -> Any:
    """Ask how the other recognises me."""
    known = agreement.asker_sign if me() == agreement.asker_id else agreement.helper_sign
    return _show(agreement, SignForm(data={"sign": known}))


@agreements.post("/afspraken/<ref:agreement>/herkennen")
@requires(Permission.Agreement.CHANGE, on=Agreement)
def keep_sign(agreement: Agreement) -> Any:
    """Keep how the other recognises me."""
    form = SignForm()
    if not form.validate() or not screening.passes(form, "sign", place="appointed"):
        return _show(agreement, form, 422)
    service.tell_sign(g.work, agreement, me(), form.sign.data or "")
    flash(N_("Bewaard. De ander ziet het bij de afspraak."), "ok")
    return redirect(url_for("agreements.show", agreement=agreement.reference), 303)


def _show(agreement: Agreement, form: SignForm, status: int = 200) -> Any:
    around = queries.surroundings(g.work, agreement, me())
    return page(
        "agreements/sign.html", status=status, errors=status != 200, agreement=agreement, around=around, form=form
    )
