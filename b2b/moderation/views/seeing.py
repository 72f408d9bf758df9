"""The answer to "who saw this?", as rows for a page and for a file; and what the two of a conversation may know."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import Any

from flask import g, url_for

from b2b.authz.permissions import Permission
from b2b.conversations.queries import Conversation
from b2b.core.clock import from_local, local
from b2b.core.ids import read_reference
from b2b.moderation import queries
from b2b.moderation.forms import SeenForm
from b2b.moderation.queries import Sighting
from b2b.moderation.rules.readings import WHY_WORDS
from b2b.moderation.rules.seen import words_of
from b2b.moderation.views.blueprint import moderation
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.transactions import current_actor


@moderation.get("/gesprekken/<ref:conversation>/meegelezen")
@requires(Permission.Conversation.READ, on=Conversation)
def read_along(conversation: Conversation) -> Any:
    """Tell the two of a conversation when a moderator read in it, why, and in which case."""
    rows = queries.read_in(g.work, conversation.id or 0, current_actor().member_id or 0)
    return page("moderation/read_along.html", conversation=conversation, rows=rows, why=WHY_WORDS)


def answer(form: SeenForm, now: datetime) -> dict[str, Any]:
    """Return what the page shows: the question as it was understood, and the rows."""
    typed = form.wat.data or ""
    wat = read_reference(typed)
    about = queries.seen_about(g.work, wat, current_actor().municipality_id or 0) if wat else None
    first, last = form.period(now)
    since = from_local(datetime.combine(first, time()))
    until = from_local(datetime.combine(last + timedelta(days=1), time()))
    values: dict[str, Any] = {"wat": wat or typed, "van": first.isoformat(), "tot": last.isoformat()}
    return {
        "asked": bool(typed),
        "about": about,
        "wat": wat,
        "first": since,
        "last": until - timedelta(seconds=1),
        "rows": queries.sightings(g.work, about, since, until) if about else [],
        "says": words_of,
        "csv_url": url_for("moderation.who_saw_csv", **values) if about else None,
    }


def table(rows: Iterable[Sighting]) -> list[list[str]]:
    """Return the rows of a spreadsheet, with their heading."""
    lines = [["wanneer", "wie", "nummer van wie", "wat", "zaak"]]
    for row in rows:
        when = local(row.at).isoformat(timespec="seconds")
        lines.append([when, row.who or "het systeem", row.who_reference or "", words_of(row.what), row.case or ""])
    return lines
