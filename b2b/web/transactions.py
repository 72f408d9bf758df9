"""Returning from a view commits; raising rolls back. Reading pages never open a transaction."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any

from flask import Flask, Response, g, has_request_context, request

from b2b.authz.predicates import Actor
from b2b.config import Settings
from b2b.core.clock import Clock
from b2b.core.db import Reactions, Work, unit_of_work
from b2b.core.engines import Database
from b2b.core.reach import EVERYWHERE
from b2b.web.folding import Environment
from b2b.web.site import NOWHERE, Site
from b2b.web.unchanged import Unchanged

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class App(Flask):
    """Flask with our unit of work around each view. The factory sets the attributes below."""

    jinja_environment = Environment

    settings: Settings
    database: Database
    reactions: Reactions
    clock: Clock
    services: Mapping[str, Any]
    load_site: Callable[[Work, str], Site]
    load_actor: Callable[[Site], Actor]
    same_actor: Callable[[Work, Actor], bool]
    gates: Sequence[Callable[[Any], Any]] = ()
    """Asked before each view, in this order; the first answer that is one takes the place of the page."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.unchanged = Unchanged(self)

    def wsgi_app(self, environ: Any, start_response: Any) -> Any:
        """Answer a request: at once when nothing changed for who has the page already, else as Flask does."""
        headers = self.unchanged.headers(environ) if "HTTP_IF_NONE_MATCH" in environ else None
        if headers is None:
            return super().wsgi_app(environ, start_response)
        start_response("304 NOT MODIFIED", headers)
        return []

    def process_response(self, response: Response) -> Response:
        """Finish an answer, and remember what it rests on."""
        finished = super().process_response(response)
        self.unchanged.keep(finished)
        return finished

    def dispatch_request(self) -> Any:
        """Run the view inside one unit of work: the reading engine for GET, else the writing one."""
        endpoint = request.endpoint or ""
        view = self.view_functions.get(endpoint)
        if endpoint == "static" or getattr(view, "stateless", False):
            return super().dispatch_request()
        begin = self.reading if request.method in SAFE else self.writing
        with begin() as work:
            g.work = work
            g.site = site = self.load_site(work, request.host)
            work.narrow(site.municipality_id)
            if getattr(view, "machine", False):
                g.actor = Actor(municipality_id=site.municipality_id)  # cookies of a browser count for nothing
                return super().dispatch_request()
            g.actor = actor = self.load_actor(site)
            work.actor_id = actor.member_id
            return self._at_a_gate(view) or super().dispatch_request()

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """Return `func`: nothing here is a coroutine, and Flask would look at every hook of every request."""
        return func

    def reading(self) -> AbstractContextManager[Work]:
        """Open a unit of work that only looks."""
        return unit_of_work(self.database.read, self.reactions, self.clock, reach=_reach())

    def writing(self) -> AbstractContextManager[Work]:
        """Open a unit of work that may change things. Never inside another one that writes."""
        return unit_of_work(self.database.write, self.reactions, self.clock, reach=_reach())

    def _at_a_gate(self, view: Any) -> Any:
        return next((answer for gate in self.gates if (answer := gate(view))), None)


def _reach() -> str:
    """Within a request, what its own work sees: what its host shows; before that is known and in the worker, everything."""
    return g.work.reach if has_request_context() and "work" in g else EVERYWHERE


def current_site() -> Site:
    """Return the municipality this page is for, also on an error page."""
    return g.get("site", NOWHERE)


def actor_at_home() -> Actor:
    """Return who asks as their own municipality knows them: for the menu, also while they work elsewhere."""
    return g.get("home_actor") or current_actor()


def work_elsewhere(actor: Actor) -> None:
    """From here on this request works in another municipality, as `actor`: it sees that one, and no longer its own."""
    g.home_actor, g.actor = current_actor(), actor
    g.work.narrow(actor.municipality_id)


def current_actor() -> Actor:
    """Return who asks; nobody in particular when the request failed before that was known."""
    return g.get("actor") or Actor(municipality_id=current_site().municipality_id)
