"""What a text is probably about, for tiles and ticks beforehand. No database."""

from b2b.matching.rules import of_question, read
from b2b.matching.rules.classifier import type_chances
from b2b.matching.rules.lexicon import HelpType, concepts, help_types
from b2b.matching.rules.terms import chances_of
from b2b.matching.rules.types import types_of
from b2b.posts.categories import CATEGORIES, Category

SURE = 4.0
"""A task is ticked beforehand when its concept weighs at least this much: said, or strongly suggested."""


def suggested_types(text: str, most: int = 5) -> list[HelpType]:
    """Return the types of help that a text is probably about, the most probable first."""
    chances = type_chances(chances_of(read("", text)))
    if not any(chances.values()):
        return []
    order = sorted(chances.items(), key=lambda item: (-item[1], item[0]))
    return [help_types()[code] for code, _ in order[:most]]


def probable_categories(text: str) -> list[str]:
    """Return codes of kinds of help that a text is probably about, the most probable first."""
    return list(dict.fromkeys(kind.category for kind in suggested_types(text, 8)))


def probable_task(category: str, text: str) -> str:
    """Return the task of a category that a text is most probably about; nothing when the words do not say it."""
    question = of_question(text, "", types_of(category))
    wanted = {
        c: w for c, w in question.concepts.items() if concepts()[c].category == category and not concepts()[c].general
    }
    if not wanted:
        return ""
    best = max(wanted, key=lambda code: (wanted[code], code))
    return concepts()[best].task if wanted[best] >= SURE else ""


def suggested(text: str) -> list[Category]:
    """Return kinds of help that the words of a search hint at, the best first, at most three."""
    question = of_question(text)
    if not question.reading.concepts and not question.reading.situations:
        return []
    found = dict.fromkeys(CATEGORIES[kind.category].code for kind in suggested_types(text, 3))
    return [CATEGORIES[code] for code in found]
