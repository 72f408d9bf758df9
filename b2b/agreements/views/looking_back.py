"""Say in one tap how it went: signed in, or with the link in the mail. Looking changes nothing; the tap does."""

from typing import Any

from flask import abort, flash, g, redirect, request, url_for

from b2b.accounts import queries as people
from b2b.accounts.queries import Profile
from b2b.agreements import queries, service
from b2b.agreements.queries import Agreement
from b2b.agreements.rules import (
    HAPPENED_WORDS,
    HELPED_WORDS,
    OTHERWISE_WORDS,
    WORTH_WORDS,
    Happened,
    Helped,
    Otherwise,
    Worth,
)
from b2b.agreements.views.base import agreements
from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.web.guard import public, requires
from b2b.web.pages import page
from b2b.web.transactions import current_actor, current_site


@agreements.get("/afspraken/<ref:agreement>/terugblik")
@requires(Permission.Agreement.READ, on=Agreement)
def outcome(agreement: Agreement) -> Any:
    """Ask a member how it went."""
    return _ask(
        agreement, current_actor().member_id or 0, url_for("agreements.outcome", agreement=agreement.reference)
    )


@agreements.post("/afspraken/<ref:agreement>/terugblik")
@requires(Permission.Agreement.CHANGE, on=Agreement)
def tell_outcome(agreement: Agreement) -> Any:
    """Hear from a member how it went."""
    _hear(agreement, current_actor().member_id or 0)
    return redirect(url_for("agreements.outcome", agreement=agreement.reference), 303)


@agreements.get("/afspraken/terugblik/<token:token>")
@public
def look_back(token: str) -> Any:
    """Ask who holds the link in the mail how it went."""
    agreement, member = _behind(token)
    return _ask(agreement, member.id, url_for("agreements.look_back", token=token))


@agreements.post("/afspraken/terugblik/<token:token>")
@public
def tell_look_back(token: str) -> Any:
    """Hear from who holds the link how it went."""
    agreement, member = _behind(token)
    g.work.actor_id = member.id  # the link says who acts, not the browser
    _hear(agreement, member.id)
    return redirect(url_for("agreements.look_back", token=token), 303)


def _behind(token: str) -> tuple[Agreement, Profile]:
    """Return the appointment and the member that a link stands for, or 404."""
    references = queries.read_look_back_token(token)
    agreement = queries.by_reference(g.work, references[0]) if references else None
    member = people.member_by_reference(g.work, references[1]) if references else None
    if agreement is None or member is None or not member.is_active:
        abort(404)
    if member.id not in agreement.participants or agreement.municipality_id != current_site().municipality_id:
        abort(404)
    return agreement, member


def _ask(agreement: Agreement, member_id: int, url: str) -> Any:
    service.check_can_tell(g.work, agreement)
    return page(
        "agreements/look_back.html",
        agreement=agreement,
        around=queries.surroundings(g.work, agreement, member_id),
        said=None if "opnieuw" in request.args else queries.outcome(g.work, agreement.id or 0, member_id),
        url=url,
        is_asker=member_id == agreement.asker_id,
        happened=HAPPENED_WORDS,
        helped=HELPED_WORDS,
        worth=WORTH_WORDS,
        otherwise=OTHERWISE_WORDS,
    )


def _hear(agreement: Agreement, member_id: int) -> None:
    """Hear the tap: whether it happened, whether it helped, or what it was worth. Anything else is no answer."""
    happened, helped = request.form.get("gelukt"), request.form.get("geholpen")
    worth, otherwise = request.form.get("waard"), request.form.get("anders")
    if happened in list(Happened):
        service.tell(g.work, agreement, member_id, Happened(happened))
    elif helped in list(Helped):
        service.tell_helped(g.work, agreement, member_id, Helped(helped))
    elif worth in list(Worth):
        service.tell_worth(g.work, agreement, member_id, Worth(worth), None)
    elif otherwise in list(Otherwise):
        service.tell_worth(g.work, agreement, member_id, None, Otherwise(otherwise))
    else:
        flash(N_("Kies een van de antwoorden."), "error")
