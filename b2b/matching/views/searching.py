"""Search: an address that can be shared, forgives typing errors, and never leads nowhere."""

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, g, request, session
from markupsafe import Markup

from b2b.accounts import queries as people
from b2b.consent.signposts import SIGNPOSTS
from b2b.core.text import clean_line
from b2b.core.words import N_
from b2b.matching import queries
from b2b.matching.results import Asked, more_results
from b2b.matching.rules import Q_MAX, Question
from b2b.matching.rules.highlights import END, START, marked
from b2b.matching.rules.lexicon import help_types
from b2b.matching.rules.ranking import FACTORS, NOT_USED
from b2b.matching.rules.signs import signs_for
from b2b.municipalities.queries import Hood, Places, places
from b2b.posts.labels import KIND_CODES
from b2b.posts.queries import CardRow
from b2b.posts.views.cards import rendered
from b2b.web.guard import public
from b2b.web.pages import page
from b2b.web.transactions import current_actor, current_site

matching = Blueprint("matching", __name__)

TILES_SHOWN = 3
"""A search shows fewer tiles than asking for help: what was found must stay in sight on a telephone."""
LIKELY = 8
NEAR = "buurt"
KINDS = (("", N_("Alles")), ("vraag", N_("Hulp gevraagd")), ("aanbod", N_("Hulp aangeboden")))


@dataclass(frozen=True)
class Wish:
    """What an address asks for. Whatever is not understood is left out; nothing is refused."""

    text: str
    kind: str = ""
    tile: str = ""
    where: str = ""
    number: int = 1

    @property
    def url(self) -> str:
        """The address that asks for just this."""
        number = str(self.number) if self.number > 1 else ""
        pairs = (
            ("q", self.text),
            ("soort", self.kind),
            ("hulp", self.tile),
            ("waar", self.where),
            ("pagina", number),
        )
        asked = urlencode({name: value for name, value in pairs if value})
        return f"{request.path}?{asked}" if asked else request.path

    def but(self, **changes: Any) -> str:
        """Return the address with something else, on its first page unless a page is asked."""
        return replace(self, **({"number": 1} | changes)).url


@matching.get("/zoeken")
@public
def search() -> Any:
    """Show the posts that fit these words: near ones first, then the rest of the municipality."""
    wish, hood = _wish(), _own_hood()
    found = _found(wish, hood)
    response = page(
        "matching/search.html", fragment="results", **_filters(wish, hood, found), **_shown(wish, hood, found)
    )
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@matching.get("/zoeken/volgorde")
@public
def ordering() -> Any:
    """Say how lists are ordered, every factor, and what plays no part (art. 27 DSA)."""
    return page("matching/ordering.html", factors=FACTORS, not_used=NOT_USED)


def _wish() -> Wish:
    asked = request.args
    text = clean_line(asked.get("q", "")[: Q_MAX * 2])[:Q_MAX]
    kind, tile, number = asked.get("soort", ""), asked.get("hulp", ""), asked.get("pagina", "")
    return Wish(
        text,
        kind if kind in KIND_CODES else "",
        tile if tile in help_types() else "",
        NEAR if asked.get("waar") == NEAR else "",
        int(number) if number.isascii() and number.isdigit() and len(number) < 3 else 1,
    )


def _found(wish: Wish, hood: Hood | None) -> queries.Found:
    actor = current_actor()
    return queries.search(
        g.work,
        current_site().municipality_id or 0,
        wish.text,
        hoods=(hood.id, *hood.adjacent) if hood else (),
        kind=KIND_CODES.get(wish.kind),
        blocked=people.blocked_ids(g.work, actor.member_id),
        proven=actor.proven,
        types=(wish.tile,) if wish.tile else (),
        only_near=bool(wish.where and hood),
        page=wish.number,
    )


def _filters(wish: Wish, hood: Hood | None, found: queries.Found) -> dict[str, Any]:
    """Return the filters: links, so that each choice has an address."""
    tiles = queries.types_for(found.question.reading, TILES_SHOWN)
    tapped = help_types().get(wish.tile)
    shown = tiles if tapped is None or tapped in tiles else [tapped, *tiles[: TILES_SHOWN - 1]]
    areas = (("", N_("Hele gemeente")), (NEAR, N_("In en bij je buurt")))
    return {
        "chips": [_chip(label, wish.but(kind=code), code == wish.kind) for code, label in KINDS],
        "areas": [_chip(label, wish.but(where=code), code == wish.where) for code, label in areas if hood],
        "tiles": [
            _chip(one.label, wish.but(tile="" if one.code == wish.tile else one.code), one.code == wish.tile)
            for one in shown
        ],
    }


def _chip(label: str, url: str, current: bool) -> dict[str, Any]:
    return {"label": label, "url": url, "current": current}


def _shown(wish: Wish, hood: Hood | None, found: queries.Found) -> dict[str, Any]:
    known = places(g.work, current_site().municipality_id or 0)
    question = found.question
    return {
        "wish": wish,
        "hood": hood,
        "found": found,
        "near": _cards(found.near, known, question),
        "further": _cards(found.further, known, question),
        "fixed": [meant for _, meant in question.reading.fixed],
        "signs": [SIGNPOSTS[code] for code in signs_for(dict(question.concepts))],
        "parts": more_results(g.work, current_actor(), _asked(wish, hood, question)),
        "suggested": queries.suggested(question),
        "newer": wish.but(number=found.page - 1) if found.page > 1 else None,
        "older": wish.but(number=found.page + 1) if found.page < found.pages else None,
    }


def _asked(wish: Wish, hood: Hood | None, question: Question) -> Asked:
    likely = tuple(dict.fromkeys(kind.category for kind in queries.types_for(question.reading, LIKELY)))
    town = current_site().municipality_id or 0
    return Asked(town, wish.text, likely, question.concepts, hood.id if hood else None)


def _cards(rows: list[CardRow], known: Places, question: Question) -> list[Markup]:
    """Return the cards with the words marked that were asked for."""
    lit = [row._replace(title=marked(row.title, question), opening=marked(row.opening, question)) for row in rows]
    actor = current_actor()
    drawn = rendered(lit, known, actor.language, g.work.now(), named=actor.member_id is not None)
    return [Markup(lights(card)) for card in drawn]  # noqa: S704 - escaped already; only our two characters change


def lights(card: str) -> str:
    """Return the HTML of a card with <mark> for our two characters; a mark that was cut off in the middle goes."""
    pieces = str(card).split(START)  # a Markup would escape what is put in
    whole = [f"<mark>{piece.replace(END, '</mark>', 1)}" if END in piece else piece for piece in pieces[1:]]
    return "".join([pieces[0], *whole]).replace(END, "")


def _own_hood() -> Hood | None:
    known = places(g.work, current_site().municipality_id or 0)
    if current_actor().neighbourhood_id is not None:
        return known.hoods.get(current_actor().neighbourhood_id or 0)
    return known.by_slug.get(session.get("neighbourhood") or "")
