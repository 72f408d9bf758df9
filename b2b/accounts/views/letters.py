"""Printing letters with a code: what waits, one run at a time, on paper or as a file for the print shop."""

import csv
from io import StringIO

from flask import Response, flash, g, make_response, request

from b2b.accounts.models import LetterRun
from b2b.accounts.queries import trust as queries
from b2b.accounts.rules.letters import Address, in_halves, read_address
from b2b.accounts.service import letters
from b2b.accounts.views.blueprint import accounts, go, here
from b2b.authz.permissions import Permission
from b2b.core import audit
from b2b.core.words import N_
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.transactions import current_actor

COLUMNS = ("brief", "voornaam", "postcode", "huisnummer", "toevoeging", "plaats", "code")


@accounts.get("/beheer/brieven")
@requires(Permission.Letter.PRINT)
def letter_runs() -> Response:
    """Show how many letters wait, and the last runs."""
    town = current_actor().municipality_id or 0
    number, since = queries.how_many_wait(g.work, town)
    return page("accounts/letter_runs.html", number=number, since=since, runs=queries.runs(g.work, town))


@accounts.post("/beheer/brieven")
@requires(Permission.Letter.PRINT)
def make_run() -> Response:
    """Take what waits into one run."""
    run = letters.start_run(g.work, current_actor().municipality_id or 0)
    return go("accounts.letter_run", letterrun=run.reference)


@accounts.get("/beheer/brieven/<ref:letterrun>")
@requires(Permission.Letter.PRINT, on=LetterRun)
def letter_run(run: LetterRun) -> Response:
    """Say what to do with a run: print it, then say that it went to the post."""
    return page("accounts/letter_run.html", run=run)


@accounts.post("/beheer/brieven/<ref:letterrun>/afdrukken")
@requires(Permission.Letter.PRINT, on=LetterRun)
def print_run(run: LetterRun) -> Response:
    """Show the letters, each on a page of its own. A form, because looking at addresses is written down."""
    papers = _papers(run, "letters.shown")
    return _private(page("accounts/letters_print.html", run=run, papers=papers, town=here().name, home=_home()))


@accounts.post("/beheer/brieven/<ref:letterrun>/bestand")
@requires(Permission.Letter.PRINT, on=LetterRun)
def run_file(run: LetterRun) -> Response:
    """Hand out the letters as CSV: for a print shop, or for a mail merge."""
    text = StringIO()
    rows = csv.writer(text, delimiter=";", lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for paper, address, code in _papers(run, "letters.downloaded"):
        house = (address.postcode, address.number, address.addition)
        rows.writerow((paper.reference, _cell(paper.first_name), *house, here().name, code))
    response = make_response("\ufeff" + text.getvalue())
    response.headers["Content-Type"] = "text/csv; charset=utf-8"
    response.headers["Content-Disposition"] = f'attachment; filename="brieven-{run.reference}.csv"'
    return _private(response)


@accounts.post("/beheer/brieven/<ref:letterrun>/verstuurd")
@requires(Permission.Letter.PRINT, on=LetterRun)
def finish_run(run: LetterRun) -> Response:
    """The letters went to the post: the codes work from now on, the addresses are gone."""
    letters.finish_run(g.work, run)
    flash(N_("De brieven zijn verstuurd. De adressen zijn weggegooid."), "ok")
    return go("accounts.letter_runs")


def _papers(run: LetterRun, action: str) -> list[tuple[queries.PrintedLetter, Address, str]]:
    audit.note(g.work, action, run, letters=run.letters)
    return [(paper, read_address(paper.address), in_halves(paper.code)) for paper in queries.printed(g.work, run)]


def _home() -> str:
    """Return the address of this site as somebody types it over from paper."""
    return request.host_url.rstrip("/").removeprefix("https://").removeprefix("http://")


def _private(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response


def _cell(text: str) -> str:
    """Keep a spreadsheet from reading a name as a formula."""
    return f"'{text}" if text[:1] in "=+-@\t" else text
