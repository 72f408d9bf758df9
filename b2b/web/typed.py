"""What somebody typed when their session had just ended: kept over the sign-in, then given back.

It travels in the signed cookie of the same browser, so nothing is stored for who never comes
back. Only for words that may stand there: an address, which is sealed in the store, may not.
"""

import json
import zlib

from flask import request, session
from werkzeug.datastructures import MultiDict

KEY = "typed"
ROOM = 2200
"""Bytes after compression: a browser drops a cookie of more than 4 kB, with all that is in it."""


def keep(page: str) -> None:
    """Keep the form that was just sent, for when `page` (the path of its form) is shown again."""
    fields = [[name, value] for name, value in request.form.items(multi=True) if name != "csrf_token"]
    if len(zlib.compress(json.dumps(fields).encode())) <= ROOM:
        session[KEY] = {"page": page, "fields": fields}


def kept() -> MultiDict[str, str] | None:
    """Return what was typed in the form of this page before signing in, or None."""
    found = session.get(KEY)
    if not found or found["page"] != request.path:
        return None
    return MultiDict([(name, value) for name, value in found["fields"]])


def forget() -> None:
    """Drop it: the form was handled."""
    session.pop(KEY, None)
