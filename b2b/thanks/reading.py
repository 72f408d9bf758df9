"""What floors above add: who reads new words before others do, and what stands on the page of a thank-you."""

from collections.abc import Callable

from markupsafe import Markup

from b2b.authz.predicates import Actor
from b2b.core.db import Work
from b2b.thanks.models import Thanks

READERS: list[Callable[[Work, Thanks], bool]] = []
"""Each says whether a moderator should look first; filled in b2b/reactions."""
PANELS: list[Callable[[Work, Actor, Thanks], str | None]] = []
"""Pieces of the page of a thank-you, as finished HTML; filled in b2b/reactions."""


def is_held(work: Work, thanks: Thanks) -> bool:
    """Let every reader see new words; say whether one of them wants a moderator to look first."""
    held = [reader(work, thanks) for reader in READERS]  # each of them reads it, also after one said yes
    return any(held)


def panels(work: Work, actor: Actor, thanks: Thanks) -> list[Markup]:
    """Return what floors above add to this thank-you, as safe HTML of our own templates."""
    shown = (panel(work, actor, thanks) for panel in PANELS)
    return [Markup(part) for part in shown if part]  # noqa: S704 - rendered by our own, escaping templates
