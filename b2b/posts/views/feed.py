"""The feed of a neighbourhood, and the first page for who has none yet."""

from hashlib import blake2b
from typing import Any

from flask import Response, abort, g, make_response, request, session
from markupsafe import Markup

import b2b
from b2b.authz.predicates import Actor
from b2b.core.db import Work
from b2b.municipalities.queries import Hood, Places, places, shut_hoods
from b2b.posts import queries
from b2b.posts.queries import Pulse
from b2b.posts.views.blueprint import here, own_hood, posts
from b2b.posts.views.cards import rendered
from b2b.posts.views.frames import Filter, framed, listed
from b2b.web.assets import assets
from b2b.web.guard import public
from b2b.web.memory import remembered
from b2b.web.pages import page, wants_fragment
from b2b.web.transactions import current_actor
from b2b.web.unchanged import Still, rests_on

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


def show_feed(hood: Hood) -> Response:
    """Answer with a page of posts, or with 304 when the reader has this very page."""
    work, known, actor, asked, part = g.work, here(), current_actor(), Filter.of_request(), wants_fragment()
    shut, slot = _is_shut(work, hood, known.municipality_id), _slot(work)
    beat = _pulse(work, hood, actor)
    tag = _etag(hood, beat, actor, (slot, shut, part))
    if tag and request.if_none_match.contains_weak(tag):
        answer = Response(status=304)
    else:
        results = _results(work, known, hood, asked, beat, actor)
        answer = make_response(results if part else framed(known, hood, asked, results, actor, is_shut=shut))
    if tag:
        rests_on(_still(hood, beat, actor, slot, shut))
    return _labelled(answer, tag)


def _pulse(work: Work, hood: Hood, actor: Actor) -> Pulse:
    return queries.pulse(work, hood.id, hood.adjacent, actor.member_id, proven=actor.proven)


def _still(hood: Hood, beat: Pulse, actor: Actor, slot: int, shut: bool) -> Still:
    """Return the question whether the feed is as it was, for a reader who is who they were: see `_etag`."""

    def still(work: Work) -> bool:
        town = actor.municipality_id or 0
        same_place = places(work, town).hoods.get(hood.id) == hood and _is_shut(work, hood, town) == shut
        return same_place and slot == _slot(work) and _pulse(work, hood, actor) == beat

    return still


def _results(work: Work, known: Places, hood: Hood, asked: Filter, beat: Pulse, actor: Actor) -> Markup:
    """Return the list; neighbours who see the same get the one that is in memory as long as nothing changed."""
    # Everything a list depends on: who may see something else than another has another key.
    key = (hood.id, asked, beat, actor.member_id is not None, actor.language, _slot(work))
    return remembered("feed-lists", key, KEPT_MAX, lambda: _drawn(work, known, hood, asked, beat, actor))


def _drawn(work: Work, known: Places, hood: Hood, asked: Filter, beat: Pulse, actor: Actor) -> Markup:
    around = [hood.id, *hood.adjacent][: queries.AROUND_MAX] if beat.is_thin else [hood.id]
    narrow: dict[str, Any] = {"kind": asked.kind, "category": asked.category, "blocked": beat.blocked}
    found = queries.feed(work, around, after=asked.after, before=asked.before, proven=beat.proven, **narrow)
    cards = rendered(found.rows, known, actor.language, work.now(), named=actor.member_id is not None)
    items = "\n".join([f"<li>{card}</li>" for card in cards])
    beside = [known.hoods[i].name for i in hood.adjacent if i in known.hoods] if beat.is_thin else []
    values = (hood.name, ", ".join(beside), asked.page(voor=found.newer), asked.page(na=found.older))
    return listed(asked, Markup(items), values, actor.language)  # noqa: S704 - each card is markup already


def _is_shut(work: Work, hood: Hood, municipality_id: int) -> bool:
    """Say whether nobody can place a post here yet: neighbourhoods open one by one."""
    return hood.id in shut_hoods(work, municipality_id)


def _etag(hood: Hood, beat: Pulse, actor: Actor, besides: tuple[Any, ...]) -> str | None:
    """Return the name of this very page for this very reader; None when a message waits to be shown."""
    if session.get("_flashes"):
        return None
    parts = (
        b2b.__version__,
        assets("app.css"),
        request.full_path,
        hood.id,
        session.get("neighbourhood"),
        beat.versions,
        beat.open_here,
        beat.proven,
        sorted(beat.blocked),
        (actor.member_id, actor.first_name, actor.language, actor.neighbourhood_id, actor.second_factor),
        (actor.unread, actor.mail_fails),
        sorted(str(grant) for grant in actor.grants),
        besides,
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
