"""The list of the desk: what waits, by clock; take or pass on many at once; being away."""

from collections.abc import Mapping
from functools import partial
from types import SimpleNamespace
from typing import Any

from flask import abort, flash, g, redirect, request, url_for

from b2b.accounts.rules.guests import called
from b2b.authz.permissions import Permission
from b2b.core.ids import read_reference
from b2b.core.words import N_
from b2b.handoff import queries, service
from b2b.handoff.forms import ForwardForm, LeaveForm
from b2b.handoff.models import Handoff
from b2b.handoff.queries import Line, QueueRow
from b2b.handoff.rules import LANE_WORDS, LATENESS_WORDS, STATE_WORDS, Lane, Partner, lane_of, lateness
from b2b.handoff.views import one, visiting
from b2b.handoff.views.blueprint import handoff
from b2b.handoff.views.shown import TONES
from b2b.moderation import queries as desk
from b2b.moderation import service as absence
from b2b.web import live
from b2b.web.guard import ask, here, requires
from b2b.web.pages import page, render
from b2b.web.paging import read_cursor
from b2b.web.transactions import current_actor

MANY_MAX = 30
Chosen = dict[Partner | None, list[Handoff]]
"""Ticked questions by the municipality they were asked of; None is the own one."""


@handoff.get("/overdrachten")
@requires(Permission.Handoff.QUEUE)
def queue() -> Any:
    """List what waits for the coordinator, what is due first on top."""
    return _queue(lane_of(request.args.get("toon")))


@handoff.get("/overdrachten/stand")
@requires(Permission.Handoff.QUEUE)
def standing() -> Any:
    """How many stand in each lane, for a list that is open; 304 as long as that is the same."""
    lane = lane_of(request.args.get("toon"))
    known: dict[str, Any] = {"lanes": _chips(lane, queries.counts(g.work, visiting.scopes())), "lane": lane}
    draw = partial(render, "handoff/_standing.html", **known)
    return live.part(known, draw, url_for("handoff.queue", toon=lane.value))


@handoff.post("/overdrachten/samen")
@requires(Permission.Handoff.QUEUE)
def many() -> Any:
    """Take the ticked questions on, or pass them on: those that can."""
    chosen, form, lane = _ticked(), one.forward_form(), lane_of(request.args.get("toon"))
    if "doorgeven" in request.form and not form.validate_on_submit():
        return _queue(lane, 422, form)
    done = _pass_on(chosen, form) if "doorgeven" in request.form else _claim(chosen)
    _say(done, sum(map(len, chosen.values())) - done)
    return redirect(url_for("handoff.queue", toon=lane.value), 303)


@handoff.get("/overdrachten/afwezig")
@requires(Permission.Handoff.QUEUE)
def away() -> Any:
    """Ask until when a coordinator is away: colleagues can take over what they have."""
    return _away(LeaveForm(g.work.now()))


@handoff.post("/overdrachten/afwezig")
@requires(Permission.Handoff.QUEUE)
def go_away() -> Any:
    """Be away from now on."""
    form, actor, now = LeaveForm(g.work.now()), current_actor(), g.work.now()
    if not form.validate_on_submit():
        return _away(form, 422)
    absence.go_away(g.work, actor.member_id or 0, actor.municipality_id or 0, form.command(now))
    flash(N_("Genoteerd. Collega’s kunnen jouw vragen nu overnemen."), "success")
    return redirect(url_for("handoff.away"), 303)


@handoff.post("/overdrachten/afwezig/terug")
@requires(Permission.Handoff.QUEUE)
def come_back() -> Any:
    """Be back: now, whatever was said before."""
    now, me = g.work.now(), current_actor().member_id or 0
    standing = desk.overlapping(g.work, me, now, now)
    if standing is not None:
        absence.come_back(g.work, standing)
        flash(N_("Welkom terug."), "success")
    return redirect(url_for("handoff.away"), 303)


def _queue(lane: Lane, status: int = 200, form: ForwardForm | None = None) -> Any:
    scopes = visiting.scopes()
    found, more = queries.queue(g.work, scopes, lane, read_cursor(request.args.get("na")))
    return page(
        "handoff/queue.html",
        status=status,
        errors=status != 200,
        lane=lane,
        label=LANE_WORDS[lane],
        lanes=_chips(lane, {}),  # the numbers come after it: the list itself asks the database three times
        rows=[_row(line) for line in found],
        towns=len(scopes) > 1,
        more_url=url_for("handoff.queue", toon=lane.value, na=str(more)) if more else None,
        form=form or (one.forward_form() if found and lane in (Lane.NEW, Lane.MINE) else None),
    )


def _chips(current: Lane, numbers: Mapping[Lane, int]) -> list[Any]:
    return [
        SimpleNamespace(
            label=label,
            url=url_for("handoff.queue", toon=lane.value),
            current=lane is current,
            count=numbers.get(lane),
        )
        for lane, label in LANE_WORDS.items()
    ]


def _row(line: Line) -> Any:
    row = line.row
    clock = lateness(row.due_at, g.work.now())
    return SimpleNamespace(
        reference=row.reference,
        place=line.place,
        town=line.town,
        state=STATE_WORDS[row.state],
        tone=TONES[row.state],
        since=row.created_at,
        due=row.due_at,
        clock=LATENESS_WORDS[clock],
        clock_tone=one.CLOCK_TONES[clock],
        claimed_by=_holder(row),
    )


def _holder(row: QueueRow) -> str | None:
    me = current_actor()
    return me.first_name if row.claimed_by_id == me.member_id else called(row.guest_of, row.claimed_by)


def _ticked() -> Chosen:
    """Return the ticked questions by where they lie; 404 when one is not the actor's to handle."""
    chosen: Chosen = {}
    references = {read_reference(typed) for typed in request.form.getlist("wie")[:MANY_MAX]}
    for reference in sorted(filter(None, references)):
        thing, partner = here(Handoff, reference, current_actor().municipality_id), None
        if thing is None:
            partner, thing = visiting.find_there(Handoff, reference) or abort(404)
        with visiting.at(partner):
            ask(Permission.Handoff.HANDLE, thing)
        chosen.setdefault(partner, []).append(thing)
    return chosen


def _claim(chosen: Chosen) -> int:
    done = 0
    for partner, things in chosen.items():
        with visiting.at(partner):
            done += service.all_of(g.work, things, service.claim)
    return done


def _pass_on(chosen: Chosen, form: ForwardForm) -> int:
    """Pass on what was asked of the own municipality: colleagues and neighbourhoods of another are not on this list."""
    return service.all_of(g.work, chosen.get(None, []), service.passing_on(form.command()))


def _say(done: int, left: int) -> None:
    if done:
        flash(N_("Gelukt: {number}.").format(number=done), "success")
    if left:
        flash(
            N_("Niet gelukt: {number}. Een collega was je voor, of het kan niet meer.").format(number=left), "warning"
        )
    if not done and not left:
        flash(N_("Zet eerst een vinkje bij 1 of meer vragen."), "warning")


def _away(form: LeaveForm, status: int = 200) -> Any:
    actor = current_actor()
    absences = desk.absences(g.work, actor.municipality_id or 0, actor.member_id)
    return page("handoff/away.html", status=status, errors=status != 200, form=form, absences=absences)
