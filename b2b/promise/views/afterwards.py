"""Afterwards: what happened when nobody came, and a quiet way to say that something was not right."""

from typing import Any

from flask import flash, g, redirect, request, url_for

from b2b.accounts import queries as people
from b2b.agreements import queries as meetings
from b2b.agreements.queries import Agreement
from b2b.authz.permissions import Permission
from b2b.authz.predicates import Role
from b2b.core.words import N_
from b2b.municipalities.queries import places
from b2b.promise import service
from b2b.promise.forms import NotGoodForm
from b2b.promise.queries import afterwards
from b2b.promise.rules.afterwards import ASKER_WORDS, HELPER_WORDS, NothingToTell, Said
from b2b.promise.views.blueprint import promise
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.ratelimits import limiter
from b2b.web.transactions import current_actor


@promise.get("/afspraken/<ref:agreement>/wat-er-gebeurde")
@requires(Permission.Agreement.READ, on=Agreement)
def what_happened(agreement: Agreement) -> Any:
    """Ask one side what happened when nobody came."""
    found = afterwards.can_say(g.work, agreement)
    if found is None:
        raise NothingToTell()
    is_asker = _me() == agreement.asker_id
    return page(
        "promise/what_happened.html",
        agreement=agreement,
        around=meetings.surroundings(g.work, agreement, _me()),
        answers=ASKER_WORDS if is_asker else HELPER_WORDS,
        said=found.asker_said if is_asker else found.helper_said,
    )


@promise.post("/afspraken/<ref:agreement>/wat-er-gebeurde")
@requires(Permission.Agreement.CHANGE, on=Agreement)
def say_what_happened(agreement: Agreement) -> Any:
    """Hear it."""
    said = request.form.get("gebeurd")
    if said in list(Said):
        service.say_what_happened(g.work, agreement, _me(), Said(said))
    else:
        flash(N_("Kies een van de antwoorden."), "error")
    return redirect(url_for("promise.what_happened", agreement=agreement.reference), 303)


@promise.get("/afspraken/<ref:agreement>/niet-goed")
@requires(Permission.Agreement.READ, on=Agreement)
def not_good(agreement: Agreement) -> Any:
    """Ask what was not right; the other side never hears of it."""
    return _ask_not_good(agreement, NotGoodForm())


@promise.post("/afspraken/<ref:agreement>/niet-goed")
@requires(Permission.Agreement.CHANGE, on=Agreement)
@limiter.limit("10/day")
def tell_not_good(agreement: Agreement) -> Any:
    """Bring it to a moderator."""
    form = NotGoodForm()
    if not form.validate():
        return _ask_not_good(agreement, form, 422)
    service.tell_moderator(g.work, agreement, _me(), form.command())
    flash(N_("Een buurtmoderator leest wat je schreef. Wij mailen je. De ander hoort dit niet van ons."), "ok")
    return redirect(url_for("agreements.show", agreement=agreement.reference), 303)


@promise.get("/controleren/niet-gekomen")
@requires(Permission.Moderation.QUEUE)
def not_come() -> Any:
    """List appointments to which somebody did not come, with what both say: a note for moderators, never a score."""
    actor = current_actor()
    town = actor.municipality_id or 0
    hoods = None if actor.has(Role.ADMINISTRATOR) else actor.neighbourhoods(Role.MODERATOR)
    found = [pair for pair in afterwards.not_come(g.work, town, hoods) if _me() not in pair[1].participants]
    return page("promise/not_come.html", rows=_rows(found, town))


def _rows(found: list[Any], town: int) -> list[dict[str, Any]]:
    known = places(g.work, town)
    names = people.names(g.work, {one for _, meeting in found for one in meeting.participants})
    return [
        {
            "helper": names.get(meeting.helper_id, ""),
            "asker": names.get(meeting.asker_id, ""),
            "place": known.label(meeting.neighbourhood_id),
            "at": meeting.starts_at,
            "asker_said": ASKER_WORDS[Said(one.asker_said)] if one.asker_said else "",
            "helper_said": HELPER_WORDS[Said(one.helper_said)] if one.helper_said else "",
        }
        for one, meeting in found
    ]


def _ask_not_good(agreement: Agreement, form: NotGoodForm, status: int = 200) -> Any:
    around = meetings.surroundings(g.work, agreement, _me())
    return page(
        "promise/not_good.html", status=status, errors=status != 200, agreement=agreement, around=around, form=form
    )


def _me() -> int:
    return current_actor().member_id or 0
