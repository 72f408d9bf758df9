"""What other features add to the page of results: signposts, for example. Filled by `b2b/reactions`.

They stand above matching, so matching cannot ask them. A part is shown above the posts, in this order.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from b2b.authz.predicates import Actor
from b2b.core.db import Work


@dataclass(frozen=True)
class Asked:
    """What somebody searches for: the words, the likely kinds of help (best first), and concepts with their weight."""

    municipality_id: int
    text: str
    categories: tuple[str, ...]
    concepts: Mapping[str, float]
    neighbourhood_id: int | None = None


Part = Callable[[Work, Actor, Asked], str | None]

PARTS: list[Part] = []
"""Each returns finished HTML of our own templates for this reader and these words, or None."""


def more_results(work: Work, actor: Actor, asked: Asked) -> list[Markup]:
    """Return what other features found, as safe HTML of our own templates."""
    shown = (part(work, actor, asked) for part in PARTS)
    return [Markup(part) for part in shown if part]  # noqa: S704 - rendered by our own, escaping templates
