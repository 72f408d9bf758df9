"""The list that comes before opening: what the system sees, what somebody signs, and the button."""

from typing import Any

from flask import abort, flash, g, redirect, request, url_for

from b2b.authz.permissions import Permission
from b2b.consent import queries, service
from b2b.consent.forms import SignForm
from b2b.consent.rules import SIGNED, WISHED_MODERATORS, Item, is_ready
from b2b.consent.views.blueprint import consent
from b2b.core.clock import local
from b2b.core.words import N_
from b2b.municipalities import queries as places
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.transactions import current_site


@consent.get("/beheer/opening")
@requires(Permission.Municipality.ARRANGE)
def opening() -> Any:
    """Show the list as it stands."""
    lines = queries.lines(g.work, _town())
    hoods = places.places(g.work, _town()).hoods
    counts = queries.moderators_by_neighbourhood(g.work, _town())
    return page(
        "consent/opening.html",
        lines=lines,
        done=sum(line.done for line in lines),
        ready=is_ready(lines),
        without=[hoods[hood].name for hood, count in counts.items() if count == 0],
        few=sum(1 for count in counts.values() if 0 < count < WISHED_MODERATORS),
        wished=WISHED_MODERATORS,
    )


@consent.post("/beheer/opening")
@requires(Permission.Municipality.ARRANGE)
def do_open() -> Any:
    """Let residents in."""
    service.open_up(g.work, _town())
    flash(N_("De gemeente is open. Bewoners kunnen nu meedoen."), "ok")
    return redirect(url_for("consent.opening"), 303)


@consent.get("/beheer/opening/<slug:item>")
@requires(Permission.Municipality.ARRANGE)
def sign(item: str) -> Any:
    """Ask who signs for a line, and when."""
    known = queries.signatures(g.work, _town()).get(_item(item).code)
    form = SignForm(_today(), formdata=None, obj=known) if known else SignForm(_today(), formdata=None)
    return page("consent/sign.html", item=_item(item), form=form, known=known)


@consent.post("/beheer/opening/<slug:item>")
@requires(Permission.Municipality.ARRANGE)
def do_sign(item: str) -> Any:
    """Keep the signature, or take it back."""
    line, form = _item(item), SignForm(_today())
    if "undo" in request.form:
        service.untick(g.work, _town(), line.code)
        flash(N_("Deze regel staat weer open."), "ok")
        return redirect(url_for("consent.opening"), 303)
    if not form.validate():
        return page("consent/sign.html", status=422, item=line, form=form, known=None, errors=True)
    service.tick(g.work, _town(), line.code, form.command())
    flash(N_("Deze regel is getekend."), "ok")
    return redirect(url_for("consent.opening"), 303)


def _item(code: str) -> Item:
    return SIGNED.get(code) or abort(404)


def _today() -> Any:
    return local(g.work.now()).date()


def _town() -> int:
    return current_site().municipality_id or 0
