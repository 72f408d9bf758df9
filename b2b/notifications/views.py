"""Pages about messages and background work: the demo's mailbox, the operator's page, the probes."""

from flask import Blueprint, Response, abort, current_app

from b2b.web.guard import public
from b2b.web.pages import page

notifications = Blueprint("notifications", __name__)


@notifications.get("/demo/postvak")
@public
def mailbox() -> Response:
    """Show the mails that the demo sent."""
    if not current_app.settings.demo:  # type: ignore[attr-defined]
        abort(404)
    return page("notifications/mailbox.html")
