"""Parts of a page that a script asks for again now and then: cheap when nothing changed, and never needed.

A part has `data-live` and the address it came from; assets/js/live.js decides when to ask (never for a tab that nobody
sees) and leaves alone what somebody is busy with. Without a script the page simply stays as it was.
"""

from collections.abc import Callable
from hashlib import blake2b
from typing import Any

from flask import Response, make_response, redirect, request

import b2b
from b2b.web.pages import wants_fragment
from b2b.web.transactions import current_actor


def part(known: Any, draw: Callable[[], str], whole: str) -> Response:
    """Answer 304 when the reader has this very part, else what `draw` returns.

    `known`: everything that the part shows, with a repr that tells one from another. `whole` is the address of the page
    itself, for who opens the address of a part by hand.
    """
    if not wants_fragment():
        return redirect(whole, 303)  # type: ignore[return-value]
    actor = current_actor()
    shown = repr((b2b.__version__, request.full_path, actor.member_id, actor.language, known))
    tag = blake2b(shown.encode(), digest_size=12).hexdigest()
    same = request.if_none_match.contains_weak(tag)
    response = Response(status=304) if same else make_response(draw())
    response.set_etag(tag, weak=True)
    response.headers["Cache-Control"] = "no-cache, private"
    response.headers["Vary"] = "Cookie, HX-Request"
    return response
