"""Who helped how often lately, and who does not want to be asked now: asked of a floor above, which knows. Filled by `b2b/reactions`."""

from collections.abc import Callable, Collection, Mapping, Sequence

from b2b.core.db import Work

HELPED: list[Callable[[Work, Sequence[int]], Mapping[int, int]]] = []
"""Each returns how many times these members helped in the last month."""


TIRED: list[Callable[[Work, Mapping[int, int]], Collection[int]]] = []
"""Each gets members with the offer by which we know them, and returns who does not want to be asked now."""


def tired(work: Work, offers: Mapping[int, int]) -> frozenset[int]:
    """Return who of these members rests, wants no mail at this hour, or helped enough this month."""
    return frozenset(member_id for ask in TIRED if offers for member_id in ask(work, offers))


def helped(work: Work, member_ids: Sequence[int]) -> dict[int, int]:
    """Return how many times each of these members helped in the last month, as far as anybody tells."""
    counts: dict[int, int] = {}
    for ask in HELPED if member_ids else ():
        for member_id, times in ask(work, member_ids).items():
            counts[member_id] = counts.get(member_id, 0) + times
    return counts
