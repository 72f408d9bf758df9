"""Reporting something: for everybody, with or without an account."""

from typing import Any

from flask import g, redirect, request, url_for

from b2b.moderation import service
from b2b.moderation.forms import NoticeForm
from b2b.moderation.models import Notice
from b2b.moderation.rules import UnknownTarget
from b2b.moderation.views import reporting
from b2b.moderation.views.blueprint import moderation
from b2b.moderation.views.watching import PRESETS
from b2b.web.guard import find, public
from b2b.web.pages import page
from b2b.web.ratelimits import client_key, limiter
from b2b.web.transactions import current_actor


@moderation.get("/melding")
@public
def notice() -> Any:
    """Ask what is wrong; `over` says with what, else the form asks where it stands."""
    form = NoticeForm(stranger=current_actor().member_id is None).fresh()
    if preset := PRESETS.get(request.args.get("soort", "")):
        form.category.data = preset.value
    return page("moderation/notice.html", form=form, **reporting.reported(request.args.get("over")))


@moderation.post("/melding")
@public
@limiter.limit("10/hour")
def file_notice() -> Any:
    """Take a notice in and show its receipt."""
    actor = current_actor()
    form = NoticeForm(stranger=actor.member_id is None)
    known = reporting.reported(request.args.get("over"))
    right = form.validate_on_submit()
    about = known["about"] or reporting.located(form.location.data)
    if about is None:
        form.lost(UnknownTarget.sentence)
    if about is None or not right:
        return page("moderation/notice.html", status=422, form=form, errors=True, **known)
    command = form.command(actor.member_id, actor.language, reporting.address_of(about), client_key())
    filed = service.file_notice(g.work, about, command)
    return redirect(url_for("moderation.receipt", notice=filed.reference), 303)


@moderation.get("/melding/<ref:notice>")
@public
def receipt(notice: str) -> Any:
    """Show that a notice was received, and later that it was answered. It says nothing of what it was about."""
    return page("moderation/receipt.html", **reporting.receipt(find(Notice, notice)))
