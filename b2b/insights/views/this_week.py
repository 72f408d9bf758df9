"""This week, for the desk and for moderators: where is help missing, and what is stuck."""

from typing import Any

from flask import g

from b2b.authz.permissions import Permission
from b2b.authz.predicates import Role
from b2b.insights import queries
from b2b.insights.queries import Audience
from b2b.insights.rules.sections import WATCHED
from b2b.insights.views.blueprint import cards, here, insights, town
from b2b.promise import queries as promises
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.transactions import current_actor

WEEKS = 8


@insights.get("/cijfers/deze-week")
@requires(Permission.Figures.WATCH)
def this_week() -> Any:
    """Show what nobody takes up, and how the last weeks went in the wijken of this member of staff."""
    hoods = own_hoods()
    weeks = queries.counted_periods(g.work, town(), Audience.STAFF, weeks=True)[-WEEKS:]
    wijken = [one for one in here().quarters if hoods is None or any(hood.id in hoods for hood in one.hoods)]
    areas = [one.code for one in wijken]
    found = queries.lines(g.work, town(), WATCHED, weeks, areas=areas, audience=Audience.STAFF) if weeks else []
    shown = cards(found)
    return page(
        "insights/this_week.html",
        stuck=promises.wanted(g.work, town(), hoods),
        wijken=[(one.name, [card for card in shown if card.line.area == one.code]) for one in wijken],
        here=here(),
    )


def own_hoods() -> frozenset[int] | None:
    """Return the neighbourhoods that this member of staff works for; None: all of them."""
    actor = current_actor()
    held = [actor.neighbourhoods(role) for role in Role if actor.has(role)]
    return None if None in held else frozenset().union(*(one for one in held if one is not None))
