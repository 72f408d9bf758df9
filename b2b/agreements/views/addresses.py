"""Give an address, see it, take it back: each an act that is logged."""

from typing import Any

from flask import flash, g, redirect, url_for

from b2b.agreements import queries, service
from b2b.agreements.forms import AddressForm
from b2b.agreements.queries import Agreement
from b2b.agreements.views.base import agreements
from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.transactions import current_actor


@agreements.get("/afspraken/<ref:agreement>/adres")
@requires(Permission.Agreement.GIVE_ADDRESS, on=Agreement)
def address(agreement: Agreement) -> Any:
    """Ask for the address, and say who will see it and for how long."""
    service.check_shareable(g.work, agreement)
    return _ask(agreement, AddressForm(data={"address": agreement.address or ""}))


@agreements.post("/afspraken/<ref:agreement>/adres")
@requires(Permission.Agreement.GIVE_ADDRESS, on=Agreement)
def give_address(agreement: Agreement) -> Any:
    """Give the address to the one helper of this appointment."""
    form = AddressForm()
    if not form.validate():
        return _ask(agreement, form, status=422)
    service.share_address(g.work, agreement, form.address.data)
    flash(N_("Je adres is gegeven. Je ziet hier wanneer het bekeken is."), "ok")
    return _back(agreement)


@agreements.post("/afspraken/<ref:agreement>/adres-weghalen")
@requires(Permission.Agreement.GIVE_ADDRESS, on=Agreement)
def take_address_back(agreement: Agreement) -> Any:
    """Erase the address at once."""
    service.take_address_back(g.work, agreement)
    flash(N_("Je adres is gewist."), "ok")
    return _back(agreement)


@agreements.post("/afspraken/<ref:agreement>/adres-tonen")
@requires(Permission.Agreement.SEE_ADDRESS, on=Agreement)
def show_address(agreement: Agreement) -> Any:
    """Show the address to the helper; who gave it sees when."""
    service.show_address(g.work, agreement)
    return redirect(url_for("agreements.show", agreement=agreement.reference, _anchor="adres"), 303)


def _ask(agreement: Agreement, form: AddressForm, status: int = 200) -> Any:
    around = queries.surroundings(g.work, agreement, current_actor().member_id or 0)
    return page(
        "agreements/address.html",
        status=status,
        agreement=agreement,
        around=around,
        form=form,
        errors=bool(form.errors),
    )


def _back(agreement: Agreement) -> Any:
    return redirect(url_for("agreements.show", agreement=agreement.reference), 303)
