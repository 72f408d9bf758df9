"""Search: an address that can be shared, forgives typing errors, and never leads nowhere."""

from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, g, request, session

from b2b.accounts import queries as people
from b2b.consent.signposts import SIGNPOSTS
from b2b.core.text import clean_line
from b2b.core.words import N_
from b2b.matching import queries
from b2b.matching.rules import Q_MAX
from b2b.matching.rules.lexicon import help_types
from b2b.matching.rules.ranking import FACTORS
from b2b.matching.rules.signs import signs_for
from b2b.municipalities.queries import Hood, places
from b2b.posts.labels import KIND_CODES
from b2b.posts.views.cards import rendered
from b2b.web.guard import public
from b2b.web.pages import page
from b2b.web.transactions import current_actor, current_site

matching = Blueprint("matching", __name__)

TILES_SHOWN = 3
"""A search shows fewer tiles than asking for help: what was found must stay in sight on a telephone."""

KINDS = (("", N_("Alles")), ("vraag", N_("Hulp gevraagd")), ("aanbod", N_("Hulp aangeboden")))


@matching.get("/zoeken")
@public
def search() -> Any:
    """Show the posts that fit these words: near ones first, then the rest of the municipality."""
    text, kind = clean_line(request.args.get("q", "")[: Q_MAX * 2])[:Q_MAX], request.args.get("soort", "")
    tile = request.args.get("hulp", "")
    actor, hood = current_actor(), _own_hood()
    found = queries.search(
        g.work,
        current_site().municipality_id or 0,
        text,
        hoods=(hood.id, *hood.adjacent) if hood else (),
        kind=KIND_CODES.get(kind),
        blocked=people.blocked_ids(g.work, actor.member_id),
        proven=actor.proven,
        types=(tile,) if tile in help_types() else (),
    )
    response = page("matching/search.html", fragment="results", **_shown(text, kind, tile, hood, found))
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _shown(text: str, kind: str, tile: str, hood: Hood | None, found: queries.Found) -> dict[str, Any]:
    known = places(g.work, current_site().municipality_id or 0)
    named = current_actor().member_id is not None
    kind, tile = kind if kind in KIND_CODES else "", tile if tile in help_types() else ""
    question = found.question
    return {
        "q": text,
        "kind": kind,
        "tile": tile,
        "hood": hood,
        "near": rendered(found.near, known, named=named),
        "further": rendered(found.further, known, named=named),
        "count": len(found.near) + len(found.further),
        "more": found.more,
        "nothing": found.nothing,
        "newest": found.only_new,
        "fixed": [meant for _, meant in question.reading.fixed] if question else [],
        "signs": [SIGNPOSTS[code] for code in signs_for(dict(question.concepts))] if question else [],
        "factors": FACTORS,
        "suggested": queries.suggested(text),
        "tiles": [
            {"label": one.label, "url": _address(text, kind, one.code), "current": one.code == tile}
            for one in queries.suggested_types(text, TILES_SHOWN)
        ],
        "chips": [
            {"label": label, "url": _address(text, code, tile), "current": code == kind} for code, label in KINDS
        ],
    }


def _address(text: str, kind: str, tile: str = "") -> str:
    pairs = (("q", text), ("soort", kind), ("hulp", tile))
    asked = urlencode({name: value for name, value in pairs if value})
    return f"{request.path}?{asked}" if asked else request.path


def _own_hood() -> Hood | None:
    known = places(g.work, current_site().municipality_id or 0)
    if current_actor().neighbourhood_id is not None:
        return known.hoods.get(current_actor().neighbourhood_id or 0)
    return known.by_slug.get(session.get("neighbourhood") or "")
