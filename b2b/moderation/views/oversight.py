"""What an administrator looks at again: measures without an end date, the list of addresses, who wants to come back."""

from typing import Any

from flask import flash, g, redirect, url_for

from b2b.accounts import queries as people
from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.moderation import queries, service
from b2b.moderation.forms import AdmissionForm, ReviewForm
from b2b.moderation.models import Admission, Sanction
from b2b.moderation.views.blueprint import moderation
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.transactions import current_actor


@moderation.get("/beheer/maatregelen")
@requires(Permission.Measure.OVERSEE)
def oversight() -> Any:
    """Show the measures that somebody must look at again, who asks to be let in, and the list."""
    return _show()


@moderation.post("/beheer/maatregelen/<ref:sanction>")
@requires(Permission.Measure.REVIEW, on=Sanction)
def review_sanction(sanction: Sanction) -> Any:
    """Keep a measure without an end date, or lift it; not by who imposed it."""
    form = ReviewForm(sanction.reference)
    if not form.validate_on_submit():
        return _show(sanction=(sanction.reference, form), status=422)
    service.review(g.work, sanction, form.reasons.data or "", keep=form.is_yes)
    flash(N_("Bewaard. De maatregel is opnieuw bekeken."), "ok")
    return redirect(url_for("moderation.oversight"), 303)


@moderation.post("/beheer/aanvragen/<ref:admission>")
@requires(Permission.Measure.OVERSEE, on=Admission)
def decide_admission(admission: Admission) -> Any:
    """Let somebody on the list make an account, or say why not yet."""
    form = AdmissionForm(admission.reference)
    if not form.validate_on_submit():
        return _show(admission=(admission.reference, form), status=422)
    service.decide_admission(g.work, admission, form.reasons.data or "", admit=form.is_yes)
    flash(N_("Bewaard. De persoon krijgt nu een mail."), "ok")
    return redirect(url_for("moderation.oversight"), 303)


def _show(
    sanction: tuple[str, Any] | None = None, admission: tuple[str, Any] | None = None, status: int = 200
) -> Any:
    actor, now = current_actor(), g.work.now()
    town = actor.municipality_id or 0
    lasting = queries.lasting_sanctions(g.work, town)
    names = people.names(g.work, {one.member_id for one in lasting} | {one.imposed_by_id for one in lasting})
    typed_sanction, typed_admission = dict([sanction] if sanction else []), dict([admission] if admission else [])
    rows = [
        {
            "reference": one.reference,
            "name": names.get(one.member_id, ""),
            "by": names.get(one.imposed_by_id, ""),
            "since": one.starts_at,
            "review_at": one.review_at,
            "due": one.review_at is not None and one.review_at <= now,
            "mine": actor.member_id in one.involved,
            "form": typed_sanction.get(one.reference) or ReviewForm(one.reference, formdata=None),
        }
        for one in lasting
    ]
    asked = [
        {
            "reference": one.reference,
            "name": one.first_name,
            "asked_at": one.asked_at,
            "form": typed_admission.get(one.reference) or AdmissionForm(one.reference, formdata=None),
        }
        for one in queries.admissions(g.work, town)
    ]
    listed = queries.listings(g.work, town)
    return page(
        "moderation/oversight.html", status=status, errors=status == 422, rows=rows, asked=asked, listed=listed
    )
