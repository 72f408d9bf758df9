"""The desk of objections: for people who had no part in the first decision."""

from functools import partial
from types import SimpleNamespace
from typing import Any

from flask import flash, g, redirect, url_for

from b2b.accounts import queries as people
from b2b.authz.permissions import Permission
from b2b.authz.predicates import Role
from b2b.core.db import Work
from b2b.core.words import N_
from b2b.moderation import queries, service
from b2b.moderation.forms import JudgeForm
from b2b.moderation.models import Complaint
from b2b.moderation.rules import ItemChanged, TargetKind
from b2b.moderation.rules.complaints import OUTCOME_WORDS, RESULT_WORDS, ComplaintState
from b2b.moderation.rules.measures import SANCTION_WORDS
from b2b.moderation.rules.statements import LAWS
from b2b.moderation.rules.words import HOUSE_RULES, choice
from b2b.moderation.views.blueprint import moderation
from b2b.municipalities import queries as areas
from b2b.web.aside import seen
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.transactions import current_actor


@moderation.get("/bezwaren")
@requires(Permission.Complaint.QUEUE)
def complaints() -> Any:
    """List the objections that this person may judge, the soonest due first."""
    actor = current_actor()
    hoods = None if actor.has(Role.ADMINISTRATOR) else actor.neighbourhoods(Role.MODERATOR)
    found = queries.waiting_complaints(g.work, actor.municipality_id or 0, actor.member_id or 0, hoods)
    known, now = areas.places(g.work, actor.municipality_id or 0), g.work.now()
    rows = [
        SimpleNamespace(
            reference=one.reference,
            place=known.label(one.neighbourhood_id),
            by_reporter=one.by_reporter,
            filed_at=one.filed_at,
            due_at=one.due_at,
            late=one.due_at <= now,
        )
        for one in found
    ]
    return page("moderation/complaints.html", rows=rows)


@moderation.get("/bezwaren/<ref:complaint>")
@requires(Permission.Complaint.READ, on=Complaint)
def complaint(found: Complaint) -> Any:
    """Show one objection: the decision, what somebody has against it, what can be decided."""
    seen(partial(_note_opened, found.id or 0, current_actor().member_id))
    return _show(found, _form(found))


@moderation.post("/bezwaren/<ref:complaint>")
@requires(Permission.Complaint.JUDGE, on=Complaint)
def judge(found: Complaint) -> Any:
    """Decide on an objection; what was wrong is put right at once."""
    form = _form(found)
    if not form.validate_on_submit():
        return _show(found, form, 422 if found.state is ComplaintState.WAITING else 409)
    try:
        service.judge(g.work, found, form.command())
    except ItemChanged:
        form.version.data = str(found.version)
        return _show(found, form, 409)
    flash(N_("Besloten. Wie bezwaar maakte, krijgt nu een mail."), "ok")
    return redirect(url_for("moderation.complaints"), 303)


def _note_opened(complaint_id: int, member_id: int | None, work: Work) -> None:
    work.actor_id = member_id
    service.note_opened(work, complaint_id)


def _form(found: Complaint) -> JudgeForm:
    return JudgeForm(found.version, about_notice=found.notice_id is not None)


def _show(found: Complaint, form: JudgeForm, status: int = 200) -> Any:
    decision = queries.decision(g.work, found.decision_id)
    item = queries.item(g.work, decision.review_item_id) if decision else None
    statement = queries.statement(g.work, found.statement_id) if found.statement_id else None
    about = queries.target(g.work, item) if item else None
    sanction = queries.sanction_of_statement(g.work, found.statement_id or 0)
    names = people.names(g.work, [one for one in (found.handled_by_id,) if one])
    code = (decision.rule or "") if decision else ""
    return page(
        "moderation/complaint.html",
        status=status,
        errors=status == 422,
        form=form,
        complaint=found,
        decision=decision,
        label=choice(item.target_kind, decision.kind).done if item and decision else "",
        rule=HOUSE_RULES.get(code) or (LAWS[code][0] if code in LAWS else None),
        statement=statement,
        words=statement.facts if statement else (about.words if about else ""),
        is_person=item is not None and item.target_kind is TargetKind.MEMBER,
        measure=SANCTION_WORDS[sanction.kind] if sanction else None,
        place=areas.places(g.work, found.municipality_id).label(found.neighbourhood_id),
        waits=found.state is ComplaintState.WAITING,
        late=found.state is ComplaintState.WAITING and found.due_at <= g.work.now(),
        result=RESULT_WORDS[found.outcome] if found.outcome else None,
        judge=names.get(found.handled_by_id or 0, ""),
        options=[
            SimpleNamespace(value=outcome.value, label=label, help=help_, icon=icon)
            for outcome, (label, help_, icon) in OUTCOME_WORDS.items()
        ],
    )
