"""The moderator's pages: what waits, one item, the decision."""

from typing import Any

from flask import flash, g, redirect, request, url_for

from b2b.authz.permissions import Permission
from b2b.core.errors import Conflict
from b2b.core.words import N_
from b2b.moderation import service
from b2b.moderation.models import ReviewItem
from b2b.moderation.rules import AlreadyDecided, ClaimedByOther, ItemChanged, ReviewState
from b2b.moderation.views import around, shown
from b2b.moderation.views.blueprint import moderation
from b2b.web import live
from b2b.web.guard import requires
from b2b.web.pages import page, render, wants_fragment


@moderation.get("/controleren")
@requires(Permission.Moderation.QUEUE)
def queue() -> Any:
    """List what waits in one's own neighbourhoods, the gravest first and then the oldest."""
    return page("moderation/queue.html", fragment="queue", said=None, **shown.queue())


@moderation.get("/controleren/stand")
@requires(Permission.Moderation.QUEUE)
def standing() -> Any:
    """How many wait, for a list that is open; 304 as long as that is the same."""
    known = shown.standing()
    whole = url_for("moderation.queue", toon=known["lane"].value)
    return live.part(known, lambda: render("moderation/_standing.html", **known), whole)


@moderation.get("/controleren/<ref:reviewitem>")
@requires(Permission.Moderation.READ, on=ReviewItem)
def review(item: ReviewItem) -> Any:
    """Show one item: what it is about, the notices, what can be decided."""
    around.check_interest(item)
    shown.note_read(item)
    return page("moderation/review.html", form=shown.form(item), **shown.review(item))


@moderation.post("/controleren/<ref:reviewitem>")
@requires(Permission.Moderation.JUDGE, on=ReviewItem)
def decide(item: ReviewItem) -> Any:
    """Take a decision; without its reasons the form comes back."""
    form = shown.form(item)
    if item.state is ReviewState.WAITING and not form.validate_on_submit():
        return page("moderation/review.html", status=422, form=form, errors=True, **shown.review(item))
    try:
        service.decide(g.work, item, form.command())
    except (ItemChanged, ClaimedByOther, AlreadyDecided) as change:
        return shown.look_again(item, form, change)
    flash(shown.done(item, form.command().kind), "success")
    return redirect(around.onwards(item), 303)


@moderation.post("/controleren/<ref:reviewitem>/plaatsen")
@requires(Permission.Moderation.JUDGE, on=ReviewItem)
def place(item: ReviewItem) -> Any:
    """Place a post straight from the queue, where its whole text stands."""
    try:
        service.decide(g.work, item, shown.placing())
        said = (N_("Geplaatst. Buren zien het bericht nu."), "success")
    except Conflict as refusal:
        if not wants_fragment():
            raise
        said = (refusal.sentence, "warning")
    if wants_fragment():
        g.work.flush()  # the queue below is read without this item
        return page("moderation/queue.html", fragment="queue", said=said, **shown.queue())
    flash(*said)
    return redirect(url_for("moderation.queue", toon=request.args.get("toon")), 303)


@moderation.post("/controleren/<ref:reviewitem>/doorgeven")
@requires(Permission.Moderation.JUDGE, on=ReviewItem)
def hand_on(item: ReviewItem) -> Any:
    """Ask somebody else to decide."""
    service.hand_on(g.work, item)
    flash(N_("Doorgegeven. Andere moderators krijgen nu een mail."), "success")
    return redirect(url_for("moderation.queue"), 303)
