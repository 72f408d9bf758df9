"""Pages of a handoff: a resident asks and follows; a coordinator's desk."""

from typing import Any

from flask import Blueprint, abort, flash, g, redirect, request, url_for

from b2b.authz.permissions import Permission
from b2b.authz.policy import allows
from b2b.authz.predicates import Role
from b2b.core.words import N_
from b2b.handoff import queries, service
from b2b.handoff.forms import AskForm, NoteForm, SendForm
from b2b.handoff.models import Handoff
from b2b.handoff.rules import consent_hash, payload
from b2b.handoff.views import shown
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.ratelimits import limiter
from b2b.web.transactions import current_actor

handoff = Blueprint("handoff", __name__)


@handoff.get("/hulp-van-de-gemeente")
@requires(Permission.Handoff.CREATE)
def ask() -> Any:
    """Show the question; with ?bericht= it is about one of your own posts."""
    post = shown.own_post(request.args.get("bericht"))
    form = AskForm(question=shown.words_of(post)).fresh()
    return page("handoff/ask.html", form=form, post=post, email=shown.own_email())


@handoff.post("/hulp-van-de-gemeente")
@requires(Permission.Handoff.CREATE)
def preview() -> Any:
    """Show the literal text before anything is sent. Changes nothing."""
    form, post = AskForm(), shown.own_post(request.args.get("bericht"))
    if "wijzig" in request.form or not form.validate_on_submit():
        wrong = bool(form.errors)
        status = 422 if wrong else 200
        return page("handoff/ask.html", status=status, form=form, errors=wrong, post=post, email=shown.own_email())
    question = shown.question_of(form.command(), post)
    lines, agreed = payload(question), consent_hash(question)
    return page("handoff/preview.html", form=form, lines=lines, agreed_to=agreed, post=post)


@handoff.post("/hulp-van-de-gemeente/versturen")
@requires(Permission.Handoff.CREATE)
@limiter.limit("10/day")
def send() -> Any:
    """Send what was shown, once."""
    form, post = SendForm(), shown.own_post(request.args.get("bericht"))
    if not form.validate_on_submit():
        return page("handoff/ask.html", status=422, form=form, errors=True, post=post, email=shown.own_email())
    sent = service.hand_over(
        g.work,
        question=shown.question_of(form.command(), post),
        agreed_to=form.agreed_to.data or "",
        once=(form.once.data or "")[:32],
        post_id=post.id if post else None,
        **shown.whose(post),
    )
    return redirect(url_for("handoff.show", handoff=sent.reference), 303)


@handoff.get("/mijn/overdrachten")
@requires(Permission.Self.SEE)
def mine() -> Any:
    """List what somebody asked the municipality."""
    return page("handoff/mine.html", handoffs=queries.mine(g.work, current_actor().member_id or 0))


@handoff.get("/overdrachten/<ref:handoff>")
@requires(Permission.Handoff.READ, on=Handoff)
def show(handoff: Handoff) -> Any:
    """Show one handoff: to its owner how it goes, to the desk what to do."""
    desk = allows(current_actor(), Permission.Handoff.HANDLE, handoff)
    if desk and handoff.member_id != current_actor().member_id:
        shown.note_seen(handoff)
        return page("handoff/desk.html", form=NoteForm(), **shown.desk(handoff))
    return page("handoff/show.html", **shown.journey(handoff))


@handoff.post("/overdrachten/<ref:handoff>/intrekken")
@requires(Permission.Handoff.WITHDRAW, on=Handoff)
def withdraw(handoff: Handoff) -> Any:
    """Take the question back."""
    service.withdraw(g.work, handoff)
    flash(N_("Je vraag is ingetrokken. Wij hebben je tekst en je gegevens gewist."), "success")
    return redirect(url_for("handoff.show", handoff=handoff.reference), 303)


@handoff.get("/overdrachten")
@requires(Permission.Handoff.QUEUE)
def queue() -> Any:
    """List what waits for the coordinator."""
    actor, lane = current_actor(), shown.lane(request.args.get("toon"))
    hoods = actor.neighbourhoods(Role.COORDINATOR)
    found = queries.queue(g.work, actor.municipality_id or 0, hoods, lane.states)
    return page("handoff/queue.html", lane=lane, lanes=shown.chips(lane), rows=shown.rows(found))


@handoff.post("/overdrachten/<ref:handoff>/<any(oppakken, teruggeven, contact):step>")
@requires(Permission.Handoff.HANDLE, on=Handoff)
def take_step(handoff: Handoff, step: str) -> Any:
    """Claim it, put it back for a colleague, or say that the resident was reached."""
    verbs = {"oppakken": service.claim, "teruggeven": service.release, "contact": service.contact}
    verbs[step](g.work, handoff)
    return redirect(url_for("handoff.show", handoff=handoff.reference), 303)


@handoff.post("/overdrachten/<ref:handoff>/<any(klaar, terug):end>")
@requires(Permission.Handoff.HANDLE, on=Handoff)
def finish(handoff: Handoff, end: str) -> Any:
    """End it, with words that the resident reads."""
    form = NoteForm()
    if handoff.member_id == current_actor().member_id:
        abort(403)
    if not form.validate_on_submit():
        return page("handoff/desk.html", status=422, form=form, errors=True, **shown.desk(handoff))
    verb = service.finish if end == "klaar" else service.give_back
    verb(g.work, handoff, form.note.data or "")
    flash(N_("Opgeslagen. De bewoner krijgt een mail."), "success")
    return redirect(url_for("handoff.queue"), 303)
