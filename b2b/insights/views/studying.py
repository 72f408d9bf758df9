"""The figures of the whole municipality for its administrator: trend, comparison, file."""

import csv
import io
from typing import Any

from flask import Response, g, request

from b2b.authz.permissions import Permission
from b2b.core.text import sheet_cell
from b2b.insights import queries
from b2b.insights.queries import Audience, Line
from b2b.insights.rules.charts import length, top_of
from b2b.insights.rules.measures import MEASURES
from b2b.insights.rules.periods import period_of
from b2b.insights.rules.quarters import quarters_of
from b2b.insights.rules.shapes import Kind, Level, Measure
from b2b.insights.rules.telling import as_typed, dutch_number, told
from b2b.insights.views.blueprint import MONTHS, cards, here, insights, town
from b2b.posts.categories import CATEGORIES
from b2b.web.guard import requires
from b2b.web.pages import page

FIRST = "requests"
HEADINGS = ["cijfer", "gebied", "code", "maand", "waarde", "eenheid", "in woorden", "van hoeveel", "versie"]


@insights.get("/beheer/cijfers")
@requires(Permission.Figures.STUDY)
def study() -> Any:
    """Show one measure: through time, and over wijken and kinds of help in one month."""
    months = queries.counted_periods(g.work, town(), Audience.STAFF)[-MONTHS:]
    measure = MEASURES.get(request.args.get("cijfer", ""), MEASURES[FIRST])
    wanted = request.args.get("maand", "")
    month = wanted if wanted in months else (months[-1] if months else "")
    return page(
        "insights/study.html",
        measures=MEASURES.values(),
        measure=measure,
        months=[(code, period_of(code).start) for code in reversed(months)],
        month=period_of(month).start if month else None,
        chosen=month,
        quarters=quarters_of(queries.counted_periods(g.work, town(), Audience.STAFF)),
        **(_shown(measure, months, month) if months else {}),
    )


@insights.get("/beheer/cijfers/cijfers.csv")
@requires(Permission.Figures.STUDY)
def study_file() -> Any:
    """Give every measure, of the municipality and its wijken, month by month, for a spreadsheet."""
    months = queries.counted_periods(g.work, town(), Audience.STAFF)
    found = queries.lines(g.work, town(), list(MEASURES), months, areas=_areas(), audience=Audience.STAFF)
    paper = io.StringIO()
    pen = csv.writer(paper, delimiter=";")
    pen.writerow(HEADINGS)
    for line in found:
        pen.writerows(_cells(line))
    response = Response("\ufeff" + paper.getvalue(), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = "attachment; filename=cijfers.csv"
    response.headers["Cache-Control"] = "no-store"
    return response


def _shown(measure: Measure, months: list[str], month: str) -> dict[str, Any]:
    """Return the charts and tables of one measure."""
    wijken = [quarter.code for quarter in here().quarters] if Level.DISTRICT in measure.levels else []
    whole = queries.lines(g.work, town(), [measure.code], months, audience=Audience.STAFF)
    found = queries.lines(g.work, town(), [measure.code], months, areas=wijken, audience=Audience.STAFF)
    found = found if wijken else []
    top = top_of([one.value for line in found for one in line.figures])
    at = months.index(month)
    kinds = _kinds(measure, month)
    return {
        "whole": cards(whole)[0],
        "small": cards(found, top),
        "beside": _bars(measure.kind, [(line.area_name, line.figures[at]) for line in found]),
        "kinds": _bars(measure.kind, kinds),
    }


def _kinds(measure: Measure, month: str) -> list[tuple[str, Any]]:
    if Level.MUNICIPALITY not in measure.by_category:
        return []
    rows = queries.table(g.work, town(), measure.code, month, "category", audience=Audience.STAFF)
    return [(CATEGORIES[row.category].label, row) for row in rows]


def _bars(kind: Kind, rows: list[tuple[str, Any]]) -> list[tuple[str, Any, float | None]]:
    """Return (name, words, length of the bar) of each row; no bar for a number that is not told."""
    top = top_of([one.value for _name, one in rows])
    return [(name, told(kind, one), None if one.value is None else length(one.value, top)) for name, one in rows]


def _areas() -> list[str]:
    return [here().code, *(quarter.code for quarter in here().quarters)]


def _cells(line: Line) -> list[list[str]]:
    kind = line.measure.kind
    return [
        [
            sheet_cell(cell)
            for cell in (
                line.measure.name,
                one.area_name,
                one.area,
                one.period,
                "" if one.value is None else dutch_number(as_typed(kind, one.value)),
                line.measure.unit,
                told(kind, one).dutch,
                "" if one.base is None else str(one.base),
                str(one.version),
            )
        ]
        for one in line.figures
    ]
