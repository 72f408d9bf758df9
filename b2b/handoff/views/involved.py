"""Who is involved with a resident, and sharing without consent with a second person."""

from typing import Any

from flask import flash, g, redirect, request, url_for

from b2b.accounts import queries as people
from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.handoff import queries, service
from b2b.handoff.forms import SharingForm
from b2b.handoff.models import ConsentException, Handoff, Referral
from b2b.handoff.rules import EXCEPTION_LIFECYCLE, EXCEPTION_WORDS, GROUND_WORDS, ExceptionAction
from b2b.handoff.views.blueprint import back_to, handoff
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.transactions import current_actor


@handoff.get("/mijn/betrokken")
@requires(Permission.Self.SEE)
def involved() -> Any:
    """Show a resident which parties have something open for them."""
    actor = current_actor()
    mine = (actor.municipality_id or 0, actor.member_id or 0)
    parties = queries.involved(g.work, *mine, for_resident=True)
    referred = queries.referrals(g.work, *mine, for_resident=True)
    return page("handoff/involved.html", parties=parties, ends={one.reference for one in referred})


@handoff.post("/mijn/betrokken/<ref:referral>/klaar")
@requires(Permission.Referral.END, on=Referral)
def end_referral(referral: Referral) -> Any:
    """Say that an organisation is no longer involved."""
    service.end_referral(g.work, referral)
    flash(N_("Bewaard. Deze organisatie staat niet meer in je lijst."), "success")
    return redirect(url_for("handoff.involved"), 303)


@handoff.get("/overdrachten/<ref:handoff>/zonder-toestemming")
@requires(Permission.Handoff.HANDLE, on=Handoff)
def sharing(handoff: Handoff) -> Any:
    """Ask why something has to be shared without a yes."""
    return page("handoff/sharing.html", form=SharingForm(formdata=None).fresh(), handoff=handoff)


@handoff.post("/overdrachten/<ref:handoff>/zonder-toestemming")
@requires(Permission.Handoff.HANDLE, on=Handoff)
def share(handoff: Handoff) -> Any:
    """Write it down, and ask a second person."""
    form = SharingForm()
    if not form.validate_on_submit():
        return page("handoff/sharing.html", status=422, errors=True, form=form, handoff=handoff)
    service.share_without_consent(g.work, handoff, form.command())
    flash(N_("Vastgelegd. Een collega kijkt binnen een dag mee."), "success")
    return back_to(handoff)


@handoff.get("/overdrachten/uitzonderingen/<ref:consentexception>")
@requires(Permission.Exception.READ, on=ConsentException)
def exception(made: ConsentException) -> Any:
    """Show what was shared without a yes, to who may judge it."""
    judged = [made.made_by_id, made.decided_by_id or made.made_by_id]
    names = people.names_at(g.work, made.municipality_id, judged)
    return page(
        "handoff/exception.html",
        made=made,
        maker=names.get(made.made_by_id, ""),
        judge=names.get(made.decided_by_id or 0, ""),
        ground=GROUND_WORDS[made.ground],
        state=EXCEPTION_WORDS[made.state],
        open=EXCEPTION_LIFECYCLE.allows(made.state, ExceptionAction.CONFIRM),
    )


@handoff.post("/overdrachten/uitzonderingen/<ref:consentexception>")
@requires(Permission.Exception.JUDGE, on=ConsentException)
def judge_exception(made: ConsentException) -> Any:
    """Say as the second person whether it was right."""
    service.judge_exception(g.work, made, right="ja" in request.form)
    return redirect(url_for("handoff.exception", consentexception=made.reference), 303)
