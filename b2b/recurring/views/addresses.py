"""The address of a series: give it, take it back, see it when one's turn is near. Each is an act that is logged."""

from typing import Any

from flask import flash, g

from b2b.agreements.forms import AddressForm
from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.recurring import service
from b2b.recurring.queries import Series
from b2b.recurring.rules import SeriesState
from b2b.recurring.views.base import back_to, me, recurring
from b2b.web.guard import requires
from b2b.web.pages import page


@recurring.get("/afspraken/vast/<ref:series>/adres")
@requires(Permission.Series.LEAD, on=Series)
def address(series: Series) -> Any:
    """Ask for the address, and say who will see it and when."""
    if series.state is not SeriesState.RUNNING:
        return back_to(series)
    return page("recurring/address.html", series=series, form=AddressForm(data={"address": series.address or ""}))


@recurring.post("/afspraken/vast/<ref:series>/adres")
@requires(Permission.Series.LEAD, on=Series)
def give_address(series: Series) -> Any:
    """Give the address to whose turn is near."""
    form = AddressForm()
    if not form.validate():
        return page("recurring/address.html", status=422, series=series, form=form, errors=True)
    service.give_address(g.work, series, form.address.data)
    flash(N_("Je adres is gegeven. Je ziet hier wie het bekeken heeft."), "ok")
    return back_to(series)


@recurring.post("/afspraken/vast/<ref:series>/adres-weghalen")
@requires(Permission.Series.LEAD, on=Series)
def forget_address(series: Series) -> Any:
    """Erase the address at once."""
    service.forget_address(g.work, series)
    flash(N_("Je adres is gewist."), "ok")
    return back_to(series)


@recurring.post("/afspraken/vast/<ref:series>/adres-tonen")
@requires(Permission.Series.CHANGE, on=Series)
def see_address(series: Series) -> Any:
    """Show the address to a helper whose turn is near; who gave it sees when."""
    service.see_address(g.work, series, me())
    return back_to(series)
