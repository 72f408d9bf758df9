"""Reporting something: for everybody, with or without an account."""

from typing import Any

from flask import g, redirect, request, url_for

from b2b.moderation import service
from b2b.moderation.forms import NoticeForm
from b2b.moderation.models import Notice
from b2b.moderation.rules import UnknownTarget
from b2b.moderation.views import shown
from b2b.moderation.views.blueprint import moderation
from b2b.web.guard import find, public
from b2b.web.pages import page
from b2b.web.ratelimits import limiter
from b2b.web.transactions import current_actor


@moderation.get("/melding")
@public
def notice() -> Any:
    """Ask what is wrong; `over` says with what, else the form asks where it stands."""
    form = NoticeForm().fresh()
    return page("moderation/notice.html", form=form, **shown.reported(request.args.get("over")))


@moderation.post("/melding")
@public
@limiter.limit("10/hour")
def file_notice() -> Any:
    """Take a notice in and show its receipt."""
    form, actor = NoticeForm(), current_actor()
    known = shown.reported(request.args.get("over"))
    right = form.validate_on_submit()
    about = known["about"] or shown.located(form.location.data)
    if about is None:
        form.lost(UnknownTarget.sentence)
    if about is None or not right:
        return page("moderation/notice.html", status=422, form=form, errors=True, **known)
    filed = service.file_notice(g.work, about, form.command(actor.member_id, actor.language))
    return redirect(url_for("moderation.receipt", notice=filed.reference), 303)


@moderation.get("/melding/<ref:notice>")
@public
def receipt(notice: str) -> Any:
    """Show that a notice was received, and later that it was answered. It says nothing of what it was about."""
    return page("moderation/receipt.html", **shown.receipt(find(Notice, notice)))
