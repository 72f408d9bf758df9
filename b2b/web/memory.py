"""What was drawn once for all who see the same, kept by this process until it is full."""

from collections.abc import Callable, Hashable
from typing import TypeVar

from flask import current_app

T = TypeVar("T")


def remembered(name: str, key: Hashable, most: int, make: Callable[[], T]) -> T:
    """Return what `make` made for this key before, or let it make it now.

    `key` holds everything that the outcome depends on: who may see something else has another key. At `most` things
    under this name all of them go. For an application, not for a request.
    """
    kept: dict[Hashable, T] = current_app.extensions.setdefault(f"b2b-{name}", {})
    if (found := kept.get(key)) is None:
        found = make()
        if len(kept) >= most:
            kept.clear()
        kept[key] = found
    return found
