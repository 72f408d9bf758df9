"""Let somebody the asker trusts know who comes one time, take that back, and what that person sees."""

from typing import Any

from flask import flash, g, redirect, url_for

from b2b.agreements.rules import ShareOver
from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.recurring import queries, service
from b2b.recurring.queries import Series
from b2b.recurring.views.base import back_to, me, recurring
from b2b.recurring.views.shown import shown
from b2b.web.guard import public, requires
from b2b.web.pages import page, unlisted
from b2b.web.transactions import current_site


@recurring.get("/afspraken/vast/<ref:series>/keer/<bigint:number>/delen")
@requires(Permission.Series.LEAD, on=Series)
def sharing(series: Series, number: int) -> Any:
    """Explain what a trusted person sees; show the link once it is made. A turn to which nobody comes goes back."""
    known = shown(g.work, series, me())
    line = next((one for one in known["coming"] if one.number == number and one.can_share), None)
    return page("recurring/share.html", line=line, link=_link(series, number), **known) if line else back_to(series)


@recurring.post("/afspraken/vast/<ref:series>/keer/<bigint:number>/delen")
@requires(Permission.Series.LEAD, on=Series)
def share(series: Series, number: int) -> Any:
    """Make the link."""
    service.share(g.work, series, number)
    flash(N_("De link is klaar. Stuur die zelf aan wie je vertrouwt."), "ok")
    return redirect(url_for("recurring.sharing", series=series.reference, number=number), 303)


@recurring.post("/afspraken/vast/<ref:series>/keer/<bigint:number>/niet-meer-delen")
@requires(Permission.Series.LEAD, on=Series)
def stop_sharing(series: Series, number: int) -> Any:
    """Take the link back."""
    service.stop_sharing(g.work, series, number)
    flash(N_("De link werkt niet meer."), "ok")
    return back_to(series)


@recurring.get("/afspraken/vast/gedeeld/<token:token>")
@public
def shared_turn(token: str) -> Any:
    """Show a trusted person when who comes. Not for search engines, and kept by no cache."""
    found = queries.shared(g.work, token)
    if found is None or found.municipality_id != current_site().municipality_id:
        raise ShareOver()
    return unlisted(page("agreements/shared.html", shared=found))


def _link(series: Series, number: int) -> str:
    turn = queries.turn_at(g.work, series.id or 0, number)
    standing = queries.standing_share(g.work, turn.id or 0) if turn else None
    return url_for(".shared_turn", token=queries.share_token(standing), _external=True) if standing else ""
