"""Open posts for other places: a feed for readers, a small list inside another site, and what tells a site about it."""

from datetime import UTC, datetime
from typing import Any

from flask import Response, abort, g, json, make_response, request, url_for
from markupsafe import escape

from b2b.api.atom import MIMETYPE, Entry, Feed, written
from b2b.api.rules import SITES, frame_policy, room
from b2b.api.v1.guard import for_everybody
from b2b.api.v1.places import here
from b2b.api.views.blueprint import api
from b2b.core.text import excerpt
from b2b.municipalities.queries import Hood, setting
from b2b.posts import queries
from b2b.posts.categories import CATEGORIES
from b2b.posts.labels import KIND_LABELS
from b2b.posts.queries import OpenRow
from b2b.posts.rules import PAGE_SIZE, VISITORS_READ
from b2b.posts.ticks import labels, unpacked
from b2b.web.headers import CONTENT_SECURITY_POLICY
from b2b.web.pages import render
from b2b.web.transactions import current_site

EMBEDDED = 5
"""Posts in the small list."""
DAY = 24 * 3600


@api.get("/buurten/<slug:neighbourhood>/berichten.atom")
@for_everybody
def atom(neighbourhood: str) -> Response:
    """Send the open posts of a neighbourhood, for a feed reader."""
    hood, site = _hood(neighbourhood), current_site()
    page = url_for("posts.neighbourhood_feed", neighbourhood=hood.slug, _external=True)
    entries = [_entry(row) for row in _rows(hood, PAGE_SIZE)]
    title, author = f"{site.name} {hood.name}", f"{site.name} {site.municipality_name}".strip()
    feed = Feed(page, request.base_url, page, title, author, entries, datetime(2026, 1, 1, tzinfo=UTC))
    return _fresh(Response(written(feed), content_type=f"{MIMETYPE}; charset=utf-8"))


@api.get("/insluiten/<slug:neighbourhood>")
@for_everybody
def embedded(neighbourhood: str) -> Response:
    """Show a small list without a script, that sites of the municipality may show in a frame."""
    hood = _hood(neighbourhood)
    rows = [(row, excerpt(row.opening, VISITORS_READ), KIND_LABELS[row.kind]) for row in _rows(hood, EMBEDDED)]
    response = make_response(render("api/embedded.html", hood=hood, rows=rows))
    sites = setting(g.work, here().municipality_id, SITES, [])
    response.headers["Content-Security-Policy"] = frame_policy(CONTENT_SECURITY_POLICY, sites)
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.headers["X-Robots-Tag"] = "noindex"
    return _fresh(response)


@api.get("/insluiten/oembed.json")
@for_everybody
def oembed() -> Response:
    """Tell another site how to show the list of a neighbourhood, by the address of its page (oembed.com)."""
    if request.args.get("format", "json") != "json":
        abort(501)
    hood = _asked_about(request.args.get("url", ""))
    width, height = room(request.args.get("maxwidth"), 480), room(request.args.get("maxheight"), 600)
    site, title = current_site(), f"Hulp in {hood.name}"
    frame = url_for("api.embedded", neighbourhood=hood.slug, _external=True)
    shown: dict[str, Any] = {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": f"{site.name} {site.municipality_name}".strip(),
        "provider_url": request.host_url,
        "cache_age": DAY,
        "width": width,
        "height": height,
        "html": f'<iframe src="{escape(frame)}" title="{escape(title)}" width="{width}" height="{height}"'
        ' sandbox="allow-popups" loading="lazy"></iframe>',
    }
    response = Response(json.dumps(shown), mimetype="application/json")
    response.headers["Access-Control-Allow-Origin"] = "*"
    return _fresh(response)


def _asked_about(url: str) -> Hood:
    beginning = url_for("posts.neighbourhood_feed", neighbourhood="x", _external=True).removesuffix("x")
    return _hood(url.removeprefix(beginning)) if url.startswith(beginning) else abort(404)


def _hood(slug: str) -> Hood:
    return here().by_slug.get(slug) or abort(404)


def _rows(hood: Hood, most: int) -> list[OpenRow]:
    return queries.open_data(g.work, here().municipality_id, neighbourhood_id=hood.id, most=most)


def _entry(row: OpenRow) -> Entry:
    url = url_for("posts.show", post=row.reference, _external=True)
    at = row.published_at.replace(minute=0, second=0, microsecond=0)
    title = f"{KIND_LABELS[row.kind]}: {row.title}"
    categories = labels(unpacked(row.category, "", row.also)) or [CATEGORIES["anders"].label]
    return Entry(url, url, title, excerpt(row.opening, VISITORS_READ), categories, at)


def _fresh(response: Response) -> Response:
    """Let a reader keep the answer and ask whether it changed."""
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    response.make_conditional(request)
    return response
