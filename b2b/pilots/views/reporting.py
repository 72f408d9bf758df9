"""What came of a pilot: a page to print, a PDF, and rows for a spreadsheet."""

import csv
import io
from typing import Any

from flask import Response, g, url_for

from b2b.authz.permissions import Permission
from b2b.core.text import sheet_cell
from b2b.core.words import N_
from b2b.insights.printing import as_pdf
from b2b.pilots.evaluating import COLUMNS, evaluation, findings
from b2b.pilots.models import Pilot
from b2b.pilots.views.blueprint import pilots
from b2b.web.guard import requires
from b2b.web.pages import page


@pilots.get("/beheer/pilots/<ref:pilot>/verslag")
@requires(Permission.Pilot.READ, on=Pilot)
def report(pilot: Pilot) -> Any:
    """Show the report, ready to print."""
    return page(
        "insights/paper.html",
        paper=evaluation(g.work, pilot),
        back=(url_for("pilots.show", pilot=pilot.reference), N_("De pilot")),
        files=[
            (N_("Download als PDF"), url_for("pilots.report_pdf", pilot=pilot.reference)),
            (N_("Download als CSV"), url_for("pilots.report_csv", pilot=pilot.reference)),
        ],
    )


@pilots.get("/beheer/pilots/<ref:pilot>/verslag.pdf")
@requires(Permission.Pilot.READ, on=Pilot)
def report_pdf(pilot: Pilot) -> Any:
    """Give the report as a PDF."""
    return _file(as_pdf(evaluation(g.work, pilot)), "application/pdf", f"pilot-{pilot.reference}.pdf")


@pilots.get("/beheer/pilots/<ref:pilot>/verslag.csv")
@requires(Permission.Pilot.READ, on=Pilot)
def report_csv(pilot: Pilot) -> Any:
    """Give each assumption in each wijk as a row."""
    paper = io.StringIO()
    pen = csv.writer(paper, delimiter=";")
    pen.writerow([word.lower() for word in ("Aanname", "Cijfer", *COLUMNS)])
    for one in findings(g.work, pilot):
        pen.writerow([sheet_cell(cell) for cell in (one.guess.words, one.measure.name, *one.cells)])
    words = ("\ufeff" + paper.getvalue()).encode()
    return _file(words, "text/csv; charset=utf-8", f"pilot-{pilot.reference}.csv")


def _file(content: bytes, kind: str, name: str) -> Response:
    response = Response(content, content_type=kind)
    response.headers["Content-Disposition"] = f"attachment; filename={name}"
    response.headers["Cache-Control"] = "no-store"
    return response
