"""Messages for you: the list, one message, all read."""

from typing import Any

from flask import current_app, flash, g, redirect, request, url_for

from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.notifications import queries, service, words
from b2b.notifications.mails import Addressee, Mails
from b2b.notifications.queries import Notification
from b2b.notifications.views.base import notifications
from b2b.web import aside
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.paging import read_cursor
from b2b.web.transactions import current_actor


@notifications.get("/berichten-voor-jou")
@requires(Permission.Self.SEE)
def inbox() -> Any:
    """Everything this member was told, newest first."""
    me = current_actor().member_id or 0
    before = read_cursor(request.args.get("voor"))
    rows, older = queries.inbox(g.work, me, before)
    about = words.details(g.work, me, rows)
    return page("notifications/inbox.html", rows=rows, older=older, about=about, first=before is None)


@notifications.get("/berichten-voor-jou/<ref:notification>")
@requires(Permission.News.READ, on=Notification)
def news(notification: Notification) -> Any:
    """One message: what its mail says, as it is true now. Opening it makes it no longer new."""
    me, key = current_actor(), notification.id or 0
    if notification.read_at is None:
        aside.seen(lambda work: service.read(work, me.member_id or 0, key))
    said = words.words_of(g.work, notification)
    if said is None:
        about = words.details(g.work, me.member_id or 0, [notification])
        return page("notifications/old_news.html", about=about.get(key))
    mails = Mails(current_app)  # type: ignore[arg-type]
    sender = mails.sender(g.work, notification.municipality_id)
    subject, html = mails.words(notification.event, Addressee("", me.first_name, me.language), sender, said)
    return page("notifications/news.html", subject=subject, said=html, at=notification.created_at)


@notifications.post("/berichten-voor-jou/gelezen")
@requires(Permission.Self.SEE)
def read_all() -> Any:
    """Say of everything that it was read."""
    service.read_all(g.work, current_actor().member_id or 0)
    flash(N_("Alle berichten staan nu als gelezen."), "ok")
    return redirect(url_for("notifications.inbox"), 303)
