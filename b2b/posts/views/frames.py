"""The page around a list of posts: what was asked of it, and its frame, drawn once for all who see it alike."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from flask import current_app, request, session
from markupsafe import Markup

from b2b.authz.predicates import Actor
from b2b.core.words import N_
from b2b.municipalities.queries import Hood, Places
from b2b.posts.categories import CATEGORIES, find_category
from b2b.posts.labels import CODE_OF_KIND, KIND_CODES, KIND_LABELS
from b2b.posts.rules import PostKind
from b2b.web.memory import remembered
from b2b.web.navigation import navigation
from b2b.web.pages import render
from b2b.web.paging import Cursor, read_cursor
from b2b.web.stencils import Stencil, mark
from b2b.web.transactions import current_site

CHOICES = tuple((category.code, category.label) for category in CATEGORIES.values())

KEPT_MAX = 200
"""Frames kept in memory per process: about 20 kB each, one for each menu and each choice of posts."""
ADDRESSES_MAX = 1024


@dataclass(frozen=True)
class Filter:
    """What an address asks of the feed: a kind, a category, a place in the pages."""

    url: str
    kind: PostKind | None
    category: str | None
    after: Cursor | None
    before: Cursor | None

    @classmethod
    def of_request(cls) -> "Filter":
        """Read the address; what makes no sense in it counts as not asked."""
        asked = request.args.to_dict()
        category = find_category(asked.get("hulp"))
        return cls(
            request.path,
            KIND_CODES.get(asked.get("soort", "")),
            category.code if category else None,
            read_cursor(asked.get("na")),
            read_cursor(asked.get("voor")),
        )

    def address(self, *, kind: PostKind | None, **place: Any) -> str:
        """Return the address of the same list with another kind, or on another page."""
        asked = {"soort": CODE_OF_KIND.get(kind) if kind else None, "hulp": self.category, **place}
        words = urlencode({name: value for name, value in asked.items() if value})
        return f"{self.url}?{words}" if words else self.url

    def page(self, **place: Cursor | None) -> str:
        """Return the address of the page that starts at `place`; "" when there is none."""
        return self.address(kind=self.kind, **place) if any(place.values()) else ""

    @cached_property
    def chips(self) -> list[dict[str, Any]]:
        """Return the links that choose a kind."""
        kinds: list[tuple[PostKind | None, str]] = [(None, N_("Alles")), *KIND_LABELS.items()]
        return [
            {"label": label, "url": self.address(kind=kind), "current": kind is self.kind} for kind, label in kinds
        ]


def listed(asked: Filter, cards: Markup, values: tuple[str, str, str, str], language: str) -> Markup:
    """Return the list with its way on and back, through a stencil; an empty one says what to do, and is drawn whole.

    `values` are the neighbourhood, those shown beside it in words, and the addresses of newer and older posts;
    each but the first may be "".
    """
    if not cards:
        return _whole_list(values, asked, cards)
    shape = tuple(map(bool, values))
    stencil = remembered("feed-results", (language, shape), KEPT_MAX, lambda: _list_stencil(shape, asked))
    return stencil.fill(values, cards)


def _list_stencil(shape: tuple[bool, ...], asked: Filter) -> Stencil:
    """Draw the list with a mark for each value it has, and one more for the cards."""
    marks = tuple(mark(number) if known else "" for number, known in enumerate(shape))
    return Stencil(_whole_list(marks, asked, Markup(mark(len(shape)))))  # noqa: S704 - a mark


def _whole_list(values: tuple[str, ...], asked: Filter, cards: Markup) -> Markup:
    place, others, newer_url, older_url = values
    html = render(
        "posts/feed_results.html",
        place=place,
        others=others,
        newer_url=newer_url,
        older_url=older_url,
        asked=asked,
        cards=cards,
        start_url=start_url(),
    )
    return Markup(html)  # noqa: S704 - a template escapes


def framed(known: Places, hood: Hood, asked: Filter, results: Markup, actor: Actor, *, is_shut: bool) -> str:
    """Return the whole page with `results` in it: through a stencil, as the cards are.

    Its holes are the neighbourhood and the address; what else differs between readers is in the key.
    """
    quarter = known.quarter_of(hood.id)
    values = (hood.name, hood.slug, _atom_url(hood.slug), quarter.name, quarter.code, asked.url)
    if session.get("_flashes") or actor.mail_fails:  # said to this reader alone
        return _whole(values, asked, results, is_shut=is_shut)
    named = actor.member_id is not None
    reader = (navigation(actor), actor.language, named, actor.proven)
    key = (current_site(), reader, asked.kind, asked.category, is_shut)
    frame = remembered("feed-frames", key, KEPT_MAX, lambda: _stencil(len(values), asked, is_shut=is_shut))
    return frame.fill(values, results)


def _stencil(many: int, asked: Filter, *, is_shut: bool) -> Stencil:
    """Draw the page with marks for its values, and one more for the list."""
    hole = Markup(mark(many))  # noqa: S704 - a mark
    return Stencil(_whole(tuple(map(mark, range(many))), asked, hole, is_shut=is_shut))


def _whole(values: tuple[str, ...], asked: Filter, results: Markup, *, is_shut: bool) -> str:
    """Draw the page in the ordinary way, with values or with marks for them."""
    place, slug, atom_url, quarter, quarter_code, url = values
    return render(
        "posts/feed.html",
        place=place,
        slug=slug,
        atom_url=atom_url,
        quarter=quarter,
        quarter_code=quarter_code,
        asked=replace(asked, url=url),
        results=results,
        is_shut=is_shut,
        categories=CHOICES,
        start_url=start_url(),
    )


def start_url() -> str:
    """Return where one starts to place a post."""
    return _address("posts.start")


def _atom_url(slug: str) -> str:
    return _address("api.atom", slug)


def _address(endpoint: str, neighbourhood: str | None = None) -> str:
    """Return an address that is the same on every page: url_for costs more than the line it stands in."""
    place = {"neighbourhood": neighbourhood} if neighbourhood else {}
    return remembered(
        "addresses",
        (endpoint, neighbourhood),
        ADDRESSES_MAX,
        lambda: current_app.url_map.bind("localhost").build(endpoint, place),
    )
