"""What a developer has to know, with examples that work here."""

from typing import Any

from flask import abort, request

from b2b.api.rules import SCOPE_WORDS, Happening
from b2b.api.v1.blueprint import VERSION
from b2b.api.v1.places import here
from b2b.api.views.blueprint import api
from b2b.web.guard import public
from b2b.web.pages import page


@api.get("/ontwikkelaars")
@public
def developers() -> Any:
    """Explain the API, the feeds and the list for other sites."""
    base = request.host_url.rstrip("/")
    hood = next(iter(here().hoods.values()), None) or abort(404)
    return page(
        "api/developers.html", base=base, hood=hood, version=VERSION, scopes=SCOPE_WORDS, happenings=list(Happening)
    )
