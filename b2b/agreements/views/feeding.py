"""A calendar of one's own that a telephone keeps up to date."""

from typing import Any

from flask import Response, abort, flash, g, redirect, session, url_for

from b2b.accounts import queries as people
from b2b.agreements import more, queries, service
from b2b.agreements.calendar import calendar_of_ones_own
from b2b.agreements.views.base import agreements
from b2b.agreements.views.meeting import me
from b2b.authz.permissions import Permission
from b2b.core.clock import local
from b2b.core.crypto import opened_text, sealed_text
from b2b.core.words import N_
from b2b.web.aside import seen
from b2b.web.guard import public, requires
from b2b.web.pages import page
from b2b.web.transactions import current_actor, current_site

KEPT = "calendar_token"


@agreements.get("/mijn/agenda")
@requires(Permission.Self.SEE)
def own_calendar() -> Any:
    """Explain the calendar; right after it was made also show its address, this once."""
    sealed = session.pop(KEPT, None)
    address = url_for(".calendar_feed", token=opened_text(sealed), _external=True) if sealed else None
    return page("agreements/calendar.html", address=address, made=queries.feed_of(g.work, me()) is not None)


@agreements.post("/mijn/agenda")
@requires(Permission.Self.SEE)
def make_calendar() -> Any:
    """Make the secret address, or a new one."""
    token = service.make_feed(g.work, me(), current_actor().municipality_id or 0)
    # Sealed: the cookie of a session can be read by whoever holds the browser.
    session[KEPT] = sealed_text(token)
    return redirect(url_for(".own_calendar"), 303)


@agreements.post("/mijn/agenda/stoppen")
@requires(Permission.Self.SEE)
def stop_calendar() -> Any:
    """Take the address back."""
    service.stop_feed(g.work, me())
    flash(N_("Gestopt. Het adres werkt niet meer."), "ok")
    return redirect(url_for(".own_calendar"), 303)


@agreements.get("/agenda/<token:token>/afspraken.ics")
@public
def calendar_feed(token: str) -> Response:
    """Send the appointments of whoever has this secret address."""
    feed = queries.feed_at(g.work, current_site().municipality_id, token) or abort(404)
    owner = people.member(g.work, feed.member_id)
    if owner is None or not owner.is_active:
        abort(404)
    if queries.is_stale(feed, local(g.work.now()).date()):
        seen(lambda work: service.feed_used(work, feed.member_id))
    mine = queries.entries(g.work, feed.member_id) + more.entries(g.work, feed.member_id)
    text = calendar_of_ones_own(mine)
    response = Response(text, content_type="text/calendar; charset=utf-8")
    response.headers["Cache-Control"] = "no-store"
    return response
