"""Who helped how often lately: asked of a floor above, which knows about appointments. Filled by `b2b/reactions`."""

from collections.abc import Callable, Mapping, Sequence

from b2b.core.db import Work

HELPED: list[Callable[[Work, Sequence[int]], Mapping[int, int]]] = []
"""Each returns how many times these members helped in the last month."""


def helped(work: Work, member_ids: Sequence[int]) -> dict[int, int]:
    """Return how many times each of these members helped in the last month, as far as anybody tells."""
    counts: dict[int, int] = {}
    for ask in HELPED if member_ids else ():
        for member_id, times in ask(work, member_ids).items():
            counts[member_id] = counts.get(member_id, 0) + times
    return counts
