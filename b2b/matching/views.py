"""Search: an address that can be shared, and never a page that leads nowhere."""

from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, g, request, session

from b2b.accounts import queries as people
from b2b.core.text import clean_line
from b2b.core.words import N_
from b2b.matching import queries
from b2b.matching.rules import Q_MAX
from b2b.municipalities.queries import Hood, places
from b2b.posts.labels import KIND_CODES
from b2b.posts.views.cards import rendered
from b2b.web.guard import public
from b2b.web.pages import page
from b2b.web.transactions import current_actor, current_site

matching = Blueprint("matching", __name__)

KINDS = (("", N_("Alles")), ("vraag", N_("Hulp gevraagd")), ("aanbod", N_("Hulp aangeboden")))


@matching.get("/zoeken")
@public
def search() -> Any:
    """Show the posts with these words: near ones first, then the rest of the municipality."""
    text, kind = clean_line(request.args.get("q", "")[: Q_MAX * 2])[:Q_MAX], request.args.get("soort", "")
    actor, hood = current_actor(), _own_hood()
    found = queries.search(
        g.work,
        current_site().municipality_id or 0,
        text,
        hoods=(hood.id, *hood.adjacent) if hood else (),
        kind=KIND_CODES.get(kind),
        blocked=people.blocked_ids(g.work, actor.member_id),
        proven=actor.proven,
    )
    response = page("matching/search.html", fragment="results", **_shown(text, kind, hood, found))
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _shown(text: str, kind: str, hood: Hood | None, found: queries.Found) -> dict[str, Any]:
    known = places(g.work, current_site().municipality_id or 0)
    named = current_actor().member_id is not None
    return {
        "q": text,
        "kind": kind if kind in KIND_CODES else "",
        "hood": hood,
        "near": rendered(found.near, known, named=named),
        "further": rendered(found.further, known, named=named),
        "nothing": found.nothing,
        "suggested": queries.suggested(text),
        "chips": [
            {"label": label, "url": _address(text, code), "current": code == (kind if kind in KIND_CODES else "")}
            for code, label in KINDS
        ],
    }


def _address(text: str, kind: str) -> str:
    asked = urlencode({name: value for name, value in (("q", text), ("soort", kind)) if value})
    return f"{request.path}?{asked}" if asked else request.path


def _own_hood() -> Hood | None:
    known = places(g.work, current_site().municipality_id or 0)
    if current_actor().neighbourhood_id is not None:
        return known.hoods.get(current_actor().neighbourhood_id or 0)
    return known.by_slug.get(session.get("neighbourhood") or "")
