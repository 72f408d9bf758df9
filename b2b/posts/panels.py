"""Where other features put their part of a post's page: reactions, reasons, a handoff.

They stand above posts, so posts cannot ask them. `b2b/reactions` adds their functions here.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from markupsafe import Markup

from b2b.authz.predicates import Actor
from b2b.core.db import Work
from b2b.posts.models import Draft, Post

Panel = Callable[[Work, Actor, Post], str | None]

PANELS: list[Panel] = []
"""Each returns finished HTML for this reader, or None. They are shown in this order."""


DRAFT_PANELS: list[Callable[[Work, Actor, Draft], str | None]] = []
"""The same for the last look before a post is placed: who may help, or which questions fit."""


class StepPart(Protocol):
    """What a floor above shows with a question of the wizard; `stopped`: neighbours cannot do what was chosen."""

    def __call__(self, work: Work, draft: Draft, *, stopped: bool) -> str | None: ...


STEP_PARTS: list[StepPart] = []
"""Each returns finished HTML of our own templates for this draft, or None."""


@dataclass(frozen=True)
class Helper:
    """A neighbour who can be asked: `reference` is of the offer by which we know them, `words` what the asker reads."""

    member_id: int
    reference: str
    words: str


HELPERS: list[Callable[[Work, Actor, Draft], list[Helper]]] = []
"""Each returns neighbours who may help with what a draft asks, the best first."""


ORDERS: list[Callable[[Work, int, str], list[str]]] = []
"""Each returns codes of kinds of help for what somebody of a municipality typed, the most probable first."""

TAPS: list[Callable[[Work, int, str, str], None]] = []
"""Each is told that somebody typed these words and then chose this kind of help; words are not to be kept."""


TASK_GUESSES: list[Callable[[str, str], str]] = []
"""Each returns the code of the task of a category that a text is about, or nothing."""


NAMED: list[Callable[[Work, int, str], Mapping[str, Sequence[str]]]] = []
"""Each returns the kinds of help that words of somebody in a municipality name, with the parts of each: to be ticked."""


def panels(work: Work, actor: Actor, post: Post) -> list[Markup]:
    """Return the parts of other features for the page of `post`, as safe HTML of our own templates."""
    shown = (panel(work, actor, post) for panel in PANELS)
    return [Markup(part) for part in shown if part]  # noqa: S704 - rendered by our own, escaping templates


def draft_panels(work: Work, actor: Actor, draft: Draft) -> list[Markup]:
    """Return the parts of other features for the check of `draft`, as safe HTML of our own templates."""
    shown = (panel(work, actor, draft) for panel in DRAFT_PANELS)
    return [Markup(part) for part in shown if part]  # noqa: S704 - rendered by our own, escaping templates


def step_parts(work: Work, draft: Draft, *, stopped: bool = False) -> list[Markup]:
    """Return what floors above show with the kind of help that was chosen, as safe HTML of our own templates."""
    shown = (part(work, draft, stopped=stopped) for part in STEP_PARTS)
    return [Markup(part) for part in shown if part]  # noqa: S704 - rendered by our own, escaping templates


def helpers(work: Work, actor: Actor, draft: Draft) -> list[Helper]:
    """Return neighbours who can be asked what `draft` asks, each once."""
    found = (helper for finder in HELPERS for helper in finder(work, actor, draft))
    return list({helper.member_id: helper for helper in found}.values())


def probable_kinds(work: Work, municipality_id: int, text: str) -> list[str]:
    """Return codes of kinds of help for what somebody typed; nothing when nobody can tell."""
    return next((codes for order in ORDERS if text and (codes := order(work, municipality_id, text))), [])


def tapped(work: Work, municipality_id: int, text: str, category: str) -> None:
    """Tell that somebody typed these words and chose this kind of help."""
    for tell in TAPS if text else ():
        tell(work, municipality_id, text, category)


def probable_task(category: str, text: str) -> str:
    """Return the task to tick beforehand for what somebody typed; nothing when nobody can tell."""
    return next((task for guess in TASK_GUESSES if text and (task := guess(category, text))), "")


def named_kinds(work: Work, municipality_id: int, text: str) -> Mapping[str, Sequence[str]]:
    """Return the kinds of help that somebody's words name, the clearest first, with the parts of each."""
    return next((named for read in NAMED if text and (named := read(work, municipality_id, text))), {})
