"""A short write beside a page that only reads, such as "this was seen".

A GET has no transaction of its own, and a second writing one beside it would wait for itself.
What is written here may get lost: a store that is busy is no reason not to show the page.
"""

import logging
from collections.abc import Callable

from flask import current_app, request
from sqlalchemy.exc import OperationalError

from b2b.core.db import Work
from b2b.core.errors import Unavailable

log = logging.getLogger("b2b.web")


def seen(write: Callable[[Work], None]) -> None:
    """Run `write` in a transaction of its own, because a person looks at this page.

    A browser that only fetches ahead (Sec-Purpose), or asks for the headers alone, has seen nothing.
    """
    if request.method != "GET" or "prefetch" in request.headers.get("Sec-Purpose", ""):
        return
    try:
        with current_app.writing() as work:  # type: ignore[attr-defined]
            write(work)
    except (OperationalError, Unavailable):
        log.warning("what was seen could not be written: the store is busy")
