"""Where weak spots are reported: the file for everybody, and the page on which an administrator says that it is right."""

from typing import Any

from flask import Response, abort, flash, g, redirect, url_for

from b2b.authz.permissions import Permission
from b2b.core.db import Work
from b2b.core.words import N_
from b2b.municipalities import queries as places
from b2b.privacy.forms.security import SecurityForm
from b2b.privacy.queries.security import security_standing
from b2b.privacy.rules.security_txt import CONTACT, UNTIL, Standing, day_of, text
from b2b.privacy.service import security as service
from b2b.privacy.views.blueprint import privacy
from b2b.web.guard import public, requires
from b2b.web.pages import page, render
from b2b.web.transactions import current_site


@privacy.get("/.well-known/security.txt")
@public
def security_txt() -> Any:
    """Give the file of this municipality; there is none before an address was filled in."""
    chosen = places.settings(g.work, _town())
    until = day_of(chosen.get(UNTIL))
    if until is None:
        abort(404)
    own = url_for("privacy.security_txt", _external=True)
    return Response(text(chosen[CONTACT], until, own), mimetype="text/plain")


@privacy.get("/beheer/beveiliging")
@requires(Permission.Municipality.ARRANGE)
def security() -> Any:
    """Show the address, until when it holds, and a form."""
    known = str(places.settings(g.work, _town()).get(CONTACT, ""))
    return _show(SecurityForm(formdata=None, data={"contact": known.removeprefix("mailto:")}))


@privacy.post("/beheer/beveiliging")
@requires(Permission.Municipality.ARRANGE)
def confirm_security() -> Any:
    """Publish the address for almost a year."""
    form = SecurityForm()
    if not form.validate():
        return _show(form, 422)
    service.confirm(g.work, _town(), form.command())
    flash(N_("Opgeslagen. Iedereen kan nu zien waar je een zwakke plek meldt."), "ok")
    return redirect(url_for("privacy.security"), 303)


def operator_note(work: Work) -> str | None:
    """Return a warning for the operator's page when the file of this municipality needs somebody."""
    stands = security_standing(work, _town())
    if stands is Standing.WELL:
        return None
    return render("privacy/security_note.html", stands=stands.value, until=_until(work))


def _show(form: SecurityForm, status: int = 200) -> Any:
    stands = security_standing(g.work, _town())
    return page(
        "privacy/security.html",
        status=status,
        errors=status == 422,
        form=form,
        stands=stands.value,
        until=_until(g.work),
    )


def _until(work: Work) -> Any:
    return day_of(places.settings(work, _town()).get(UNTIL))


def _town() -> int:
    return current_site().municipality_id or 0
