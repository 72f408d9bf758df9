"""What the municipality accounts for in public: the report of a year, and a page for each wijk. No names, no small numbers."""

import csv
import io
from itertools import groupby
from types import SimpleNamespace
from typing import Any

from flask import Response, abort, g, request, url_for

from b2b.core.clock import local
from b2b.core.words import N_
from b2b.moderation import queries
from b2b.moderation.queries import YearReport
from b2b.moderation.rules.figures import PlaceLine
from b2b.moderation.rules.masking import FLOOR
from b2b.moderation.rules.welfare import WISHED
from b2b.moderation.views.blueprint import moderation
from b2b.municipalities import queries as areas
from b2b.web.guard import public
from b2b.web.pages import page
from b2b.web.transactions import current_site

FIRST_YEAR = 2026
HIDDEN = N_("te klein om te tonen")


@moderation.get("/transparantie")
@public
def transparency() -> Any:
    """Show the report of a year: what was reported, decided and taken back."""
    year, told = _year(), _told()
    years = [
        SimpleNamespace(label=str(one), url=url_for("moderation.transparency", jaar=one), current=one == year)
        for one in range(local(g.work.now()).year, FIRST_YEAR - 1, -1)
    ]
    parts = [(part, list(lines)) for part, lines in groupby(told.lines, key=lambda line: line.part)]
    return page("moderation/transparency.html", year=year, years=years, parts=parts, rows=_rows(told), floor=FLOOR)


@moderation.get("/transparantie.csv")
@public
def transparency_csv() -> Any:
    """The same report as a table, in the parts of the European template."""
    told, sheet = _told(), io.StringIO()
    writer = csv.writer(sheet)
    writer.writerow(["onderdeel", "wat", "wijk", "aantal", "mediaan uren"])
    for line in told.lines:
        number = HIDDEN if line.number is None else line.number
        writer.writerow([line.part, line.what, "", number, "" if line.hours is None else line.hours])
    for row in _rows(told):
        for what, number in row.numbers:
            writer.writerow(["Per wijk", what, row.name, HIDDEN if number is None else number, ""])
    disposition = f"attachment; filename=transparantie-{_year()}.csv"
    return Response(sheet.getvalue(), mimetype="text/csv", headers={"Content-Disposition": disposition})


@moderation.get("/verantwoording")
@public
def accountability() -> Any:
    """Tell how the site is kept safe: who does it, how the list is ordered, how to object, whom to call."""
    return page("moderation/accountability.html", quarters=_quarters())


@moderation.get("/verantwoording/<slug:district>")
@public
def accountability_of(district: str) -> Any:
    """Show what happened in one wijk in the last year."""
    quarter = next((one for one in _quarters() if one.slug == district), None)
    if quarter is None:
        abort(404)
    row = next(one for one in _rows(_told()) if one.slug == district)
    staff = next(one for one in queries.staffing(g.work, _town()) if one.district == quarter.name)
    return page(
        "moderation/accountability_of.html",
        quarter=quarter,
        row=row,
        staff=staff,
        wished=WISHED,
        year=_year(),
        floor=FLOOR,
    )


def _rows(told: YearReport) -> list[Any]:
    names = {one.slug: one.name for one in _quarters()}
    return [_row(names.get(line.place, line.place), line) for line in told.places]


def _row(name: str, line: PlaceLine) -> Any:
    numbers = [
        (N_("Meldingen"), line.notices),
        (N_("Besluiten"), line.decisions),
        (N_("Ingrepen"), line.restrictions),
        (N_("Bezwaren"), line.complaints),
        (N_("Teruggedraaid na bezwaar"), line.reversed),
    ]
    return SimpleNamespace(name=name, slug=line.place, numbers=numbers, hours=line.hours)


def _told() -> YearReport:
    return queries.year_report(g.work, _town(), _year())


def _year() -> int:
    asked, now = request.args.get("jaar", ""), local(g.work.now()).year
    year = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == len(str(now)) else now
    return year if FIRST_YEAR <= year <= now else now


def _quarters() -> Any:
    return areas.districts_with_neighbourhoods(g.work, _town())


def _town() -> int:
    return current_site().municipality_id or 0
