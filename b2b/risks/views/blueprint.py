"""The blueprint of risks, and what its pages share."""

from datetime import date

from flask import Blueprint, g

from b2b.core.clock import local
from b2b.posts.categories import find_category
from b2b.risks.rules import LEVEL_WORDS, level
from b2b.web.transactions import current_site

risks = Blueprint("risks", __name__)


def town() -> int:
    """Return the municipality of this page."""
    return current_site().municipality_id or 0


def today() -> date:
    """Return the day on the Dutch calendar."""
    return local(g.work.now()).date()


def level_words(likelihood: int, effect: int) -> tuple[str, str]:
    """Return what a weight is called, and the tone of its badge."""
    return LEVEL_WORDS[level(likelihood, effect)]


def category_label(code: str | None) -> str:
    """Return what a kind of help is called, or nothing."""
    category = find_category(code)
    return category.label if category else ""
