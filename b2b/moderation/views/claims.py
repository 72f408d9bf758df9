"""Who looks at an item: say so, hold it, give it back; and a ready-made text with one tap."""

from typing import Any

from flask import flash, g, redirect, request, url_for

from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.moderation import service
from b2b.moderation.forms import HoldForm
from b2b.moderation.models import ReviewItem
from b2b.moderation.views import around, shown
from b2b.moderation.views.blueprint import moderation
from b2b.web.guard import requires
from b2b.web.pages import page


@moderation.get("/controleren/volgende")
@requires(Permission.Moderation.QUEUE)
def next_item() -> Any:
    """Go to what this moderator had best do next, or to the list when there is nothing."""
    return redirect(around.next_item(), 303)


@moderation.post("/controleren/<ref:reviewitem>/kijken")
@requires(Permission.Moderation.JUDGE, on=ReviewItem)
def claim(item: ReviewItem) -> Any:
    """Say "I look at this"; `overnemen` takes over what is urgent or held."""
    service.claim(g.work, item, take_over="overnemen" in request.form)
    flash(N_("Jij kijkt hiernaar. Een half uur lang besluit niemand anders."), "success")
    return redirect(url_for("moderation.review", reviewitem=item.reference), 303)


@moderation.post("/controleren/<ref:reviewitem>/vasthouden")
@requires(Permission.Moderation.JUDGE, on=ReviewItem)
def hold(item: ReviewItem) -> Any:
    """Keep an item while waiting for an answer, with a note for the other moderators."""
    form = HoldForm()
    if not form.validate_on_submit():
        said = shown.review(item) | {"hold_form": form}
        return page("moderation/review.html", status=422, form=shown.fresh_form(item), errors=True, **said)
    service.hold(g.work, item, form.note.data or "")
    flash(N_("Jij houdt dit vast. Anderen zien dat, en waarom."), "success")
    return redirect(url_for("moderation.queue"), 303)


@moderation.post("/controleren/<ref:reviewitem>/loslaten")
@requires(Permission.Moderation.JUDGE, on=ReviewItem)
def let_go(item: ReviewItem) -> Any:
    """Give an item back to everybody."""
    service.let_go(g.work, item)
    flash(N_("Losgelaten. Iedereen die hierover gaat, kan het nu doen."), "success")
    return redirect(url_for("moderation.queue"), 303)


@moderation.post("/controleren/<ref:reviewitem>/tekst")
@requires(Permission.Moderation.JUDGE, on=ReviewItem)
def insert_text(item: ReviewItem) -> Any:
    """Put a ready-made text into the words that are being written. Nothing is decided, nothing is stored."""
    form = shown.form(item)
    text = next((one for one in around.ready(item) if one.code == request.form.get("tekst")), None)
    if text is not None and text.body not in (form.explanation.data or ""):
        form.explanation.data = "\n\n".join(filter(None, (form.explanation.data, text.body)))
    said = shown.review(item) | {"inserted": text.title if text else None}
    return page("moderation/review.html", form=form, **said)
