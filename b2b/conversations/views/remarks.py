"""What floors above show beside the messages of a conversation; filled in b2b/reactions."""

from collections.abc import Callable, Mapping

from markupsafe import Markup

from b2b.authz.predicates import Actor
from b2b.conversations.queries.reading import Line
from b2b.core.db import Work

REMARKS: list[Callable[[Work, Actor, Mapping[int, str]], dict[int, str]]] = []
"""Each gets messages by key with their reference, and returns finished HTML by key."""


def beside(work: Work, actor: Actor, lines: list[Line]) -> dict[int, Markup]:
    """Return what stands beside these messages for this reader, as safe HTML of our own templates."""
    references = {line.id: line.reference for line in lines if line.marked}
    shown: dict[int, Markup] = {}
    for remark in REMARKS if references else ():
        for key, html in remark(work, actor, references).items():
            shown[key] = shown.get(key, Markup()) + Markup(html)  # noqa: S704 - rendered by our own, escaping templates
    return shown
