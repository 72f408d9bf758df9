"""What is kept, why and how long: for an administrator, for the data protection officer, and on the page for everybody."""

import csv
import io
from typing import Any

from flask import Response, flash, g, redirect, url_for

from b2b.authz.permissions import Permission
from b2b.core.db import Work
from b2b.core.text import sheet_cell
from b2b.core.words import N_
from b2b.jobs import queries as jobs
from b2b.municipalities import queries as places
from b2b.privacy.forms.keeping import CHOSEN, TermsForm
from b2b.privacy.queries.keeping import last_times
from b2b.privacy.rules.register import EXPORTS, GROUNDS, erasure, how_long, readers, sheet, subjects
from b2b.privacy.rules.retention import NIGHTLY, RETENTION
from b2b.privacy.service import keeping
from b2b.privacy.views.blueprint import privacy
from b2b.web.guard import requires
from b2b.web.pages import page, render
from b2b.web.transactions import current_site


@privacy.get("/beheer/verwerkingen")
@requires(Permission.Municipality.ARRANGE)
def register() -> Any:
    """Show the register of processing, drawn from the data map."""
    return page("privacy/register.html", **_words(places.settings(g.work, _town())), subjects=subjects())


@privacy.get("/beheer/verwerkingen.csv")
@requires(Permission.Municipality.ARRANGE)
def register_csv() -> Any:
    """Give the register as a sheet: a line for each column."""
    text = io.StringIO()
    lines = sheet(places.settings(g.work, _town()))
    csv.writer(text, delimiter=";").writerows([sheet_cell(cell) for cell in line] for line in lines)
    headers = {"Content-Disposition": "attachment; filename=verwerkingen.csv"}
    return Response("\ufeff" + text.getvalue(), mimetype="text/csv", headers=headers)


@privacy.get("/beheer/bewaartermijnen")
@requires(Permission.Municipality.ARRANGE)
def terms() -> Any:
    """Show how long everything is kept, and when it was last forgotten."""
    now = places.settings(g.work, _town())
    days = {term.code: str(term.chosen(now.get(term.setting))) for term in CHOSEN}
    return _terms(TermsForm(formdata=None, data=days))


@privacy.post("/beheer/bewaartermijnen")
@requires(Permission.Municipality.ARRANGE)
def choose_terms() -> Any:
    """Keep what the municipality chose, within the bounds."""
    form = TermsForm()
    if not form.validate():
        return _terms(form, 422)
    keeping.choose(g.work, _town(), form.command())
    flash(N_("De termijnen zijn opgeslagen. Vannacht gelden ze."), "ok")
    return redirect(url_for("privacy.terms"), 303)


def beside_privacy(work: Work) -> str:
    """Return what stands below the text about privacy: all that is kept of people, in words."""
    words = _words(places.settings(work, _town()))
    return render("privacy/kept.html", **words, subjects=subjects(personal=True), retention=RETENTION)


def _terms(form: TermsForm, status: int = 200) -> Any:
    return page(
        "privacy/terms.html",
        status=status,
        errors=status == 422,
        form=form,
        chosen=CHOSEN,
        terms=RETENTION.values(),
        nightly=NIGHTLY,
        last=last_times(g.work, _town()),
        ran=jobs.last_done(g.work),
        **_words(places.settings(g.work, _town())),
    )


def _words(settings: dict[str, Any]) -> dict[str, Any]:
    def kept(code: str) -> str:
        return how_long(RETENTION[code], settings.get(RETENTION[code].setting))

    return {"kept": kept, "readers": readers, "erasure": erasure, "grounds": GROUNDS, "exports": EXPORTS}


def _town() -> int:
    return current_site().municipality_id or 0
