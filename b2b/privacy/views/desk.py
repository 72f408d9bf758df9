"""What residents ask about their data, for administrators: what must be answered first stands on top."""

from typing import Any

from flask import flash, g

from b2b.accounts import queries as people
from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.privacy import queries, service
from b2b.privacy.forms import AnswerForm
from b2b.privacy.models import DataRequest
from b2b.privacy.rules.requests import ABOUT_WORDS, KIND_WORDS, STATE_WORDS, RequestState, is_late, is_urgent
from b2b.privacy.views.blueprint import go, privacy
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.transactions import current_actor


@privacy.get("/beheer/vragen-over-gegevens")
@requires(Permission.DataRequest.QUEUE)
def desk() -> Any:
    """List what waits, and what was answered."""
    town, now = current_actor().municipality_id or 0, g.work.now()
    waiting = [(row, *_clock(row.due_on, now)) for row in queries.requests_open(g.work, town)]
    answered = queries.requests_open(g.work, town, answered=True)
    words: dict[str, Any] = {"kinds": KIND_WORDS, "abouts": ABOUT_WORDS, "states": STATE_WORDS}
    return page("privacy/desk.html", waiting=waiting, answered=answered, me=current_actor().member_id, **words)


@privacy.get("/beheer/vragen-over-gegevens/<ref:datarequest>")
@requires(Permission.DataRequest.READ, on=DataRequest)
def request_desk(request: DataRequest) -> Any:
    """Show one, with the form to answer."""
    return _show(request, AnswerForm(formdata=None))


@privacy.post("/beheer/vragen-over-gegevens/<ref:datarequest>")
@requires(Permission.DataRequest.ANSWER, on=DataRequest)
def answer_request(request: DataRequest) -> Any:
    """Answer it."""
    form = AnswerForm()
    if not form.validate():
        return _show(request, form, 422)
    service.answer(g.work, request, form.command())
    flash(N_("Je antwoord is verstuurd. De bewoner krijgt een mail."), "ok")
    return go("privacy.desk")


def _clock(due: Any, now: Any) -> tuple[str, str]:
    if is_late(due, now):
        return N_("Te laat"), "danger"
    return (N_("Deze week"), "warning") if is_urgent(due, now) else ("", "")


def _show(request: DataRequest, form: AnswerForm, status: int = 200) -> Any:
    return page(
        "privacy/request.html",
        status=status,
        form=form,
        errors=bool(form.errors),
        asked=request,
        who=people.member(g.work, request.member_id),
        kind=KIND_WORDS[request.kind],
        about=ABOUT_WORDS[request.about],
        state=STATE_WORDS[request.state],
        open=request.state is RequestState.OPEN,
    )
