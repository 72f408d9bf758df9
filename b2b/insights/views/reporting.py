"""The report of a quarter: a page to print, and the same as a PDF."""

from typing import Any

from flask import Response, g, url_for

from b2b.authz.permissions import Permission
from b2b.core.clock import local
from b2b.core.words import N_
from b2b.insights import queries
from b2b.insights.paper import Paper
from b2b.insights.printing import as_pdf
from b2b.insights.quarterly import quarterly
from b2b.insights.queries import Audience
from b2b.insights.rules.measures import MEASURES
from b2b.insights.rules.quarters import Quarter, quarter_of
from b2b.insights.rules.sections import COMPARED
from b2b.insights.views.blueprint import here, insights, town
from b2b.web.guard import requires
from b2b.web.i18n import date_words, month
from b2b.web.pages import page


@insights.get("/beheer/cijfers/kwartaal/<slug:quarter>")
@requires(Permission.Figures.STUDY)
def report(quarter: str) -> Any:
    """Show the report, ready to print."""
    paper = _paper(quarter_of(quarter))
    return page(
        "insights/paper.html",
        paper=paper,
        back=(url_for("insights.study"), N_("Cijfers van de gemeente")),
        files=[(N_("Download als PDF"), url_for("insights.report_file", quarter=quarter))],
    )


@insights.get("/beheer/cijfers/kwartaal/<slug:quarter>.pdf")
@requires(Permission.Figures.STUDY)
def report_file(quarter: str) -> Any:
    """Give the report as a PDF."""
    return pdf(_paper(quarter_of(quarter)), f"buurthulp-{quarter}.pdf")


def pdf(paper: Paper, name: str) -> Response:
    """Return a report as a file that is called `name`."""
    response = Response(as_pdf(paper), content_type="application/pdf")
    response.headers["Content-Disposition"] = f"inline; filename={name}"
    response.headers["Cache-Control"] = "no-store"
    return response


def _paper(quarter: Quarter) -> Paper:
    months = [one.code for one in quarter.months]
    wijken = [one.code for one in here().quarters]
    whole = queries.lines(g.work, town(), list(MEASURES), months, audience=Audience.STAFF)
    beside = queries.lines(g.work, town(), COMPARED, months, areas=wijken, audience=Audience.STAFF)
    today = local(g.work.now()).date()
    return quarterly(
        quarter,
        here().name,
        [month(one.start) for one in quarter.months],
        whole,
        {code: [line for line in beside if line.measure.code == code] for code in COMPARED},
        (today, date_words(today, "nl", year=True)),
    )
