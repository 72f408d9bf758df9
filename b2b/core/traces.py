"""Where something broke, for a log: what it was and where, never what it said.

The message of an error quotes what it was about: a statement with its values, an address that a mail server refused.
"""

from traceback import format_tb


def where(error: BaseException) -> str:
    """Return kinds of error and lines of code, of `error` and of what caused it, the newest first."""
    parts, seen = [], set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        parts.append(f"{type(current).__name__}\n{''.join(format_tb(current.__traceback__))}")
        current = current.__cause__ or current.__context__
    return "caused by ".join(parts).rstrip()
