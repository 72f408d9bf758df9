"""Messages to a system: which arrived, why one did not, and sending them again."""

from typing import Any

from flask import flash, g, redirect, url_for

from b2b.api import queries, service
from b2b.api.forms import ReplayForm
from b2b.api.models import ApiClient, ApiMessage
from b2b.api.rules import MESSAGE_WORDS, REPLAY_MAX
from b2b.api.views.blueprint import api
from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.web.guard import requires
from b2b.web.pages import page

SHOWN = 100


@api.get("/beheer/systemen/<ref:apiclient>/seintjes")
@requires(Permission.ApiClient.MANAGE, on=ApiClient)
def messages(row: ApiClient) -> Any:
    """List the newest messages to one system."""
    return _listed(row, ReplayForm(g.work.now()))


@api.post("/beheer/systemen/<ref:apiclient>/seintjes")
@requires(Permission.ApiClient.MANAGE, on=ApiClient)
def send_since(row: ApiClient) -> Any:
    """Send everything since a day again, or what did not arrive."""
    form = ReplayForm(g.work.now())
    if not form.validate_on_submit():
        return _listed(row, form, 422)
    since, failed = form.command()
    sent = service.send_again(g.work, queries.messages_since(g.work, row, since, REPLAY_MAX, failed=failed))
    flash(N_("{number} seintjes gaan opnieuw op weg.").format(number=sent), "info")
    return redirect(url_for("api.messages", apiclient=row.reference), 303)


@api.post("/beheer/systemen/<ref:apiclient>/seintjes/<ref:apimessage>")
@requires(Permission.ApiClient.MANAGE, on=ApiMessage)
def send_one(message: ApiMessage, apiclient: str) -> Any:
    """Send one message again."""
    service.send_again(g.work, [message])
    flash(N_("Dit seintje gaat opnieuw op weg."), "info")
    return redirect(url_for("api.messages", apiclient=apiclient), 303)


def _listed(row: ApiClient, form: ReplayForm, status: int = 200) -> Any:
    found = queries.messages(g.work, row, SHOWN)
    return page(
        "api/messages.html",
        status=status,
        errors=status != 200,
        client=row,
        form=form,
        messages=[(message, subscription, MESSAGE_WORDS[message.state]) for message, subscription in found],
    )
