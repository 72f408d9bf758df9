"""Let somebody the asker trusts know who comes one time, and what that person sees."""

from typing import Any

from flask import g, url_for

from b2b.agreements.rules import ShareOver
from b2b.authz.permissions import Permission
from b2b.recurring import queries
from b2b.recurring.queries import Series
from b2b.recurring.views.base import back_to, me, recurring
from b2b.recurring.views.shown import shown
from b2b.web.guard import public, requires
from b2b.web.pages import page, unlisted
from b2b.web.transactions import current_site


@recurring.get("/afspraken/vast/<ref:series>/keer/<bigint:number>/delen")
@requires(Permission.Series.LEAD, on=Series)
def sharing(series: Series, number: int) -> Any:
    """Explain what a trusted person sees, with the link; a turn to which nobody comes goes back to its page."""
    known = shown(g.work, series, me())
    line = next((one for one in known["coming"] if one.number == number and one.can_share), None)
    link = url_for(".shared_turn", token=queries.share_token(series, number), _external=True)
    return page("recurring/share.html", line=line, link=link, **known) if line else back_to(series)


@recurring.get("/afspraken/vast/gedeeld/<token:token>")
@public
def shared_turn(token: str) -> Any:
    """Show a trusted person when who comes. Not for search engines, and kept by no cache."""
    found = queries.shared(g.work, token)
    if found is None or found.municipality_id != current_site().municipality_id:
        raise ShareOver()
    return unlisted(page("agreements/shared.html", shared=found))
