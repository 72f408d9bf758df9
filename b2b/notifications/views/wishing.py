"""Which mail you get: at once, in one digest, or none for a while."""

from typing import Any

from flask import flash, g, redirect, url_for

from b2b.accounts.service import returning
from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.notifications import queries, service
from b2b.notifications.forms import PauseForm, WishForm
from b2b.notifications.views.base import notifications
from b2b.notifications.views.pushing import push_here
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.transactions import current_actor


@notifications.get("/mijn/mail")
@requires(Permission.Self.SEE)
def preferences() -> Any:
    """Show what somebody wishes of our mail, to change it."""
    wishes = queries.wishes(g.work, _me()[1])
    return _page(WishForm(obj=wishes), PauseForm())


@notifications.post("/mijn/mail")
@requires(Permission.Self.SEE)
def wish() -> Any:
    """Choose when important news comes, and how often the rest."""
    form = WishForm()
    if not form.validate():
        return _page(form, PauseForm(formdata=None), 422)
    service.wish(g.work, *_me(), *form.command())
    flash(N_("Gedaan. Zo mailen we je voortaan."), "ok")
    return _back()


@notifications.post("/mijn/mail/pauze")
@requires(Permission.Self.SEE)
def pause() -> Any:
    """Send no mail for a while."""
    form = PauseForm()
    if not form.validate():
        return _page(WishForm(formdata=None, obj=queries.wishes(g.work, _me()[1])), form, 422)
    service.pause(g.work, *_me(), form.command())
    flash(N_("Gedaan. Je krijgt even geen mail. Op de site lees je alles."), "ok")
    return _back()


@notifications.post("/mijn/mail/verder")
@requires(Permission.Self.SEE)
def resume() -> Any:
    """Send mail again."""
    service.resume(g.work, *_me())
    flash(N_("Gedaan. Je krijgt weer mail."), "ok")
    return _back()


@notifications.post("/mijn/mail/adres-klopt")
@requires(Permission.Self.SEE)
def address_is_right() -> Any:
    """Say that the address to which mail came back is right after all: mail goes there again."""
    returning.is_right(g.work, _me()[1])
    flash(N_("Gedaan. We proberen het weer op dit adres."), "ok")
    return _back()


def _page(form: WishForm, pausing: PauseForm, status: int = 200) -> Any:
    wishes = queries.wishes(g.work, _me()[1])
    paused = wishes.is_paused(g.work.now())
    until = wishes.paused_until if paused else None
    shown: dict[str, Any] = {"form": form, "pausing": pausing, "paused": paused, "until": until, "push": push_here()}
    return page("notifications/preferences.html", status=status, errors=status != 200, **shown)


def _me() -> tuple[int, int]:
    actor = current_actor()
    return actor.municipality_id or 0, actor.member_id or 0


def _back() -> Any:
    return redirect(url_for("notifications.preferences"), 303)
