"""A request that comes twice is done once: the header Idempotency-Key."""

import re
from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Any

from flask import Response, g, request

from b2b.api import queries, service
from b2b.api.rules import IDEMPOTENCY_MAX
from b2b.api.v1.problems import Mistake, Refused
from b2b.api.v1.speaking import JSON

HEADER = "Idempotency-Key"
SHAPE = re.compile(rf"[!-~]{{1,{IDEMPOTENCY_MAX}}}")


def once(view: Callable[..., Any]) -> Callable[..., Any]:
    """Answer a repeated request as the first time. Without the header every request counts."""

    @wraps(view)
    def kept(**given: Any) -> Response:
        key = request.headers.get(HEADER)
        if key is None:
            return view(**given)
        if not SHAPE.fullmatch(key):
            told = [Mistake(part="header", location=HEADER, code="shape", detail="Hoogstens 64 letters en tekens.")]
            raise Refused(400, "Niet alles klopt. Bij errors staat wat.", errors=told)
        asked = sha256(b"\0".join((request.method.encode(), request.path.encode(), request.get_data()))).digest()
        known = queries.answer(g.work, g.caller.client_id, key)
        if known is not None and known.asked != asked:
            raise Refused(422)
        if known is not None:
            return _again(known.status, known.location, known.body)
        response: Response = view(**given)
        said = (response.status_code, response.headers.get("Location", ""), response.get_data(as_text=True))
        service.keep_answer(g.work, g.caller, key, asked, said)
        return response

    return kept


def _again(status: int, location: str, body: str) -> Response:
    response = Response(body, status, mimetype=JSON if body else None)
    if location:
        response.headers["Location"] = location
    return response
