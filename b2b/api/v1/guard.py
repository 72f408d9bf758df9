"""Who may call an operation: everybody, or a client with a scope. Each view says so on a line of its own."""

from collections.abc import Callable
from typing import Any

from b2b.web.guard import public


def for_everybody(view: Callable[..., Any]) -> Callable[..., Any]:
    """Open an operation to everybody, from any site: it gives what a visitor sees, whoever is signed in."""
    view.machine = view.open_data = True  # type: ignore[attr-defined]
    return public(view)
