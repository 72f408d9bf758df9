"""Everything that is known of me, readable, on one page."""

from typing import Any

from flask import g

from b2b.authz.permissions import Permission
from b2b.municipalities.queries import places
from b2b.privacy.queries.mine import everything as all_of
from b2b.privacy.reading import about, readable
from b2b.privacy.views.blueprint import privacy
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.transactions import current_actor

SHOWN = 20
"""Rows of one kind on the page; the copy has them all."""


@privacy.get("/mijn/gegevens/alles")
@requires(Permission.Self.DATA)
def everything() -> Any:
    """Show what is known of whoever asks: by theme, the newest first."""
    actor = current_actor()
    label = places(g.work, actor.municipality_id or 0).label
    found = all_of(g.work, actor.member_id or 0, SHOWN + 1)
    themes = [(theme.title, [(about(part), readable(part, label)) for part in theme.parts]) for theme in found]
    response = page("privacy/everything.html", themes=themes, shown=SHOWN)
    response.headers["Cache-Control"] = "no-store"
    return response
