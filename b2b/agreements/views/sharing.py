"""Share an appointment with somebody one trusts, take that back, and see one that was shared."""

from typing import Any

from flask import flash, g, redirect, request, url_for

from b2b.agreements import queries, service
from b2b.agreements.queries import Agreement
from b2b.agreements.rules import ShareOver
from b2b.agreements.views.base import agreements
from b2b.agreements.views.meeting import me
from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.web.guard import public, requires
from b2b.web.pages import page, unlisted
from b2b.web.transactions import current_site


@agreements.get("/afspraken/<ref:agreement>/delen")
@requires(Permission.Agreement.SHARE, on=Agreement)
def sharing(agreement: Agreement) -> Any:
    """Explain what a trusted person sees; show the link once it is made."""
    service.check_can_share(g.work, agreement)
    standing = queries.standing_share(g.work, agreement.id or 0)
    token = queries.share_token(standing) if standing else ""
    return page(
        "agreements/share.html",
        agreement=agreement,
        around=queries.surroundings(g.work, agreement, me()),
        standing=standing,
        link=url_for(".shared", token=token, _external=True) if token else "",
    )


@agreements.post("/afspraken/<ref:agreement>/delen")
@requires(Permission.Agreement.SHARE, on=Agreement)
def share(agreement: Agreement) -> Any:
    """Make the link, with or without the address."""
    service.share(g.work, agreement, with_address="adres" in request.form)
    flash(N_("De link is klaar. Stuur die zelf aan wie je vertrouwt."), "ok")
    return redirect(url_for("agreements.sharing", agreement=agreement.reference), 303)


@agreements.post("/afspraken/<ref:agreement>/niet-meer-delen")
@requires(Permission.Agreement.SHARE, on=Agreement)
def stop_sharing(agreement: Agreement) -> Any:
    """Take the link back."""
    service.stop_sharing(g.work, agreement)
    flash(N_("De link werkt niet meer."), "ok")
    return redirect(url_for("agreements.show", agreement=agreement.reference), 303)


@agreements.get("/afspraken/gedeeld/<token:token>")
@public
def shared(token: str) -> Any:
    """Show a trusted person when who comes. Not for search engines, and kept by no cache."""
    found = queries.shared(g.work, token)
    if found is None or found.municipality_id != current_site().municipality_id:
        raise ShareOver()
    return unlisted(page("agreements/shared.html", shared=found))
