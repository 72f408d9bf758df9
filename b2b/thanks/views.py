"""Say thank you, see what was said, and the page of a neighbourhood with what everybody may read."""

from functools import partial
from typing import Any

from flask import Blueprint, abort, flash, g, redirect, url_for

from b2b.accounts import queries as people
from b2b.accounts.rules.pace import NotYetAllowed
from b2b.authz.permissions import Permission
from b2b.authz.predicates import Actor
from b2b.conversations import queries as conversations
from b2b.conversations.queries import Conversation
from b2b.conversations.rules import ConversationState
from b2b.core.db import Work
from b2b.core.words import N_
from b2b.municipalities import queries as areas
from b2b.thanks import queries, reading, service
from b2b.thanks.forms import ThanksForm
from b2b.thanks.models import Thanks
from b2b.thanks.rules import THANKS_LIFECYCLE, ThanksAction
from b2b.web import refusals, screening, typed
from b2b.web.detours import of_a_conversation, over_sign_in
from b2b.web.guard import public, requires
from b2b.web.pages import page, render
from b2b.web.ratelimits import limiter
from b2b.web.transactions import current_actor, current_site

thanks = Blueprint("thanks", __name__)
over_sign_in(thanks, of_a_conversation, lambda known: url_for("thanks.show", thanks=known["thanks"]))


@thanks.get("/gesprekken/<ref:conversation>/bedanken")
@requires(Permission.Conversation.WRITE, on=Conversation)
def write(conversation: Conversation) -> Any:
    """Ask what somebody wants to say to the other; who said it before sees that."""
    before = queries.standing(g.work, conversation.id or 0, _me())
    if before is not None:
        return redirect(url_for("thanks.show", thanks=before.reference), 303)
    service.check_can_thank(g.work, conversation, _me())
    return _ask(conversation, ThanksForm(queries.reaches_of(g.work, conversation), formdata=typed.kept()))


@thanks.post("/gesprekken/<ref:conversation>/bedanken")
@requires(Permission.Conversation.WRITE, on=Conversation)
@limiter.limit("20/hour")
def send(conversation: Conversation) -> Any:
    """Say thank you."""
    form = ThanksForm(queries.reaches_of(g.work, conversation))
    if not form.validate() or not screening.passes(form, "body", place=_place(form)):
        return _ask(conversation, form, 422)
    try:
        said = service.write(g.work, conversation, _me(), form.command())
    except NotYetAllowed as refusal:
        return refusals.kept(refusal, form, partial(_ask, conversation))
    typed.forget()
    return redirect(url_for("thanks.show", thanks=said.reference), 303)


@thanks.get("/bedankjes/<ref:thanks>")
@requires(Permission.Thanks.READ, on=Thanks)
def show(thanks: Thanks) -> Any:
    """One thank-you, for the two whom it is between: what was said, who may read it, what can be done."""
    names = people.names(g.work, (thanks.author_id, thanks.receiver_id))
    return page(
        "thanks/show.html",
        thanks=thanks,
        is_mine=thanks.author_id == _me(),
        author=names.get(thanks.author_id, ""),
        receiver=names.get(thanks.receiver_id, ""),
        hood=areas.places(g.work, thanks.municipality_id).hoods.get(thanks.neighbourhood_id),
        conversation=_talk_of(thanks),
        can_withdraw=THANKS_LIFECYCLE.allows(thanks.state, ThanksAction.WITHDRAW),
        panels=reading.panels(g.work, current_actor(), thanks),
    )


@thanks.post("/bedankjes/<ref:thanks>/terugnemen")
@requires(Permission.Thanks.WITHDRAW, on=Thanks)
def withdraw(thanks: Thanks) -> Any:
    """Take one's own words back."""
    service.withdraw(g.work, thanks)
    flash(N_("Je bedankje is weg."), "ok")
    return redirect(url_for("thanks.show", thanks=thanks.reference), 303)


@thanks.post("/bedankjes/<ref:thanks>/van-de-pagina")
@requires(Permission.Thanks.TAKE_OFF, on=Thanks)
def take_off(thanks: Thanks) -> Any:
    """Whom it is for does not want it on the page of the neighbourhood."""
    service.take_off(g.work, thanks)
    flash(N_("Het bedankje is van de pagina. Alleen jullie twee zien het nog."), "ok")
    return redirect(url_for("thanks.show", thanks=thanks.reference), 303)


@thanks.get("/buurten/<slug:neighbourhood>/bedankjes")
@public
def neighbourhood(neighbourhood: str) -> Any:
    """What neighbours thanked each other for, out loud. Visitors read no names."""
    known = areas.places(g.work, current_site().municipality_id or 0)
    hood = known.by_slug.get(neighbourhood) or abort(404)
    actor = current_actor()
    lines = queries.of_neighbourhood(g.work, hood.id, actor.member_id, proven=actor.proven)
    response = page("thanks/neighbourhood.html", hood=hood, lines=lines, named=actor.member_id is not None)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def conversation_panel(work: Work, actor: Actor, conversation: Conversation) -> str | None:
    """Return the thank-yous of these two, and the way to say one; nothing before anybody was chosen."""
    if conversation.state not in (ConversationState.CHOSEN, ConversationState.CLOSED):
        return None
    me, said = actor.member_id or 0, queries.between(work, conversation.id or 0, actor.member_id or 0)
    can_thank = all(one.author_id != me for one in said) and queries.went_well(work, conversation.id or 0, me)
    if not said and not can_thank:
        return None
    name = people.names(work, [conversation.other(me)]).get(conversation.other(me), "")
    return render("thanks/panel.html", conversation=conversation, said=said, me=me, can_thank=can_thank, name=name)


def _ask(conversation: Conversation, form: ThanksForm, status: int = 200) -> Any:
    other = conversation.other(_me())
    name = people.names(g.work, [other]).get(other, "")
    return page(
        "thanks/write.html",
        status=status,
        conversation=conversation,
        form=form,
        name=name,
        only_private=len(form.reach.choices) == 1,
        errors=status != 200,
    )


def _place(form: ThanksForm) -> str:
    """What everybody reads is looked at as a post is."""
    return "post" if form.command().reach.value == "public" else "message"


def _talk_of(thanks: Thanks) -> Conversation | None:
    """Return the conversation of a private thank-you: there it says whether a moderator read along."""
    return None if thanks.is_public else conversations.conversation(g.work, thanks.conversation_id or 0)


def _me() -> int:
    return current_actor().member_id or 0
