"""Goodbye: what happens, a last question, two weeks to come back; and coming back by the link in the mail."""

from typing import Any

from flask import abort, flash, g

from b2b.accounts.views.blueprint import fresh, prove_again
from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.privacy import queries, service
from b2b.privacy.forms import LeaveForm
from b2b.privacy.models import Erasure
from b2b.privacy.rules.erasing import erase_at, last_day
from b2b.privacy.views.blueprint import go, me, privacy
from b2b.web.guard import public, requires
from b2b.web.pages import page
from b2b.web.ratelimits import limiter
from b2b.web.transactions import current_actor, current_site


@privacy.get("/mijn/gegevens/verwijderen")
@requires(Permission.Self.DATA)
def leave() -> Any:
    """Say what happens, to somebody who proved not long ago who they are."""
    if queries.standing_erasure(g.work, current_actor().member_id or 0) is not None:
        return go("privacy.rest")
    if not fresh():
        return prove_again("privacy.leave")
    return _show(LeaveForm(formdata=None))


@privacy.post("/mijn/gegevens/verwijderen")
@requires(Permission.Self.DATA)
@limiter.limit("10/hour")
def do_leave() -> Any:
    """Close everything now, and delete in two weeks."""
    form = LeaveForm()
    if not fresh():
        return prove_again("privacy.leave")
    if not form.validate():
        return _show(form, 422)
    service.ask_erasure(g.work, me(), keep_session=current_actor().session_key)
    return go("privacy.rest")


@privacy.get("/toch-blijven/<token:token>")
@public
def undo_by_link(token: str) -> Any:
    """Ask whether the account must stay: looking changes nothing, mail programs look too."""
    return page("privacy/undo.html", until=last_day(_linked(token).due_at))


@privacy.post("/toch-blijven/<token:token>")
@public
@limiter.limit("20/hour")
def do_undo_by_link(token: str) -> Any:
    """Take the deletion back, and send its reader to sign in."""
    service.undo(g.work, _linked(token))
    flash(N_("Fijn dat je blijft. Je account staat weer aan. Log in om verder te gaan."), "ok")
    return go("accounts.sign_in")


def _linked(token: str) -> Erasure:
    found = service.of_link(g.work, token)
    if found.municipality_id != current_site().municipality_id:
        abort(404)
    return found


def _show(form: LeaveForm, status: int = 200) -> Any:
    until = last_day(erase_at(g.work.now()))
    return page("privacy/leave.html", status=status, form=form, errors=bool(form.errors), until=until)
