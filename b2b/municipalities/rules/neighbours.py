"""Quiet neighbourhoods are shown together with those beside them, and the page says so."""

from collections.abc import Mapping, Sequence

ENOUGH_POSTS = 6
"""With fewer open posts a neighbourhood is thin: it would look as if nobody lives there."""


def is_thin(open_posts: int, enough: int = ENOUGH_POSTS) -> bool:
    """Say whether a neighbourhood has too few open posts to stand alone."""
    return open_posts < enough


def shown_with(
    neighbourhood_id: int, open_posts: Mapping[int, int], adjacent: Sequence[int], enough: int = ENOUGH_POSTS
) -> list[int]:
    """Return the neighbourhoods whose posts one page shows: its own first, then (when thin) those beside it."""
    if not is_thin(open_posts.get(neighbourhood_id, 0), enough):
        return [neighbourhood_id]
    return [neighbourhood_id, *(other for other in adjacent if other != neighbourhood_id)]
