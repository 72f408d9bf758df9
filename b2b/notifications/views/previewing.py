"""Every mail as residents get it, with made-up words: for the administrator."""

from typing import Any

from flask import abort, current_app, g

from b2b.authz.permissions import Permission
from b2b.notifications.examples import every_example
from b2b.notifications.mails import Addressee, Mails, Sender
from b2b.notifications.rules.news import NEWS, Importance
from b2b.notifications.views.base import notifications
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.transactions import current_actor


@notifications.get("/beheer/mails")
@requires(Permission.System.OPERATE)
def mails() -> Any:
    """Every kind of mail by its subject, and whether people can turn it off."""
    always = {event for event, news in NEWS.items() if news.importance is Importance.ALWAYS}
    sender = _sender()
    rows = [
        (name, _written(name, sender)[0], _event(name) in NEWS, _event(name) in always)
        for name in sorted(every_example())
    ]
    return page("notifications/mails.html", rows=rows)


@notifications.get("/beheer/mails/<mail:mail>")
@requires(Permission.System.OPERATE)
def preview(mail: str) -> Any:
    """One mail: its subject, what it says, and the same as plain text."""
    if mail not in every_example():
        abort(404)
    subject, text, html = _written(mail, _sender())
    return page("notifications/preview.html", subject=subject, text=text, html=html)


def _sender() -> Sender:
    return Mails(current_app).sender(g.work, current_actor().municipality_id or 0)  # type: ignore[arg-type]


def _written(name: str, sender: Sender) -> tuple[str, str, Any]:
    writer = Mails(current_app)  # type: ignore[arg-type]
    words = {"first_name": current_actor().first_name, **every_example()[name]}
    to = Addressee("", str(words.pop("first_name")), current_actor().language)
    subject, text, _html = writer.render(_event(name), to, sender, words)
    return subject, text, writer.words(_event(name), to, sender, words)[1]


def _event(name: str) -> str:
    return name.partition("--")[0]
