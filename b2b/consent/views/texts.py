"""Every text, for everybody: what holds, what held before, and what changed between the two."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import abort, g, redirect, url_for
from markupsafe import Markup

from b2b.consent import queries
from b2b.consent.builtin import subjects
from b2b.consent.models import Terms
from b2b.consent.rules import (
    HOUSE_RULES,
    PRIVACY,
    Text,
    address_of,
    blocks,
    changed_only,
    compare,
    holds,
    lines,
    subject_of,
    upcoming,
)
from b2b.consent.views.blueprint import consent
from b2b.core.db import Work
from b2b.core.words import N_
from b2b.web.guard import public
from b2b.web.pages import page
from b2b.web.transactions import current_site

BELOW: dict[str, list[Callable[[Work], str]]] = {}
"""By subject of a text: what floors above show below it, as finished HTML of their own templates."""
HOMES = {HOUSE_RULES: "consent.house_rules", PRIVACY: "consent.privacy"}


@dataclass(frozen=True)
class Row:
    """One version in the list: from when, until when, and how it is called now."""

    terms: Terms
    address: str
    until: datetime | None
    state: str
    tone: str


@consent.get("/teksten")
@public
def texts() -> Any:
    """List every text that people accept."""
    return page("consent/texts.html", texts=[(address_of(s), _current(s).title) for s in subjects()])


@consent.get("/teksten/<slug:text>")
@public
def text(text: str) -> Any:
    """Show the text that holds now; what has an address of its own is shown there."""
    subject = subject_of(text)
    home = HOMES.get(subject)
    return redirect(url_for(home), 303) if home else shown_text(subject)


@consent.get("/teksten/<slug:text>/versies")
@public
def versions(text: str) -> Any:
    """List every version of a text, with what changed in one sentence."""
    subject = subject_of(text)
    every = queries.versions(g.work, _town(), subject)
    return page("consent/versions.html", text=_current(subject), address=text, rows=version_rows(every))


@consent.get("/teksten/<slug:text>/versies/<slug:version>")
@public
def version(text: str, version: str) -> Any:
    """Show one version, and what is different from the one before."""
    every = queries.versions(g.work, _town(), subject_of(text))
    rows = version_rows(every)
    row = next((row for row in rows if row.address == version), None)
    if row is None:
        abort(404)
    before = next((one for one in every if one.version < row.terms.version), None)
    return page(
        "consent/version.html",
        row=row,
        address=text,
        before=before,
        parts=difference(before, row.terms) if before else [],
        blocks=blocks(row.terms.body),
    )


def shown_text(subject: str) -> Any:
    """Return the page of a text, which says so when another version is coming."""
    standing = queries.standing(g.work, _town(), subject)
    return page(
        "consent/text.html",
        text=standing.text,
        blocks=blocks(standing.text.body),
        address=address_of(subject),
        next=standing.next,
        below=[Markup(part(g.work)) for part in BELOW.get(subject, ())],  # noqa: S704 - our own, escaping templates
    )


def difference(before: Any, after: Any) -> list[Any]:
    """Return what was added and removed between two texts."""
    return changed_only(compare(lines(before.title, before.body), lines(after.title, after.body)))


def version_rows(every: list[Terms]) -> list[Row]:
    """Return the versions as rows: newest first, as they come."""
    now = g.work.now()
    current, coming = holds(every, now), upcoming(every, now)
    rows = []
    for index, terms in enumerate(every):
        after = every[index - 1] if index else None
        if terms is current:
            state, tone = N_("Geldt nu"), "success"
        elif terms is coming:
            state, tone = N_("Gaat gelden"), "info"
        else:
            state, tone = N_("Geldt niet"), "neutral"
        until = after.effective_from if after and terms is not coming else None
        rows.append(Row(terms, f"versie-{terms.version}", until, state, tone))
    return rows


def _current(subject: str) -> Text:
    return queries.current(g.work, _town(), subject)


def _town() -> int:
    return current_site().municipality_id or 0
