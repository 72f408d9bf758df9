"""Beside a decision: the police was told, the coordinator may help."""

from typing import Any

from flask import flash, g, redirect, url_for

from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.moderation import queries, service
from b2b.moderation.forms import PoliceForm
from b2b.moderation.models import ReviewItem
from b2b.moderation.views.blueprint import moderation
from b2b.web.guard import requires
from b2b.web.pages import page


@moderation.get("/controleren/<ref:reviewitem>/politie")
@requires(Permission.Moderation.JUDGE, on=ReviewItem)
def police(item: ReviewItem) -> Any:
    """Ask what the police was told."""
    return page("moderation/police.html", item=item, form=PoliceForm().fresh(g.work.now()), reports=_reports(item))


@moderation.post("/controleren/<ref:reviewitem>/politie")
@requires(Permission.Moderation.JUDGE, on=ReviewItem)
def tell_police(item: ReviewItem) -> Any:
    """Write down that the police was told."""
    form = PoliceForm()
    if not form.validate_on_submit() or not form.check_moment(g.work.now()):
        return page("moderation/police.html", status=422, item=item, form=form, errors=True, reports=_reports(item))
    service.record_police(g.work, item, form.command())
    flash(N_("Opgeschreven. Dit staat bij deze zaak."), "ok")
    return redirect(url_for("moderation.police", reviewitem=item.reference), 303)


@moderation.post("/controleren/<ref:reviewitem>/buurtregisseur")
@requires(Permission.Moderation.JUDGE, on=ReviewItem)
def suggest_help(item: ReviewItem) -> Any:
    """Let the author hear that the coordinator can help; they decide themselves."""
    service.suggest_help(g.work, item)
    flash(N_("De schrijver krijgt een mail over de buurtregisseur. Er is nog niets doorgegeven."), "ok")
    return redirect(url_for("moderation.review", reviewitem=item.reference), 303)


def _reports(item: ReviewItem) -> Any:
    return queries.police_reports_of(g.work, item.id or 0)
