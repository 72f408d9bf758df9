"""The feed of a neighbourhood, and the first page for who has none yet."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Any
from urllib.parse import urlencode

from flask import Response, abort, current_app, g, request, session, url_for
from markupsafe import Markup

import b2b
from b2b.authz.predicates import Actor
from b2b.core.db import Work
from b2b.core.words import N_
from b2b.municipalities.queries import Hood, places, shut_hoods
from b2b.posts import queries
from b2b.posts.categories import CATEGORIES, find_category
from b2b.posts.labels import CODE_OF_KIND, KIND_CODES, KIND_LABELS
from b2b.posts.queries import Pulse
from b2b.posts.rules import PostKind
from b2b.posts.views.blueprint import here, own_hood, posts
from b2b.posts.views.cards import rendered
from b2b.web.assets import assets
from b2b.web.guard import public
from b2b.web.pages import page, wants_fragment
from b2b.web.paging import Cursor, read_cursor
from b2b.web.transactions import current_actor
from b2b.web.unchanged import Still, rests_on

CHOICES = tuple((category.code, category.label) for category in CATEGORIES.values())

SAME_MINUTES = 10
"""How long "2 uur geleden" may stand on an unchanged page."""
KEPT_MAX = 200
"""Lists kept in memory per process: about 40 kB each."""


@posts.get("/")
@public
def feed() -> Any:
    """Show the feed of one's own neighbourhood, or the welcome of who has not chosen one."""
    hood = own_hood()
    if hood is None:
        return page("posts/welcome.html", quarters=here().quarters)
    return show_feed(hood)


@posts.get("/buurten/<slug:neighbourhood>")
@public
def neighbourhood_feed(neighbourhood: str) -> Any:
    """Show the feed of any neighbourhood."""
    hood = here().by_slug.get(neighbourhood)
    return show_feed(hood) if hood else abort(404)


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
        asked = request.args
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

    @cached_property
    def chips(self) -> list[dict[str, Any]]:
        """Return the links that choose a kind."""
        kinds: list[tuple[PostKind | None, str]] = [(None, N_("Alles")), *KIND_LABELS.items()]
        return [
            {"label": label, "url": self.address(kind=kind), "current": kind is self.kind} for kind, label in kinds
        ]


def show_feed(hood: Hood) -> Response:
    """Answer with a page of posts, or with 304 when the reader has this very page."""
    asked, beat = Filter.of_request(), _pulse(g.work, hood, current_actor())
    tag = _etag(hood, beat)
    if tag and request.if_none_match.contains_weak(tag):
        answer = Response(status=304)
    else:
        answer = page("posts/feed.html", fragment="results", **_shown(hood, asked, beat))
    if tag:
        rests_on(_still(hood, beat, current_actor(), _slot(g.work), _is_shut(hood)))
    return _labelled(answer, tag)


def _pulse(work: Work, hood: Hood, actor: Actor) -> Pulse:
    return queries.pulse(work, hood.id, hood.adjacent, actor.member_id, proven=actor.proven)


def _still(hood: Hood, beat: Pulse, actor: Actor, slot: int, shut: bool) -> Still:
    """Return the question whether the feed is as it was, for a reader who is who they were: see `_etag`."""

    def still(work: Work) -> bool:
        town = actor.municipality_id or 0
        same_place = places(work, town).hoods.get(hood.id) == hood and (hood.id in shut_hoods(work, town)) == shut
        return same_place and slot == _slot(work) and _pulse(work, hood, actor) == beat

    return still


@dataclass(frozen=True)
class Listed:
    """A page of cards as HTML, and where the pages before and after start (or None)."""

    cards: Markup
    newer: Cursor | None
    older: Cursor | None


def _listed(hood: Hood, asked: Filter, beat: Pulse) -> Listed:
    """Return the list; neighbours who see the same get the one that is in memory as long as nothing changed."""
    actor = current_actor()
    named = actor.member_id is not None
    kept: dict[object, Listed] = current_app.extensions.setdefault("b2b-feed-lists", {})
    # Everything a list depends on: who may see something else than another has another key.
    key = (hood.id, asked, beat, named, actor.language, _slot(g.work))
    if (listed := kept.get(key)) is None:
        around = [hood.id, *hood.adjacent][: queries.AROUND_MAX] if beat.is_thin else [hood.id]
        narrow: dict[str, Any] = {"kind": asked.kind, "category": asked.category, "blocked": beat.blocked}
        found = queries.feed(g.work, around, after=asked.after, before=asked.before, proven=beat.proven, **narrow)
        if len(kept) >= KEPT_MAX:
            kept.clear()
        items = "\n".join(f"<li>{card}</li>" for card in rendered(found.rows, here(), named=named))
        cards = Markup(items)  # noqa: S704 - each card is markup already
        listed = kept[key] = Listed(cards, found.newer, found.older)
    return listed


def _shown(hood: Hood, asked: Filter, beat: Pulse) -> dict[str, Any]:
    known, found = here(), _listed(hood, asked, beat)
    return {
        "hood": hood,
        "quarter": known.quarter_of(hood.id),
        "asked": asked,
        "cards": found.cards,
        "newer_url": asked.address(kind=asked.kind, voor=found.newer) if found.newer else None,
        "older_url": asked.address(kind=asked.kind, na=found.older) if found.older else None,
        "neighbours": [known.hoods[i].name for i in hood.adjacent if i in known.hoods] if beat.is_thin else [],
        "categories": CHOICES,
        "start_url": url_for("posts.start"),
        "is_own": own_hood() == hood,
        "is_shut": _is_shut(hood),
    }


def _is_shut(hood: Hood) -> bool:
    """Say whether nobody can place a post here yet: neighbourhoods open one by one."""
    return hood.id in shut_hoods(g.work, here().municipality_id)


def _etag(hood: Hood, beat: Pulse) -> str | None:
    """Return the name of this very page for this very reader; None when a message waits to be shown."""
    if session.get("_flashes"):
        return None
    actor = current_actor()
    parts = (
        b2b.__version__,
        assets("app.css"),
        request.full_path,
        wants_fragment(),
        hood.id,
        _is_shut(hood),
        session.get("neighbourhood"),
        beat.versions,
        beat.open_here,
        beat.proven,
        sorted(beat.blocked),
        (actor.member_id, actor.first_name, actor.language, actor.neighbourhood_id, actor.second_factor),
        (actor.unread, actor.mail_fails),
        sorted(str(grant) for grant in actor.grants),
        _slot(g.work),
    )
    return _digest(parts)


def _slot(work: Work) -> int:
    """Return the number of this stretch of SAME_MINUTES."""
    return int(work.now().timestamp()) // (SAME_MINUTES * 60)


def _digest(parts: tuple[Any, ...]) -> str:
    return blake2b(repr(parts).encode(), digest_size=12).hexdigest()


def _labelled(response: Response, tag: str | None) -> Response:
    """Let a browser keep the page and ask whether it is still true; keep search engines out."""
    if tag:
        response.set_etag(tag, weak=True)
        response.headers["Cache-Control"] = "no-cache, private"
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Vary"] = "Cookie, HX-Request"
    return response
