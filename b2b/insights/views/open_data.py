"""Figures for everybody's own use: a page that says what is there, a file for each month, and a description of all."""

from typing import Any

from flask import Response, g, json, url_for

from b2b.core.words import N_
from b2b.insights import queries
from b2b.insights.rules.open_data import COLUMNS, LICENCE, LICENCE_NAME, Dataset, csv_of, described, records
from b2b.insights.rules.periods import period_of
from b2b.insights.views.blueprint import here, insights, town
from b2b.insights.views.drawn import drawn
from b2b.web.guard import public
from b2b.web.pages import page

TITLE = N_("Burenhulp in cijfers")
ABOUT = N_(
    "Hoeveel hulp buren elkaar vragen en geven, per maand en per wijk. Kleine getallen staan er niet in. "
    "De andere getallen zijn afgerond."
)


@insights.get("/open-data")
@public
def open_data() -> Any:
    """Say what data there is, and under which conditions."""
    months = queries.counted_periods(g.work, town())[::-1]
    return page(
        "insights/open_data.html",
        months=[(code, period_of(code).start) for code in months],
        licence=LICENCE,
        licence_name=LICENCE_NAME,
        columns=COLUMNS,
        place=here(),
        subject=TITLE,
        about=ABOUT,
    )


@insights.get("/open-data/<slug:period>.csv")
@public
def month_as_csv(period: str) -> Response:
    """Send the figures of one month as CSV."""
    words = drawn(lambda _: csv_of(queries.whole_month(g.work, town(), period)), "csv", period)
    return _file(words, "text/csv; charset=utf-8; header=present")


@insights.get("/open-data/<slug:period>.json")
@public
def month_as_json(period: str) -> Response:
    """Send the figures of one month as JSON."""
    meaning = url_for("insights.definitions", _external=True)
    return _file(drawn(lambda _: _as_json(period, meaning), "json", period, meaning), "application/json")


@insights.get("/open-data/beschrijving.jsonld")
@public
def described_data() -> Response:
    """Describe the data for catalogues: DCAT-AP-NL as JSON-LD."""
    edition = queries.edition(g.work, town())
    known = here()
    data = Dataset(
        url=url_for("insights.open_data", _external=True),
        town=known.name,
        code=known.code,
        title=TITLE,
        about=ABOUT,
        desk=url_for("consent.about", _external=True),
        months=[month for month, _counted in edition],
        changed=edition[-1][1] if edition else None,
    )
    return _file(json.dumps(described(data)), "application/ld+json")


def _as_json(period: str, meaning: str) -> str:
    figures = records(queries.whole_month(g.work, town(), period))
    return json.dumps({"periode": period, "licentie": LICENCE, "uitleg": meaning, "cijfers": figures})


def _file(words: str, kind: str) -> Response:
    """Return a file that any site may fetch; a month never changes, so whoever has it keeps it."""
    response = Response(words, content_type=kind)
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.add_etag()
    return response
