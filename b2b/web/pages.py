"""One template, two answers: the page, or the block that htmx asked for."""

from typing import Any

from flask import Response, current_app, make_response
from flask_htmx import HTMX
from jinja2_fragments import render_block

from b2b.web.i18n import environment
from b2b.web.navigation import navigation
from b2b.web.transactions import actor_at_home, current_actor, current_site

htmx = HTMX()


def page(template: str, *, fragment: str | None = None, status: int = 200, **context: Any) -> Response:
    """Render `template`, or only its block `fragment` when htmx asks for a part."""
    html = render(template, fragment if wants_fragment() else None, **context)
    response = make_response(html, status)
    if fragment:
        response.vary.add("HX-Request")
    return response


def unlisted(response: Response) -> Response:
    """Keep a page about one person out of search engines and caches."""
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Cache-Control"] = "no-store"
    return response


def render(template: str, fragment: str | None = None, **context: Any) -> str:
    """Return the HTML of a page or of one of its blocks."""
    actor, site = current_actor(), current_site()
    env = environment(current_app, actor.language)
    known = {"actor": actor, "site": site, "nav": navigation(actor_at_home()), "errors": False} | context
    if fragment:
        return render_block(env, template, fragment, **known)
    return env.get_template(template).render(known)


def wants_fragment() -> bool:
    """Say whether this request comes from htmx and wants only a part of the page."""
    return bool(htmx) and not htmx.boosted and not htmx.history_restore_request
