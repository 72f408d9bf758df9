"""Who asks whether a page is still the same, is answered before that page is begun (ADR 0021).

A page that names its version (ETag) may say what that name rests on: `rests_on`. When the same browser
asks for the same address again, three questions are left: is the site the same, is the reader, is what
the page rests on? Three times yes is a 304, without a route, a session or a template. Any doubt takes the
ordinary way, and so does all that was never asked before. Nothing of a page itself is remembered.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import Response, g, request
from sqlalchemy.exc import SQLAlchemyError

from b2b.authz.predicates import Actor
from b2b.core.db import Work
from b2b.core.errors import Unavailable
from b2b.web.site import Site

REMEMBERED = 1024
"""Pages per process: some two kB each."""
OF_THE_BODY = frozenset({"content-type", "content-length"})
"""What an answer without a body does not say."""

Still = Callable[[Work], bool]


@dataclass(frozen=True)
class _Page:
    """An answer that had a name, and all it rests on."""

    tag: str
    host: str
    site: Site
    actor: Actor
    still: Still
    headers: list[tuple[str, str]]


class Unchanged:
    """The pages that this process sent lately, by who asked for them and how."""

    def __init__(self, app: Any) -> None:
        self._app = app
        self._pages: dict[Any, _Page] = {}

    def headers(self, environ: Mapping[str, Any]) -> list[tuple[str, str]] | None:
        """Return the headers of a 304, or None: then the page has to be made in the ordinary way."""
        key = _key(environ)
        page = self._pages.get(key) if key else None
        if page is None or environ.get("HTTP_IF_NONE_MATCH") != page.tag:
            return None
        try:
            with self._app.reading() as work:
                if self._is_same(work, page):
                    return [*page.headers]
        except (SQLAlchemyError, Unavailable):
            return None  # the ordinary way meets the same, and can say so on a page
        self._pages.pop(key, None)
        return None

    def _is_same(self, work: Work, page: _Page) -> bool:
        if self._app.load_site(work, page.host) != page.site:
            return False
        work.narrow(page.site.municipality_id)
        return self._app.same_actor(work, page.actor) and page.still(work)

    def keep(self, response: Response) -> None:
        """Remember the answer to this request, when its view said what it rests on."""
        still: Still | None = g.pop("rests_on", None)
        tag, key = response.headers.get("ETag"), _key(request.environ) if still else None
        if still is None or tag is None or key is None or "Set-Cookie" in response.headers:
            return
        if len(self._pages) >= REMEMBERED:
            self._pages.clear()
        said = [(name, value) for name, value in response.headers if name.lower() not in OF_THE_BODY]
        self._pages[key] = _Page(tag, request.host, g.site, g.actor, still, said)


def rests_on(still: Still) -> None:
    """Say of the page that is being made, which has an ETag: as long as `still(work)`, it stays the same page.

    `still` is asked for the same address, cookie, site and actor. Only for public views: what else a gate
    or the guard would ask the database is not asked again.
    """
    g.rests_on = still


def _key(environ: Mapping[str, Any]) -> tuple[Any, ...] | None:
    """Return all that an answer to a GET depends on; None for other methods, and for parts of a page."""
    if environ["REQUEST_METHOD"] != "GET" or "HTTP_HX_REQUEST" in environ:
        return None
    asked = ("HTTP_HOST", "SCRIPT_NAME", "PATH_INFO", "QUERY_STRING", "HTTP_COOKIE", "wsgi.url_scheme")
    return tuple(map(environ.get, asked))
