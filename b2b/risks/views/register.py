"""The register: which risks, how heavy, who looks after them; and the report over a period."""

import csv
import io
from typing import Any

from flask import Response, flash, g, redirect, request, url_for

from b2b.authz.permissions import Permission
from b2b.core.text import sheet_cell
from b2b.core.words import N_
from b2b.risks import queries, service
from b2b.risks.forms import RiskForm, known_values
from b2b.risks.models import Risk
from b2b.risks.rules import EFFECT, LIKELIHOOD, STATE_WORDS, SomebodyWasFirst, Tally, most_first, period
from b2b.risks.views.blueprint import category_label, level_words, risks, today, town
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.transactions import current_actor

HEADINGS = ["risico", "soort hulp", "kans", "gevolg", "maatregel", "eigenaar", "keer gebeurd", "afgehandeld"]


@risks.get("/risicos")
@requires(Permission.Risk.READ)
def register() -> Any:
    """Show every risk, the heaviest first, and where each stands in the matrix."""
    found = queries.register(g.work, town())
    return page(
        "risks/register.html",
        rows=[(risk, *level_words(risk.likelihood, risk.effect), category_label(risk.category)) for risk in found],
        matrix=_matrix(found),
        effects=EFFECT,
        late=[risk for risk in found if risk.review_on and risk.review_on < today()],
        missing=service.missing(g.work, town()),
    )


@risks.post("/risicos/aanvullen")
@requires(Permission.Risk.WEIGH)
def fill() -> Any:
    """Add the risks that the program knows and the register does not have."""
    service.fill(g.work, town())
    flash(N_("De bekende risico’s staan in de lijst. Kijk of de weging bij jullie klopt."), "ok")
    return redirect(url_for("risks.register"), 303)


@risks.get("/risicos/nieuw")
@requires(Permission.Risk.WEIGH)
def new() -> Any:
    """Ask for a risk of the municipality's own."""
    return page("risks/weigh.html", form=RiskForm(formdata=None), risk=None)


@risks.post("/risicos/nieuw")
@requires(Permission.Risk.WEIGH)
def add() -> Any:
    """Add it."""
    form = RiskForm()
    if not form.validate():
        return page("risks/weigh.html", status=422, form=form, risk=None, errors=True)
    risk = service.add(g.work, town(), form.command())
    return redirect(url_for("risks.show", risk=risk.reference), 303)


@risks.get("/risicos/<ref:risk>")
@requires(Permission.Risk.READ, on=Risk)
def show(risk: Risk) -> Any:
    """Show one risk, with the incidents that this member of staff may read."""
    rows, _older = queries.incidents(g.work, current_actor(), risk_id=risk.id)
    words, tone = level_words(risk.likelihood, risk.effect)
    return page(
        "risks/show.html",
        risk=risk,
        level=words,
        tone=tone,
        kind=category_label(risk.category),
        likelihood=LIKELIHOOD[risk.likelihood],
        effect=EFFECT[risk.effect],
        incidents=rows,
        states=STATE_WORDS,
    )


@risks.get("/risicos/<ref:risk>/wegen")
@requires(Permission.Risk.WEIGH, on=Risk)
def weigh(risk: Risk) -> Any:
    """Weigh a risk anew."""
    return page("risks/weigh.html", form=RiskForm(formdata=None, data=known_values(risk)), risk=risk)


@risks.post("/risicos/<ref:risk>/wegen")
@requires(Permission.Risk.WEIGH, on=Risk)
def do_weigh(risk: Risk) -> Any:
    """Keep the new weight, unless somebody else was first."""
    form = RiskForm()
    if not form.validate():
        return page("risks/weigh.html", status=422, form=form, risk=risk, errors=True)
    try:
        service.weigh(g.work, risk, form.command(), form.seen_version)
    except SomebodyWasFirst as first:
        form.version.data = str(risk.version)
        flash(first.sentence, "warning")
        return page("risks/weigh.html", status=409, form=form, risk=risk, errors=True)
    flash(N_("Het risico is opgeslagen."), "ok")
    return redirect(url_for("risks.show", risk=risk.reference), 303)


@risks.get("/risicos/verslag")
@requires(Permission.Risk.READ)
def report() -> Any:
    """Say which risks came true in a period, how often, and how many are dealt with."""
    during = period(request.args.get("van", ""), request.args.get("tot", ""), today())
    found = most_first(queries.tallies(g.work, town(), during))
    rows = [(one, *level_words(one.likelihood, one.effect), category_label(one.category)) for one in found]
    return page("risks/report.html", rows=rows, during=during, filed=sum(one.filed for one in found))


@risks.get("/risicos/verslag.csv")
@requires(Permission.Risk.READ)
def report_file() -> Any:
    """Give the same as a file for a spreadsheet."""
    during = period(request.args.get("van", ""), request.args.get("tot", ""), today())
    paper = io.StringIO()
    pen = csv.writer(paper, delimiter=";")
    pen.writerow(HEADINGS)
    for one in most_first(queries.tallies(g.work, town(), during)):
        pen.writerow([sheet_cell(cell) for cell in _cells(one)])
    response = Response("\ufeff" + paper.getvalue(), content_type="text/csv; charset=utf-8")
    name = f"risicos-{during.first}-{during.last}.csv"
    response.headers["Content-Disposition"] = f"attachment; filename={name}"
    response.headers["Cache-Control"] = "no-store"
    return response


def _cells(one: Tally) -> list[str]:
    return [
        one.title,
        category_label(one.category),
        f"{one.likelihood} {LIKELIHOOD[one.likelihood]}",
        f"{one.effect} {EFFECT[one.effect]}",
        one.measure,
        one.owner,
        str(one.filed),
        str(one.closed),
    ]


def _matrix(found: list[Risk]) -> list[Any]:
    """Return the rows of the matrix, most likely first: (words, cells of (number of risks, level, tone))."""
    return [
        (
            LIKELIHOOD[likelihood],
            [
                (
                    sum(1 for risk in found if (risk.likelihood, risk.effect) == (likelihood, effect)),
                    *level_words(likelihood, effect),
                )
                for effect in EFFECT
            ],
        )
        for likelihood in sorted(LIKELIHOOD, reverse=True)
    ]
