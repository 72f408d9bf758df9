"""Where a floor above reads new words before others do. Posts cannot ask it; `b2b/reactions` adds it here."""

from collections.abc import Callable

from b2b.core.db import Work
from b2b.posts.models import Post

READERS: list[Callable[[Work, Post], bool]] = []
"""Each says whether a moderator should look first."""


def must_wait(work: Work, post: Post) -> bool:
    """Let every reader see a new or changed post; say whether one of them wants a moderator to look first."""
    waits = [reader(work, post) for reader in READERS]  # each of them reads it, also after one said yes
    return any(waits)
