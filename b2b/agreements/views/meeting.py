"""See, propose, accept, decline and cancel appointments."""

from typing import Any

from flask import Response, flash, g, redirect, request, url_for

from b2b.agreements import queries, service
from b2b.agreements.calendar import calendar
from b2b.agreements.forms import CancelForm, ProposeForm, wall_clock
from b2b.agreements.queries import Agreement
from b2b.agreements.rules import CANCEL_WORDS, STATE_WORDS, AgreementState
from b2b.agreements.views.base import agreements
from b2b.agreements.views.panels import parts
from b2b.authz.permissions import Permission
from b2b.consent.match import Match
from b2b.conversations import queries as talks
from b2b.conversations.queries import Conversation
from b2b.core.words import N_
from b2b.web import typed
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.paging import read_cursor
from b2b.web.ratelimits import limiter
from b2b.web.transactions import current_actor


def me() -> int:
    """Return who asks."""
    return current_actor().member_id or 0


@agreements.get("/afspraken")
@requires(Permission.Self.SEE)
def index() -> Any:
    """Everything this member agreed on: what comes first, and what was."""
    before = read_cursor(request.args.get("voor"))
    earlier, older = queries.earlier(g.work, me(), before)
    coming = [] if before else queries.coming(g.work, me())
    recurring = [] if before else parts(g.work, current_actor())
    known: dict[str, Any] = {"coming": coming, "earlier": earlier, "older": older, "recurring": recurring}
    return page("agreements/index.html", **known, first=before is None, states=STATE_WORDS)


@agreements.get("/afspraken/<ref:agreement>")
@requires(Permission.Agreement.READ, on=Agreement)
def show(agreement: Agreement) -> Any:
    """One appointment: when, where, with whom, and what can be done now."""
    return _show(agreement, _match_before_yes(agreement))


def _show(agreement: Agreement, match: Match | None, status: int = 200) -> Any:
    return page(
        "agreements/show.html",
        status=status,
        match=match,
        errors=status == 422,
        agreement=agreement,
        around=queries.surroundings(g.work, agreement, me()),
        is_asker=me() == agreement.asker_id,
        is_mine=me() == agreement.proposed_by_id,
        is_ahead=agreement.starts_at > g.work.now(),
        can_tell=queries.can_look_back(g.work, agreement),
        address=queries.address_of(agreement, g.work.now()),
        state=STATE_WORDS[agreement.state],
        why=CANCEL_WORDS[agreement.cancelled_why]
        if agreement.cancelled_why and queries.says_why(agreement)
        else None,
    )


@agreements.get("/gesprekken/<ref:conversation>/afspraak")
@requires(Permission.Conversation.WRITE, on=Conversation)
def propose(conversation: Conversation) -> Any:
    """Ask for a day, a time and a place; a change starts from what was agreed on."""
    service.check_can_propose(g.work, conversation)
    old = queries.standing(g.work, conversation.id or 0)
    known = {**wall_clock(old.starts_at), "place": old.place} if old else {}
    form = ProposeForm(g.work.now(), formdata=typed.kept(), data=known)
    return _ask(conversation, form, _match(conversation), changes=bool(old))


@agreements.post("/gesprekken/<ref:conversation>/afspraak")
@requires(Permission.Conversation.WRITE, on=Conversation)
@limiter.limit("60/hour")
def do_propose(conversation: Conversation) -> Any:
    """Propose a moment to the other."""
    form, match = ProposeForm(g.work.now()), _match(conversation)
    if not (form.validate() & match.agreed(g.work)):  # both, so that everything that is wrong is told at once
        return _ask(conversation, form, match, status=422)
    agreement = service.propose(g.work, conversation, me(), form.command())
    typed.forget()
    flash(N_("Je voorstel is verstuurd. Je krijgt een mail als er antwoord is."), "ok")
    return redirect(url_for("agreements.show", agreement=agreement.reference), 303)


@agreements.post("/afspraken/<ref:agreement>/akkoord")
@requires(Permission.Agreement.CHANGE, on=Agreement)
def accept(agreement: Agreement) -> Any:
    """Say yes to the moment, after reading what nobody checks."""
    match = _match_before_yes(agreement)
    if match is not None and not match.agreed(g.work):
        return _show(agreement, match, 422)
    service.accept(g.work, agreement, me())
    flash(N_("De afspraak staat vast. Jullie krijgen allebei een mail."), "ok")
    return _back(agreement)


@agreements.get("/afspraken/<ref:agreement>/afwijzen")
@requires(Permission.Agreement.CHANGE, on=Agreement)
def decline(agreement: Agreement) -> Any:
    """Say what declining means, and ask."""
    return _confirm("agreements/decline.html", agreement)


@agreements.post("/afspraken/<ref:agreement>/afwijzen")
@requires(Permission.Agreement.CHANGE, on=Agreement)
def do_decline(agreement: Agreement) -> Any:
    """Say no to the moment."""
    service.decline(g.work, agreement, me())
    flash(N_("Dat is doorgegeven. Stel gerust een ander moment voor."), "ok")
    return _back(agreement)


@agreements.get("/afspraken/<ref:agreement>/afzeggen")
@requires(Permission.Agreement.CHANGE, on=Agreement)
def cancel(agreement: Agreement) -> Any:
    """Say what cancelling means, and ask."""
    service.check_cancellable(g.work, agreement)
    return _confirm("agreements/cancel.html", agreement, form=CancelForm())


@agreements.post("/afspraken/<ref:agreement>/afzeggen")
@requires(Permission.Agreement.CHANGE, on=Agreement)
def do_cancel(agreement: Agreement) -> Any:
    """Call the appointment off, or take the proposal back."""
    form = CancelForm()
    stands = agreement.state is AgreementState.AGREED
    if stands and not form.validate():
        return _confirm("agreements/cancel.html", agreement, 422, form=form, errors=True)
    service.cancel(g.work, agreement, me(), form.command() if stands else None)
    flash(N_("De afspraak gaat niet door. Jullie krijgen allebei een mail."), "ok")
    return _back(agreement)


@agreements.get("/afspraken/<ref:agreement>/agenda.ics", endpoint="calendar")
@requires(Permission.Agreement.READ, on=Agreement)
def calendar_file(agreement: Agreement) -> Any:
    """The appointment as a file for a calendar; the address is not in it."""
    entry = queries.entry(g.work, agreement, me())
    response = Response(calendar(entry), content_type=f"text/calendar; charset=utf-8; method={entry.method}")
    response.headers["Content-Disposition"] = "attachment; filename=afspraak.ics"
    response.headers["Cache-Control"] = "no-store"
    return response


def _match(conversation: Conversation) -> Match:
    post = talks.post_of(g.work, conversation)
    return Match.of(g.work, conversation.municipality_id, post.categories, me())


def _match_before_yes(agreement: Agreement) -> Match | None:
    """Return what is read before a yes, for whom can give one."""
    if agreement.state is not AgreementState.PROPOSED or agreement.proposed_by_id == me():
        return None
    conversation = talks.conversation(g.work, agreement.conversation_id)
    return _match(conversation) if conversation else None


def _ask(
    conversation: Conversation, form: ProposeForm, match: Match, *, changes: bool = False, status: int = 200
) -> Any:
    reading = talks.reading(g.work, conversation, me())
    return page(
        "agreements/propose.html",
        status=status,
        conversation=conversation,
        reading=reading,
        form=form,
        match=match,
        changes=changes,
        errors=status == 422,
    )


def _confirm(template: str, agreement: Agreement, status: int = 200, **more: Any) -> Any:
    around = queries.surroundings(g.work, agreement, me())
    known: dict[str, Any] = {"agreement": agreement, "around": around, "is_mine": me() == agreement.proposed_by_id}
    return page(template, status=status, **known, **more)


def _back(agreement: Agreement) -> Any:
    return redirect(url_for("agreements.show", agreement=agreement.reference), 303)
