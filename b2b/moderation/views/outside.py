"""Orders of an authority and disputes before an independent body: write them down, and what was done. For the report."""

import csv
import io
from datetime import date
from typing import Any

from flask import Response, flash, g, redirect, url_for

from b2b.authz.permissions import Permission
from b2b.core.clock import local
from b2b.core.words import N_
from b2b.moderation import queries, service
from b2b.moderation.forms import OutsideDoneForm, OutsideForm
from b2b.moderation.models import OutsideMatter
from b2b.moderation.rules.outside import KIND_WORDS, OUTCOME_WORDS
from b2b.moderation.rules.words import CATEGORIES
from b2b.moderation.views.blueprint import moderation
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.transactions import current_actor


@moderation.get("/beheer/bevelen-en-geschillen")
@requires(Permission.Measure.OVERSEE)
def outside() -> Any:
    """List what came from outside, and offer to write something down."""
    return _list(OutsideForm(formdata=None, data={"received_on": _today()}))


@moderation.post("/beheer/bevelen-en-geschillen")
@requires(Permission.Measure.OVERSEE)
def take_in() -> Any:
    """Write down an order or a dispute."""
    form = OutsideForm().on(_today())
    if not form.validate_on_submit():
        return _list(form, 422)
    matter = service.take_in(g.work, _town(), form.command())
    flash(N_("Opgeschreven. Het telt mee in het verslag."), "ok")
    return redirect(url_for("moderation.outside_matter", outsidematter=matter.reference), 303)


@moderation.get("/beheer/bevelen-en-geschillen.csv")
@requires(Permission.Measure.OVERSEE)
def outside_csv() -> Any:
    """Give the whole list as a table, without the words."""
    sheet = io.StringIO()
    writer = csv.writer(sheet)
    writer.writerow(
        ["nummer", "wat", "van wie", "waarover", "binnen", "bevestigd", "klaar", "uitkomst", "uitgevoerd"]
    )
    for one in queries.outside_matters_between(g.work, _town(), date.min, date.max):
        writer.writerow([_safe(cell) for cell in _cells(one)])
    headers = {"Content-Disposition": "attachment; filename=bevelen-en-geschillen.csv"}
    return Response(sheet.getvalue(), mimetype="text/csv", headers=headers)


@moderation.get("/beheer/bevelen-en-geschillen/<ref:outsidematter>")
@requires(Permission.Measure.OVERSEE, on=OutsideMatter)
def outside_matter(matter: OutsideMatter) -> Any:
    """Show one, and ask what was done."""
    return _show(matter, _done_form(matter))


@moderation.post("/beheer/bevelen-en-geschillen/<ref:outsidematter>")
@requires(Permission.Measure.OVERSEE, on=OutsideMatter)
def settle_outside(matter: OutsideMatter) -> Any:
    """Write down what was done."""
    form = _done_form(matter)
    if not form.validate_on_submit():
        return _show(matter, form, 422)
    service.settle_outside(g.work, matter, form.command())
    flash(N_("Opgeschreven. Het is klaar."), "ok")
    return redirect(url_for("moderation.outside_matter", outsidematter=matter.reference), 303)


def _list(form: OutsideForm, status: int = 200) -> Any:
    rows = queries.outside_matters(g.work, _town())
    return page(
        "moderation/outside.html", status=status, form=form, errors=status == 422, rows=rows, kinds=KIND_WORDS
    )


def _show(matter: OutsideMatter, form: OutsideDoneForm, status: int = 200) -> Any:
    return page(
        "moderation/outside_matter.html",
        status=status,
        form=form,
        errors=status == 422,
        matter=matter,
        kind=KIND_WORDS[matter.kind],
        category=CATEGORIES[matter.category].label,
        outcome=OUTCOME_WORDS.get(matter.outcome) if matter.outcome else None,
    )


def _done_form(matter: OutsideMatter) -> OutsideDoneForm:
    return OutsideDoneForm().about(matter.received_on, _today(), dispute=matter.is_dispute)


def _cells(one: OutsideMatter) -> list[Any]:
    outcome = OUTCOME_WORDS[one.outcome] if one.outcome else ""
    followed = "" if one.followed is None else N_("ja") if one.followed else N_("nee")
    about = CATEGORIES[one.category].label
    return [
        one.reference,
        KIND_WORDS[one.kind],
        one.party,
        about,
        one.received_on,
        one.confirmed_on or "",
        one.done_on or "",
        outcome,
        followed,
    ]


def _safe(cell: Any) -> Any:
    """Keep a spreadsheet from reading typed words as a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@")) else cell


def _today() -> date:
    return local(g.work.now()).date()


def _town() -> int:
    return current_actor().municipality_id or 0
