"""No more mail, from a link in a mail: looking changes nothing, one press does. Without signing in."""

from typing import Any

from flask import abort, g, redirect, request, url_for

from b2b.accounts.queries import Profile, member_by_reference
from b2b.notifications import queries, service
from b2b.notifications.links import Leaving, read_unsubscribe
from b2b.notifications.rules.news import Pause, Rest
from b2b.notifications.views.base import notifications
from b2b.web.guard import public
from b2b.web.pages import page
from b2b.web.ratelimits import limiter
from b2b.web.transactions import current_site

ONE_CLICK = "List-Unsubscribe"
"""What a mail program sends (RFC 8058): it wants an answer, not another address."""


@notifications.get("/mail/afmelden/<token:token>")
@public
def unsubscribe(token: str) -> Any:
    """Say what the link ends, and ask. A scanner that opens links ends nothing."""
    who, leaving = _read(token)
    return _page(who, leaving)


@notifications.post("/mail/afmelden/<token:token>")
@public
@limiter.limit("60/hour")
def do_unsubscribe(token: str) -> Any:
    """End this kind of mail. Twice changes nothing."""
    who, leaving = _read(token)
    if leaving is Leaving.DIGEST:
        service.stop_digest(g.work, who.municipality_id, who.id)
    else:
        service.pause(g.work, who.municipality_id, who.id, Pause.ALWAYS)
    if ONE_CLICK in request.form:
        return _page(who, leaving)
    return redirect(url_for("notifications.unsubscribe", token=token), 303)


def _read(token: str) -> tuple[Profile, Leaving]:
    """Return whose mail this is about, and which; 404 for a link that is not ours or of another municipality."""
    known = read_unsubscribe(token)
    who = member_by_reference(g.work, known[0]) if known else None
    if known is None or who is None or who.municipality_id != current_site().municipality_id:
        abort(404)
    return who, known[1]


def _page(who: Profile, leaving: Leaving) -> Any:
    wishes = queries.wishes(g.work, who.id)
    ended = wishes.rest is Rest.NEVER if leaving is Leaving.DIGEST else wishes.is_paused(g.work.now())
    response = page("notifications/unsubscribe.html", ended=ended, is_digest=leaving is Leaving.DIGEST)
    response.headers["X-Robots-Tag"] = "noindex"
    return response
