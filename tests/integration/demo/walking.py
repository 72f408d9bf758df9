"""Through the demo as each of its people: every page that links lead to."""

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import urldefrag

from b2b.accounts import queries as people
from b2b.config import Settings
from b2b.core.clock import ManualClock
from b2b.factory import create_app
from b2b.municipalities.queries import municipality_by_code
from b2b.notifications.channels.twin import MailTwin
from tests.client import Browser
from tests.conftest import MONDAY, SECRET

LINK = re.compile(r'<a\b[^>]* href="([^"]*)"')
PER_SHAPE = 1
"""How many pages of one shape (/berichten/V-…) are looked at for one person."""


def demo_settings(database: Any) -> Settings:
    """Return the settings of a demo that nothing holds up."""
    return Settings(secret_key=SECRET, base_url="http://localhost", demo=True, limits=False, worker=False)


def demo_app(database: Any) -> Any:
    """Return the site of the demo, that answers mistakes with a page as it does outside tests."""
    app = create_app(demo_settings(database), database, clock=ManualClock(MONDAY), outside={"mail": MailTwin()})
    app.testing = False
    return app


def demo_people(app: Any) -> list[Any]:
    """Return the people of Utrecht."""
    with app.reading() as work:
        return people.demo_people(work, municipality_by_code(work, "GM0344").id or 0)


def signed_in(app: Any, person: Any) -> Browser:
    """Return the browser of one of them."""
    browser = Browser(app, app.writing)
    sign_in(browser, person)
    return browser


def sign_in(browser: Browser, person: Any) -> None:
    """Sign in as the sign-in page of the demo offers."""
    browser.post("/inloggen/demo", {"wie": person.reference})


def shape_of(address: str) -> str:
    """Return an address without what it names: "/berichten/*"."""
    return "/".join("*" if part[1:2] == "-" else part for part in address.partition("?")[0].split("/"))


def walk(browser: Browser, known: set[str] | frozenset[str] = frozenset()) -> Iterator[tuple[str, Any]]:
    """Open every page that links lead to, but for what is `known`; give each address with its answer."""
    todo, seen, shapes = ["/", "/mijn"], set(), Counter[str]()
    while todo:
        address = todo.pop(0)
        shape = shape_of(address)
        if address in seen | known or shapes[shape] >= PER_SHAPE:
            continue
        shapes[shape] += 1
        seen.add(address)
        answer = browser.follow(browser.get(address))
        yield address, answer
        if answer.mimetype == "text/html":
            links = (urldefrag(unescape(link))[0] for link in LINK.findall(answer.text))
            todo += [link for link in links if link.startswith("/") and not link.startswith("/static/")]
