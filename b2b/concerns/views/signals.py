"""The desk's list of early signals, and what it does with one."""

from types import SimpleNamespace
from typing import Any

from flask import current_app, flash, g, redirect, request, url_for

from b2b.accounts import queries as people
from b2b.authz.permissions import Permission
from b2b.authz.predicates import Role
from b2b.concerns import queries, service
from b2b.concerns.forms import AsideForm, LaterForm, ToldForm
from b2b.concerns.models import EarlySignal, Worry
from b2b.concerns.rules.signals import (
    PART_WORDS,
    SIGNAL_LIFECYCLE,
    STATE_WORDS,
    WHY_WORDS,
    SignalAction,
    Why,
    may_be_set_aside,
    part_of,
)
from b2b.concerns.rules.worries import KIND_WORDS, SPOKEN_WORDS, TOLD_WORDS
from b2b.concerns.views.blueprint import concerns
from b2b.core.words import N_
from b2b.handoff.queries import Scope
from b2b.municipalities import queries as areas
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.transactions import current_actor

TONES = {Why.WORRY: "danger", Why.CRISIS: "danger", Why.OFTEN: "warning", Why.UNMET: "warning", Why.QUIET: "neutral"}


@concerns.get("/overdrachten/signalen")
@requires(Permission.EarlySignal.LIST)
def signals() -> Any:
    """List what the desk should hear early, each with its reason in words."""
    actor, part = current_actor(), part_of(request.args.get("toon"))
    scope = Scope(actor.municipality_id or 0, actor.member_id or 0, actor.neighbourhoods(Role.COORDINATOR))
    rows = [_line(signal) for signal in queries.listed(g.work, scope, part)]
    chips = [
        SimpleNamespace(label=label, url=url_for("concerns.signals", toon=one.value), current=one is part)
        for one, label in PART_WORDS.items()
    ]
    return page("concerns/signals.html", rows=rows, chips=chips)


@concerns.get("/overdrachten/signalen/<ref:earlysignal>")
@requires(Permission.EarlySignal.READ, on=EarlySignal)
def signal(signal: EarlySignal) -> Any:
    """Show one signal and what can be done; that somebody read a worry is written down."""
    worry = queries.worry_of(g.work, signal)
    if worry is not None:
        _note_seen(worry)
    return _page(signal)


@concerns.post("/overdrachten/signalen/<ref:earlysignal>/<any(oppakken, teruggeven):turn>")
@requires(Permission.EarlySignal.HANDLE, on=EarlySignal)
def take_turn(signal: EarlySignal, turn: str) -> Any:
    """Take it up, or leave it to a colleague."""
    verb = service.take if turn == "oppakken" else service.release
    verb(g.work, signal)
    return _back(signal)


@concerns.post("/overdrachten/signalen/<ref:earlysignal>/later")
@requires(Permission.EarlySignal.HANDLE, on=EarlySignal)
def postpone(signal: EarlySignal) -> Any:
    """Look at it again in some weeks."""
    form = LaterForm()
    if not form.validate_on_submit():
        return _page(signal, 422, later_form=form)
    service.postpone(g.work, signal, form.command())
    return _to_list(N_("Bewaard. Het komt vanzelf terug in de lijst."))


@concerns.post("/overdrachten/signalen/<ref:earlysignal>/opzij")
@requires(Permission.EarlySignal.HANDLE, on=EarlySignal)
def set_aside(signal: EarlySignal) -> Any:
    """Do nothing with it, and say why."""
    form = AsideForm()
    if not form.validate_on_submit():
        return _page(signal, 422, aside_form=form)
    service.set_aside(g.work, signal, form.reason.data or "")
    return _to_list(N_("Opzij gezet."))


@concerns.post("/overdrachten/signalen/<ref:earlysignal>/klaar")
@requires(Permission.EarlySignal.HANDLE, on=EarlySignal)
def close(signal: EarlySignal) -> Any:
    """Be done with it; of a worry: how the person heard of it."""
    form = ToldForm() if signal.why is Why.WORRY else None
    if form is not None and not form.validate_on_submit():
        return _page(signal, 422, told_form=form)
    service.close(g.work, signal, form.command() if form is not None else None)
    return _to_list(N_("Klaar."))


@concerns.post("/overdrachten/signalen/<ref:earlysignal>/aanbod")
@requires(Permission.EarlySignal.HANDLE, on=EarlySignal)
def offer_contact(signal: EarlySignal) -> Any:
    """Offer help to who asked neighbours in vain."""
    service.offer_contact(g.work, signal)
    flash(N_("Verstuurd. De bewoner krijgt een mail en kiest zelf."), "success")
    return _back(signal)


def _page(signal: EarlySignal, status: int = 200, **forms: Any) -> Any:
    worry = queries.worry_of(g.work, signal)
    named = [signal.taken_by_id or 0, *([worry.member_id] if worry and worry.may_name else [])]
    names = people.names(g.work, named)
    return page(
        "concerns/signal.html",
        status=status,
        errors=status != 200,
        wrong=next(iter(forms.values()), None),
        line=_line(signal),
        signal=signal,
        worry=worry,
        kind=KIND_WORDS[worry.kind] if worry else "",
        spoken=SPOKEN_WORDS[worry.spoken] if worry else "",
        told=TOLD_WORDS[worry.told] if worry and worry.told else "",
        teller=names.get(worry.member_id, "") if worry else "",
        holder=names.get(signal.taken_by_id or 0, ""),
        **_may(signal),
        **{"later_form": LaterForm(formdata=None), "aside_form": AsideForm(formdata=None), **forms},
        **({} if "told_form" in forms else {"told_form": ToldForm(formdata=None)}),
    )


def _may(signal: EarlySignal) -> dict[str, Any]:
    actions = SIGNAL_LIFECYCLE.actions(signal.state)
    free = signal.taken_by_id in (None, current_actor().member_id)
    may = {str(action) for action in actions if free}
    if not may_be_set_aside(signal.why):
        may.discard(SignalAction.SET_ASIDE)
    # A colleague may close a worry of which the person is not told.
    second = not free and signal.why is Why.WORRY and SignalAction.CLOSE in actions
    return {"may": may, "may_second": second, "mine": signal.taken_by_id == current_actor().member_id}


def _line(signal: EarlySignal) -> Any:
    return SimpleNamespace(
        reference=signal.reference,
        url=url_for("concerns.signal", earlysignal=signal.reference),
        why=signal.why.value,
        title=WHY_WORDS[signal.why],
        tone=TONES[signal.why],
        place=areas.places(g.work, signal.municipality_id).label(signal.neighbourhood_id),
        number=signal.number,
        days=(g.work.now() - signal.since).days,
        since=signal.since,
        state=STATE_WORDS[signal.state],
        until=signal.later_until,
    )


def _note_seen(worry: Worry) -> None:
    """Note who opened a worry: in a transaction of its own, because this page only reads."""
    with current_app.writing() as work:  # type: ignore[attr-defined]
        work.actor_id = current_actor().member_id
        service.note_worry_seen(work, worry)


def _back(signal: EarlySignal) -> Any:
    return redirect(url_for("concerns.signal", earlysignal=signal.reference), 303)


def _to_list(words: str) -> Any:
    flash(words, "success")
    return redirect(url_for("concerns.signals"), 303)
