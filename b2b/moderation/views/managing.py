"""What an administrator keeps: ready-made texts, trusted flaggers, and the answer to "who saw this?"."""

import csv
import io
from typing import Any

from flask import Response, abort, current_app, flash, g, redirect, request, url_for

from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.moderation import queries, service
from b2b.moderation.forms import FlaggerForm, SeenForm, TextForm
from b2b.moderation.models import TrustedFlagger
from b2b.moderation.rules.ready import KIND_WORDS, Ready
from b2b.moderation.views import seeing
from b2b.moderation.views.blueprint import moderation
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.transactions import current_actor


@moderation.get("/beheer/vaste-teksten")
@requires(Permission.Desk.MANAGE)
def texts() -> Any:
    """List the ready-made texts, and offer to add one."""
    return _texts(TextForm())


@moderation.post("/beheer/vaste-teksten")
@requires(Permission.Desk.MANAGE)
def add_text() -> Any:
    """Add a text of the municipality's own."""
    form = TextForm()
    if not form.validate_on_submit():
        return _texts(form, 422)
    service.add_text(g.work, _town(), form.command())
    flash(N_("De tekst staat erbij. Moderators kunnen hem nu kiezen."), "success")
    return redirect(url_for("moderation.texts"), 303)


@moderation.get("/beheer/vaste-teksten/<slug:code>")
@requires(Permission.Desk.MANAGE)
def text(code: str) -> Any:
    """Show one text to change it."""
    found = _text(code)
    chosen = sorted(str(kind) for kind in found.decisions)
    form = TextForm(own=found.own, data={"title": found.title, "body": found.body, "decisions": chosen})
    return page("moderation/text.html", text=found, form=form, kinds=KIND_WORDS)


@moderation.post("/beheer/vaste-teksten/<slug:code>")
@requires(Permission.Desk.MANAGE)
def change_text(code: str) -> Any:
    """Keep what the municipality makes of a text."""
    found = _text(code)
    form = TextForm(own=found.own)
    if not form.validate_on_submit():
        return page("moderation/text.html", status=422, text=found, form=form, kinds=KIND_WORDS, errors=True)
    service.rewrite(g.work, _town(), form.command(code))
    flash(N_("De tekst is veranderd. Wat al verstuurd is, blijft zoals het was."), "success")
    return redirect(url_for("moderation.texts"), 303)


@moderation.post("/beheer/vaste-teksten/<slug:code>/weg")
@requires(Permission.Desk.MANAGE)
def retire_text(code: str) -> Any:
    """Take a text off the list, or (`terug`) put it back."""
    _text(code)
    service.retire(g.work, _town(), code, back="terug" in request.form)
    flash(N_("De lijst is aangepast."), "success")
    return redirect(url_for("moderation.texts"), 303)


@moderation.get("/beheer/betrouwbare-melders")
@requires(Permission.Desk.MANAGE)
def flaggers() -> Any:
    """List the organisations whose notices come first, and offer to add one."""
    return page("moderation/flaggers.html", form=FlaggerForm(), flaggers=queries.flaggers(g.work, _town()))


@moderation.post("/beheer/betrouwbare-melders")
@requires(Permission.Desk.MANAGE)
def add_flagger() -> Any:
    """Add an organisation."""
    form = FlaggerForm()
    if not form.validate_on_submit():
        known = queries.flaggers(g.work, _town())
        return page("moderation/flaggers.html", status=422, form=form, flaggers=known, errors=True)
    service.add_flagger(g.work, _town(), form.name.data or "", form.email.data or "")
    flash(N_("Toegevoegd. Meldingen van dit adres staan voortaan hoger in de lijst."), "success")
    return redirect(url_for("moderation.flaggers"), 303)


@moderation.post("/beheer/betrouwbare-melders/<ref:trustedflagger>/stoppen")
@requires(Permission.Desk.MANAGE, on=TrustedFlagger)
def end_flagger(flagger: TrustedFlagger) -> Any:
    """Let the notices of an organisation count like those of anybody else."""
    service.end_flagger(g.work, flagger)
    flash(N_("Gestopt. Meldingen van dit adres tellen nu zoals die van iedereen."), "success")
    return redirect(url_for("moderation.flaggers"), 303)


@moderation.get("/beheer/wie-heeft-dit-gezien")
@requires(Permission.Desk.MANAGE)
def who_saw() -> Any:
    """Answer who saw or handled a thing or a person between two days. The question itself is logged."""
    form = SeenForm(formdata=request.args)
    known = seeing.answer(form, g.work.now())
    if known["about"] is not None:
        _note_question(known["about"])
    return page("moderation/who_saw.html", form=form, **known)


@moderation.get("/beheer/wie-heeft-dit-gezien.csv")
@requires(Permission.Desk.MANAGE)
def who_saw_csv() -> Any:
    """The same answer as a table for a spreadsheet."""
    known = seeing.answer(SeenForm(formdata=request.args), g.work.now())
    if known["about"] is None:
        abort(404)
    _note_question(known["about"])
    sheet = io.StringIO()
    csv.writer(sheet).writerows(seeing.table(known["rows"]))
    name = f"wie-heeft-dit-gezien-{known['wat']}.csv"
    return Response(
        sheet.getvalue(),
        mimetype="text/csv",
        headers={"Content-Disposition": f"attachment; filename={name}", "Cache-Control": "no-store"},
    )


def _note_question(about: Any) -> None:
    with current_app.writing() as work:  # type: ignore[attr-defined]
        work.actor_id = current_actor().member_id
        service.note_question(work, about)


def _texts(form: TextForm, status: int = 200) -> Any:
    every = queries.ready_texts(g.work, _town(), all_of_them=True)
    offered = {one.code for one in queries.ready_texts(g.work, _town())}
    return page(
        "moderation/texts.html",
        status=status,
        form=form,
        errors=bool(form.errors),
        texts=every,
        offered=offered,
        kinds=KIND_WORDS,
    )


def _text(code: str) -> Ready:
    found = next((one for one in queries.ready_texts(g.work, _town(), all_of_them=True) if one.code == code), None)
    if found is None:
        abort(404)
    return found


def _town() -> int:
    return current_actor().municipality_id or 0
