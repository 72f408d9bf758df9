"""Signposts on pages of others: folded away beside a question, open where neighbours must not help."""

from typing import Any

from b2b.authz.predicates import Actor
from b2b.core.db import Work
from b2b.matching.results import Asked
from b2b.posts.rules import PostKind
from b2b.signposts import queries
from b2b.signposts.models import Signpost
from b2b.web.pages import render


def beside_step(work: Work, draft: Any, *, stopped: bool) -> str | None:
    """Return where else somebody can go for the kind of help that was chosen; `stopped`: neighbours cannot do it."""
    if draft.kind is not PostKind.REQUEST:
        return None
    found = queries.fitting(work, draft.municipality_id, (draft.answers.get("category", ""),))
    return render("signposts/beside.html", found=found, opened=stopped) if found else None


def beside_results(work: Work, _actor: Actor, asked: Asked) -> str | None:
    """Return where else to go for what somebody searches, when a kind of help is clear."""
    if not asked.categories:
        return None
    near = queries.fitting(work, asked.municipality_id, asked.categories[:1])
    found = [each for each in near if each.category]  # what fits everything would stand above every search
    return render("signposts/beside.html", found=found, opened=False) if found else None


def own_numbers(work: Work, municipality_id: int) -> list[Signpost]:
    """Return the numbers for emergencies that a municipality added to the national ones."""
    return queries.for_danger(work, municipality_id)
