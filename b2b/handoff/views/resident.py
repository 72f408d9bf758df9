"""Pages of the resident: ask, read what is sent, follow it, take it back."""

from typing import Any

from flask import flash, g, redirect, request, url_for

from b2b.authz.permissions import Permission
from b2b.authz.policy import allows
from b2b.core.words import N_
from b2b.handoff import queries, service
from b2b.handoff.forms import AskForm, SendForm
from b2b.handoff.models import Handoff
from b2b.handoff.views import one, shown
from b2b.handoff.views.blueprint import handoff
from b2b.handoff.views.copies import literal, standing
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.ratelimits import limiter
from b2b.web.transactions import current_actor


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
    return page("handoff/preview.html", form=form, post=post, **literal(form, post))


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
        question=shown.question_of(form.command(), post, form.token, form.moment(g.work.now())),
        agreed_to=form.agreed_to.data or "",
        once=form.token,
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
    if allows(current_actor(), Permission.Handoff.HANDLE, handoff):
        one.note_seen(handoff)
        return one.desk_page(handoff)
    return page("handoff/show.html", **shown.journey(handoff), **standing(handoff))


@handoff.post("/overdrachten/<ref:handoff>/intrekken")
@requires(Permission.Handoff.WITHDRAW, on=Handoff)
def withdraw(handoff: Handoff) -> Any:
    """Take the question back."""
    service.withdraw(g.work, handoff)
    flash(N_("Je vraag is ingetrokken. Wij hebben je tekst en je gegevens gewist."), "success")
    return redirect(url_for("handoff.show", handoff=handoff.reference), 303)
