"""Every page there is, for everybody who can see it: found through the routes and the demo's own objects.

A page of a view that was looked at before is worth it again when it shows a part that the view did not show yet,
so that a walk sees each state of each page and ends within minutes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from sqlmodel import SQLModel, col, select
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Rule

from b2b.municipalities.queries import places
from b2b.posts.wizard import Step
from b2b.web.transactions import App

SLUGS = {
    "step": [step.value for step in Step],
    "text": ["spelregels", "hulp-koken"],
    "version": ["versie-1", "versie-3"],
    "item": ["dpia"],
    "district": ["overvecht"],
    "wijk": ["overvecht"],
    "quarter": ["2026-3"],
    "code": ["verkoop"],
    "number": ["4"],
}
ARGUMENT = re.compile(r"<(?:(\w+)(?:\([^)]*\))?:)?(\w+)>")
PARTS = re.compile(r"<(\w+)[^>]*?class=\"([^\"]*)\"")
SECRET = re.compile(r"/afspraken/(vast/)?gedeeld/")
LINK = re.compile(r"href=\"(?:http://[\w.:]+)?(/[^\"#]*)")
OBJECT = re.compile(r"/[A-Z]-[0-9A-Z]{4}-[0-9A-Z]{4}")
OF_A_FEATURE = ("/static/", "/thema/", "/health/")
HOME = "zambesidreef-en-omgeving"
"""The neighbourhood in which most of the demo happens."""
OBJECTS = 100
"""Of one kind, so many are asked for: the story that was played comes before the year that was written."""
MANY = 3
"""Of one view, so many differently built pages are looked at for one person."""


@dataclass(frozen=True)
class Found:
    """A page worth looking at."""

    path: str
    endpoint: str
    status: int


class Map:
    """The addresses of a site."""

    def __init__(self, app: App):
        self.app = app
        self._routes = app.url_map.bind("127.0.0.1")
        with app.reading() as work:
            self._references = {
                model.__name__.lower(): list(
                    work.exec(select(col(model.reference)).order_by(*model.__table__.primary_key).limit(OBJECTS))
                )
                for model in _models(SQLModel)
                if hasattr(model, "reference")
            }
            town = app.load_site(work, "127.0.0.1").municipality_id or 0
            hoods = [hood.slug for quarter in places(work, town).quarters for hood in quarter.hoods]
        self._slugs = {"neighbourhood": [HOME, *hoods[:6], *hoods[-6:]], **SLUGS}

    def addresses(self) -> Iterator[str]:
        """Yield every address that can be made of the routes, those with a reference for every object.

        An address of two objects is for a page to name: not every two belong together.
        """
        for rule in self.app.url_map.iter_rules():
            of_one = rule.rule.count("<ref:") <= 1
            if of_one and "GET" in (rule.methods or ()) and not rule.rule.startswith(OF_A_FEATURE):
                yield from self._filled(rule)

    def endpoint(self, path: str) -> str:
        """Return the view that an address leads to; "" when there is none."""
        try:
            return str(self._routes.match(urlsplit(path).path)[0])
        except HTTPException:
            return ""

    def _filled(self, rule: Rule) -> list[str]:
        filled = [rule.rule]
        for kind, name in ARGUMENT.findall(rule.rule):
            values = self._references.get(name, []) if kind == "ref" else self._slugs.get(name, [])
            filled = [ARGUMENT.sub(value, path, count=1) for path in filled for value in values]
        return filled


def walk(site_map: Map, cookie: str | None, known: dict[str, set[str]], only: str = "") -> Iterator[Found]:
    """Yield the pages that who has `cookie` can see and that show a part which is not `known` of that view.

    `only`: how the views begin that are worth it for this person; all of them when it is empty.
    """
    client = site_map.app.test_client()
    if cookie:
        client.set_cookie("b2b", cookie)
    counts: dict[str, int] = {}
    waiting, queued = list(site_map.addresses()), set()
    while waiting:
        path = waiting.pop(0)
        endpoint = site_map.endpoint(path)
        if path in queued or not endpoint or not endpoint.startswith(only) or counts.get(endpoint, 0) >= MANY:
            continue
        queued.add(path)
        answer = client.get(path)
        if answer.status_code not in (200, 409, 410) or answer.mimetype != "text/html":
            continue
        parts = _parts(path, answer.status_code, answer.text)
        if parts <= known[endpoint]:
            continue
        known[endpoint] |= parts
        counts[endpoint] = counts.get(endpoint, 0) + 1
        yield Found(path, endpoint, answer.status_code)
        # A filter, a page further on, a report about this, two things that belong together, a secret: only a page knows.
        links = LINK.findall(answer.text.replace("&amp;", "&"))
        waiting += [link for link in links if SECRET.match(link) or "?" in link or len(OBJECT.findall(link)) > 1]


def _parts(path: str, status: int, html: str) -> set[str]:
    main = html.partition("<main")[2] or html
    parts = {f"{tag}.{classes}" for tag, classes in PARTS.findall(main)}
    return parts | {f"?{name}" for name in parse_qs(urlsplit(path).query)} | {str(status)}


def _models(base: Any) -> Iterator[Any]:
    for model in base.__subclasses__():
        if getattr(model, "__table__", None) is not None:
            yield model
        yield from _models(model)
