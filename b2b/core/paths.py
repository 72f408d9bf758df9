"""Addresses on this site that come in from outside, such as where to go after a choice."""

import re
from urllib.parse import urlsplit

PATH_MAX = 600


def local_path(typed: str | None) -> str | None:
    """Return `typed` when it is an address on this site, else None: nobody is sent elsewhere.

    Browsers read a backslash as a slash and skip control characters, so both are refused.
    """
    if not typed or len(typed) > PATH_MAX or not typed.startswith("/") or typed.startswith("//"):
        return None
    if re.search(r"[\\\x00-\x20\x7f]", typed):
        return None
    try:
        parts = urlsplit(typed)
    except ValueError:
        return None
    return typed if not parts.scheme and not parts.netloc else None
