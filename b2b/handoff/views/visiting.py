"""Working at a shared desk: per question, in the unit of work of the municipality that it was asked of.

Who serves the whole of their own municipality serves the others with which it shares its desk. They come in as a guest
with one role, coordinator: every query and the lock of the database then see that municipality and no other.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from flask import g, request

from b2b.accounts.service.guests import receive
from b2b.authz.predicates import Actor, Grant, Role
from b2b.core.db import Work
from b2b.handoff import queries
from b2b.handoff.models import ConsentException, Handoff
from b2b.handoff.queries import Scope
from b2b.handoff.rules import Partner
from b2b.web.guard import ELSEWHERE, here
from b2b.web.transactions import SAFE, current_actor, current_site, work_elsewhere


def partners() -> tuple[Partner, ...]:
    """Return the municipalities whose desk the actor serves besides that of their own."""
    actor = current_actor()
    town = actor.municipality_id or 0
    serves_all = actor.neighbourhoods(Role.COORDINATOR) is None
    return queries.partners(g.work, town) if serves_all and queries.shares_desk(g.work, town) else ()


def scopes() -> list[Scope]:
    """Return whose questions stand in the actor's list: their own municipality first."""
    actor = current_actor()
    me = actor.member_id or 0
    own = Scope(actor.municipality_id or 0, me, actor.neighbourhoods(Role.COORDINATOR))
    return [own, *(Scope(one.municipality_id, me, None, one.since) for one in partners())]


def visit(model: type[Any], reference: str) -> Any:
    """Return the thing with this reference in a municipality that shares its desk, and work there; None: there is none."""
    found = find_there(model, reference)
    if found is None:
        return None
    partner, thing = found
    work_elsewhere(_guest(partner))
    g.visiting = partner
    if request.method not in SAFE:
        come_in(g.work)
    return thing


def find_there(model: type[Any], reference: str) -> tuple[Partner, Any] | None:
    """Return the thing with this reference and where it lies, when its resident was told that this desk reads it."""
    for partner in partners():
        with g.work.within(partner.municipality_id):
            thing = here(model, reference, partner.municipality_id)
            if thing is not None and _told(thing, partner):
                return partner, thing
    return None


@contextmanager
def at(partner: Partner | None) -> Iterator[None]:
    """Work there for as long as the block runs; None is at home."""
    if partner is None:
        yield
        return
    before, g.actor = g.actor, _guest(partner)
    try:
        with g.work.within(partner.municipality_id):
            _receive(g.work, partner)
            yield
    finally:
        g.actor = before


def come_in(work: Work) -> None:
    """Let the municipality that is visited know whose worker this is; at home there is nothing to say."""
    if (partner := g.get("visiting")) is not None:
        _receive(work, partner)


def town() -> str:
    """Return the municipality that is visited, "" at home."""
    partner: Partner | None = g.get("visiting")
    return partner.name if partner else ""


def _receive(work: Work, partner: Partner) -> None:
    site, me = current_site(), current_actor().member_id or 0
    home = site.municipality_id or 0
    receive(work, partner.municipality_id, me, home_id=home, town=site.municipality_name)


def _guest(partner: Partner) -> Actor:
    return replace(
        current_actor(),
        municipality_id=partner.municipality_id,
        neighbourhood_id=None,
        grants=frozenset({Grant(Role.COORDINATOR)}),
        proven=False,
        known=False,
    )


def _told(thing: Handoff | ConsentException, partner: Partner) -> bool:
    about = thing if isinstance(thing, Handoff) else queries.by_id(g.work, thing.handoff_id)
    return about.consented_at >= partner.since


ELSEWHERE.update(dict.fromkeys((Handoff, ConsentException), visit))
