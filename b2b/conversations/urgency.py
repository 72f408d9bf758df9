"""Whether a request is in a hurry: asked of a floor above, which keeps its clock. Filled by `b2b/reactions`."""

from collections.abc import Callable

from b2b.core.db import Work

URGENT: list[Callable[[Work, int], bool]] = []
"""Each says whether help for the post with this key is wanted soon: somebody did not come."""


def is_urgent(work: Work, post_id: int) -> bool:
    """Say whether anybody knows that this post is in a hurry."""
    return any(ask(work, post_id) for ask in URGENT)
