"""Propose help that comes back, see it, say yes or no, stop it, say how it was."""

from typing import Any

from flask import Response, flash, g, request

from b2b.agreements.calendar import calendar_of_ones_own
from b2b.agreements.rules import HELPED_WORDS, Helped
from b2b.authz.permissions import Permission
from b2b.consent.match import Match
from b2b.conversations import queries as talks
from b2b.conversations.queries import Conversation
from b2b.core.words import N_
from b2b.recurring import queries, service
from b2b.recurring.forms import PlanForm
from b2b.recurring.queries import Series
from b2b.recurring.rules import PlaceState, SeriesState
from b2b.recurring.views.base import back_to, me, recurring
from b2b.recurring.views.shown import shown
from b2b.web import typed
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.ratelimits import limiter


@recurring.get("/gesprekken/<ref:conversation>/vaste-hulp")
@requires(Permission.Conversation.WRITE, on=Conversation)
def propose(conversation: Conversation) -> Any:
    """Ask when help comes back; who has agreed on that before goes to its page."""
    found = queries.of_conversation(g.work, conversation.id or 0)
    if found is not None and me() in found.participants and queries.lasts(g.work, conversation.id or 0):
        return back_to(found)
    service.check_can_propose(g.work, conversation)
    return _ask(conversation, PlanForm(g.work.now(), formdata=typed.kept()), _match(conversation))


@recurring.post("/gesprekken/<ref:conversation>/vaste-hulp")
@requires(Permission.Conversation.WRITE, on=Conversation)
@limiter.limit("30/hour")
def do_propose(conversation: Conversation) -> Any:
    """Propose it to the other."""
    form, match = PlanForm(g.work.now()), _match(conversation)
    if not (form.validate() & match.agreed(g.work)):  # both, so that everything that is wrong is told at once
        return _ask(conversation, form, match, 422)
    series = service.propose(g.work, conversation, me(), form.command())
    typed.forget()
    flash(N_("Je voorstel is verstuurd. Je krijgt een mail als er antwoord is."), "ok")
    return back_to(series)


@recurring.get("/afspraken/vast/<ref:series>")
@requires(Permission.Series.READ, on=Series)
def show(series: Series) -> Any:
    """One series: when, where, who, and what can be done now."""
    return _show(series, before_yes(series))


@recurring.post("/afspraken/vast/<ref:series>/akkoord")
@requires(Permission.Series.CHANGE, on=Series)
def accept(series: Series) -> Any:
    """Say yes to a proposal, or to helping along, after reading what nobody checks."""
    match = before_yes(series)
    if match is not None and not match.agreed(g.work):
        return _show(series, match, 422)
    own = queries.place_of(g.work, series.id or 0, me())
    if own is not None and own.state is PlaceState.ASKED:
        service.join(g.work, series, me())
        flash(N_("Fijn! Je doet mee. Hieronder zie je wanneer je kunt helpen."), "ok")
    else:
        service.accept(g.work, series, me())
        flash(N_("De vaste hulp staat vast. Jullie krijgen allebei een mail."), "ok")
    return back_to(series)


@recurring.post("/afspraken/vast/<ref:series>/afwijzen")
@requires(Permission.Series.CHANGE, on=Series)
def decline(series: Series) -> Any:
    """Say no to a proposal or to helping along, or take one's own proposal back."""
    own = queries.place_of(g.work, series.id or 0, me())
    if own is not None:
        service.say_no(g.work, series, me())
    else:
        service.decline(g.work, series, me())
    flash(N_("Dat is doorgegeven."), "ok")
    return back_to(series)


@recurring.get("/afspraken/vast/<ref:series>/stoppen")
@requires(Permission.Series.CHANGE, on=Series)
def stop(series: Series) -> Any:
    """Say what stopping means, and ask."""
    if series.state is not SeriesState.RUNNING:
        return back_to(series)
    return page("recurring/stop.html", **shown(g.work, series, me()))


@recurring.post("/afspraken/vast/<ref:series>/stoppen")
@requires(Permission.Series.CHANGE, on=Series)
def do_stop(series: Series) -> Any:
    """Stop: the asker ends it, a helper steps out."""
    if me() == series.asker_id:
        service.stop(g.work, series)
    else:
        service.leave(g.work, series, me())
    flash(N_("Gestopt. De ander krijgt een mail."), "ok")
    return back_to(series)


@recurring.post("/afspraken/vast/<ref:series>/terugblik")
@requires(Permission.Series.CHANGE, on=Series)
def tell_helped(series: Series) -> Any:
    """Hear in one tap how it was, at the end."""
    said = request.form.get("geholpen")
    if said in list(Helped):
        service.tell_helped(g.work, series, me(), Helped(said))
        flash(N_("Dank je wel. Je antwoord is bewaard."), "ok")
    else:
        flash(N_("Kies een van de antwoorden."), "error")
    return back_to(series)


@recurring.get("/afspraken/vast/<ref:series>/agenda.ics", endpoint="calendar")
@requires(Permission.Series.READ, on=Series)
def calendar_file(series: Series) -> Any:
    """Every turn of this reader as a file for a calendar; the address is not in it."""
    text = calendar_of_ones_own(queries.entries_of(g.work, series, me()))
    response = Response(text, content_type="text/calendar; charset=utf-8; method=PUBLISH")
    response.headers["Content-Disposition"] = "attachment; filename=vaste-hulp.ics"
    response.headers["Cache-Control"] = "no-store"
    return response


def before_yes(series: Series) -> Match | None:
    """Return what is read before a yes, for whom can give one."""
    own = queries.place_of(g.work, series.id or 0, me())
    is_asked = own is not None and own.state is PlaceState.ASKED and series.state is SeriesState.RUNNING
    if not is_asked and (series.state is not SeriesState.PROPOSED or series.proposed_by_id == me()):
        return None
    conversation = talks.conversation(g.work, series.conversation_id)
    return _match(conversation) if conversation else None


def _match(conversation: Conversation) -> Match:
    post = talks.post_of(g.work, conversation)
    return Match.of(g.work, conversation.municipality_id, post.categories, me())


def _ask(conversation: Conversation, form: PlanForm, match: Match, status: int = 200) -> Any:
    known: dict[str, Any] = {"conversation": conversation, "reading": talks.reading(g.work, conversation, me())}
    return page("recurring/propose.html", status=status, form=form, match=match, errors=status == 422, **known)


def _show(series: Series, match: Match | None, status: int = 200) -> Any:
    known = shown(g.work, series, me())
    return page("recurring/show.html", status=status, match=match, errors=status == 422, helped=HELPED_WORDS, **known)
