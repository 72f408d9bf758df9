"""Pages behind the link that a desk without accounts gets: one handoff, a button, and the words for half an hour."""

from typing import Any

from flask import g, redirect, url_for

from b2b.handoff import queries, service
from b2b.handoff.models import DeskLink, Handoff
from b2b.handoff.rules import ContactWay
from b2b.handoff.views.connections import connections
from b2b.municipalities import queries as areas
from b2b.web.guard import public
from b2b.web.pages import page
from b2b.web.ratelimits import limiter
from b2b.web.transactions import current_actor

__all__ = ["connections"]


@connections.get("/overdrachten/loket/<token:token>")
@public
def knock(token: str) -> Any:
    """Show a button and no words: programs that follow links in mail see nothing, and note nothing."""
    link, handoff = _behind(token)
    is_open = link.open_until is not None and link.open_until > g.work.now()
    return page(
        "handoff/by_link.html",
        token=token,
        handoff=handoff,
        is_open=is_open,
        place=areas.places(g.work, handoff.municipality_id).label(handoff.neighbourhood_id),
        by_phone=handoff.contact_way is ContactWay.PHONE,
        until=link.open_until,
    )


@connections.post("/overdrachten/loket/<token:token>")
@public
@limiter.limit("30/hour")
def open_words(token: str) -> Any:
    """Let the words be read for a while, and note it."""
    service.open_words(g.work, *_behind(token))
    return redirect(url_for("connections.knock", token=token), 303)


def _behind(token: str) -> tuple[DeskLink, Handoff]:
    return queries.behind_link(g.work, token, current_actor().municipality_id or 0)
