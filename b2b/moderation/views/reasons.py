"""Pages for whom a decision is about: read why, object. In reach while one cannot take part, and by a signed link."""

from datetime import datetime
from typing import Any

from flask import Response, flash, g, redirect, url_for

from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.moderation import queries, service
from b2b.moderation.forms import ObjectForm
from b2b.moderation.models import Complaint, Notice, Statement
from b2b.moderation.rules.complaints import RESULT_WORDS, NothingDecided
from b2b.moderation.rules.measures import SANCTION_WORDS, STATE_WORDS
from b2b.moderation.rules.statements import ACCOUNT_WORDS, VISIBILITY_WORDS, LinkOver, Visibility
from b2b.moderation.rules.terms import complaint_until
from b2b.moderation.views.blueprint import moderation
from b2b.web.guard import find, public, requires
from b2b.web.pages import page, unlisted
from b2b.web.ratelimits import limiter
from b2b.web.transactions import current_actor


@moderation.get("/mijn/besluiten")
@requires(Permission.Self.DATA)
def mine() -> Any:
    """List what was decided about oneself, and the measures that run or ran."""
    member_id = current_actor().member_id or 0
    measures = {one.statement_id: one for one in queries.sanctions_of(g.work, member_id)}
    rows = [
        {
            "reference": one.reference,
            "sentence": _sentence(one),
            "sent_at": one.sent_at,
            "until": measures[one.id].ends_at if one.id in measures else None,
            "measure": SANCTION_WORDS[measures[one.id].kind] if one.id in measures else None,
            "state": STATE_WORDS[measures[one.id].state] if one.id in measures else None,
        }
        for one in queries.statements_of(g.work, member_id)
    ]
    running = queries.running_sanctions(g.work, member_id)
    return unlisted(page("moderation/mine.html", rows=rows, running=[SANCTION_WORDS[one.kind] for one in running]))


@moderation.get("/besluiten/<ref:statement>")
@requires(Permission.Statement.READ, on=Statement)
def statement(found: Statement) -> Any:
    """Show why something was restricted, and what can be done about it."""
    return _show(found, url_for("moderation.object_to", statement=found.reference))


@moderation.post("/besluiten/<ref:statement>/links-stoppen")
@requires(Permission.Statement.OBJECT, on=Statement)
def withdraw_links(found: Statement) -> Any:
    """Make the links in mails about this decision worthless."""
    service.withdraw_links(g.work, found)
    flash(N_("Gedaan. De link uit de mail werkt niet meer."), "ok")
    return redirect(url_for("moderation.statement", statement=found.reference), 303)


@moderation.get("/besluiten/<ref:statement>/bezwaar")
@requires(Permission.Statement.OBJECT, on=Statement)
def object_to(found: Statement) -> Any:
    """Ask why somebody does not agree."""
    return _ask(found, url_for("moderation.statement", statement=found.reference))


@moderation.post("/besluiten/<ref:statement>/bezwaar")
@requires(Permission.Statement.OBJECT, on=Statement)
def file_objection(found: Statement) -> Any:
    """Take an objection in."""
    return _file(found, url_for("moderation.statement", statement=found.reference))


@moderation.get("/besluit/<token:token>")
@public
def linked(token: str) -> Any:
    """Show a decision to who has the signed link of its mail; nobody has to sign in for this."""
    return _show(_linked(token), url_for("moderation.linked_object", token=token), linked=True)


@moderation.get("/besluit/<token:token>/bezwaar")
@public
def linked_object(token: str) -> Any:
    """Ask why somebody does not agree, by the signed link."""
    return _ask(_linked(token), url_for("moderation.linked", token=token))


@moderation.post("/besluit/<token:token>/bezwaar")
@public
@limiter.limit("20/hour")
def linked_file(token: str) -> Any:
    """Take an objection in, by the signed link."""
    return _file(_linked(token), url_for("moderation.linked", token=token))


@moderation.get("/melding/<ref:notice>/bezwaar")
@public
def notice_object(notice: str) -> Any:
    """Ask who reported something why they do not agree with what was decided."""
    found: Notice = find(Notice, notice)
    return _page_for_notice(found, ObjectForm().fresh())


@moderation.post("/melding/<ref:notice>/bezwaar")
@public
@limiter.limit("20/hour")
def notice_file(notice: str) -> Any:
    """Take in the objection of who reported something."""
    found, form = find(Notice, notice), ObjectForm()
    if not form.validate_on_submit():
        return _page_for_notice(found, form, 422)
    service.object_to_notice(g.work, found, form.command(current_actor().language))
    flash(N_("Je bezwaar is binnen. Iemand anders kijkt er opnieuw naar."), "ok")
    return redirect(url_for("moderation.notice_object", notice=found.reference), 303)


def _page_for_notice(notice: Notice, form: ObjectForm, status: int = 200) -> Response:
    decision = queries.whole_decision_of(g.work, notice.review_item_id)
    if decision is None:
        raise NothingDecided()
    back = url_for("moderation.receipt", notice=notice.reference)
    complaint = queries.complaint_of_notice(g.work, notice.id or 0)
    return _objecting(form, status, notice.reference, back, complaint, complaint_until(decision.at))


def _page_for_statement(found: Statement, form: ObjectForm, back: str, status: int = 200) -> Response:
    complaint = queries.complaint_of_statement(g.work, found.id or 0)
    return _objecting(form, status, found.reference, back, complaint, found.complaint_until)


def _objecting(
    form: ObjectForm, status: int, number: str, back: str, complaint: Complaint | None, until: datetime
) -> Response:
    """Show the form to object to what has this number, or what became of the objection."""
    return unlisted(
        page(
            "moderation/object.html",
            status=status,
            form=form,
            errors=status == 422,
            number=number,
            back=back,
            complaint=complaint,
            result=_result(complaint),
            too_late=g.work.now() >= until,
            until=until,
        )
    )


def _sentence(found: Statement) -> str:
    if found.account is not None:
        return ACCOUNT_WORDS[found.account]
    return VISIBILITY_WORDS[found.visibility or Visibility.REMOVED]


def _linked(token: str) -> Statement:
    found = queries.read_statement(g.work, token, g.work.now())
    if found is None or found.municipality_id != current_actor().municipality_id:
        raise LinkOver()
    return found


def _show(found: Statement, object_url: str, *, linked: bool = False) -> Response:
    complaint = queries.complaint_of_statement(g.work, found.id or 0)
    words = queries.statement_words(found) | {
        "complaint": complaint,
        "result": _result(complaint),
        "object_url": object_url,
        "too_late": g.work.now() >= found.complaint_until,
        "linked": linked,
    }
    return unlisted(page("moderation/statement.html", **words))


def _ask(found: Statement, back: str) -> Response:
    return _page_for_statement(found, ObjectForm().fresh(), back)


def _file(found: Statement, back: str) -> Any:
    form = ObjectForm()
    if not form.validate_on_submit():
        return _page_for_statement(found, form, back, 422)
    service.object_to_statement(g.work, found, form.command(found.language))
    flash(N_("Je bezwaar is binnen. Iemand anders kijkt er opnieuw naar."), "ok")
    return redirect(back, 303)


def _result(complaint: Complaint | None) -> str | None:
    return RESULT_WORDS[complaint.outcome] if complaint and complaint.outcome else None
