"""What a text is probably about, for tiles and ticks beforehand."""

from b2b.core.db import Work
from b2b.matching.queries.learnt import learns, own_words, tap_counts
from b2b.matching.rules import Question, of_question, read
from b2b.matching.rules.analyzer import Reading
from b2b.matching.rules.classifier import type_chances
from b2b.matching.rules.learning import reordered
from b2b.matching.rules.lexicon import HelpType, concepts, help_types
from b2b.matching.rules.terms import chances_of
from b2b.matching.rules.types import types_of
from b2b.posts.categories import CATEGORIES, Category

SURE = 4.0
"""A task is ticked beforehand when its concept weighs at least this much: said, or strongly suggested."""

NAMED = 0.5
"""A kind of help is ticked beforehand when a concept of it stands in the text at least half as clearly as can be."""


def suggested_types(text: str, most: int = 5) -> list[HelpType]:
    """Return the types of help that a text is probably about, the most probable first."""
    return types_for(read("", text), most)


def types_for(reading: Reading, most: int = 5) -> list[HelpType]:
    """Return the same for a text that was read."""
    chances = type_chances(chances_of(reading))
    if not any(chances.values()):
        return []
    order = sorted(chances.items(), key=lambda item: (-item[1], item[0]))
    return [help_types()[code] for code, _ in order[:most]]


def probable_categories(text: str) -> list[str]:
    """Return codes of kinds of help that a text is probably about, the most probable first."""
    return list(dict.fromkeys(kind.category for kind in suggested_types(text, 8)))


def usual_categories(work: Work, municipality_id: int, text: str) -> list[str]:
    """Return the same in the order that people here usually choose, read with the municipality's own words."""
    reading = read("", text, own=own_words(work, municipality_id))
    guesses = list(dict.fromkeys(kind.category for kind in types_for(reading, 8)))
    if not guesses or not learns(work, municipality_id):
        return guesses
    counts = tap_counts(work, municipality_id, guesses[0])
    if not counts:
        return guesses
    summed: dict[str, float] = {}
    for code, chance in type_chances(chances_of(reading)).items():
        category = help_types()[code].category
        summed[category] = summed.get(category, 0.0) + chance
    moved = reordered(summed, counts)
    return sorted(moved, key=lambda code: (-moved[code], code))[: len(guesses)]


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


def named_kinds(work: Work, municipality_id: int, text: str) -> dict[str, tuple[str, ...]]:
    """Return the categories that words name, the clearest first, each with the tasks they name: to tick beforehand.

    Only what stands in the text: what the classifier would add somebody may choose, but we do not choose it for them.
    """
    reading = read("", text, own=own_words(work, municipality_id))
    found: dict[str, tuple[str, ...]] = {}
    for code, strength in sorted(reading.concepts.items(), key=lambda item: (-item[1], item[0])):
        concept = concepts()[code]
        if strength >= NAMED and concept.category != "anders":
            task = (concept.task,) if concept.task and not concept.general else ()
            found[concept.category] = tuple(dict.fromkeys((*found.get(concept.category, ()), *task)))
    return found


def suggested(question: Question) -> list[Category]:
    """Return kinds of help that the words of a search hint at, the best first, at most three."""
    if not question.reading.concepts and not question.reading.situations:
        return []
    found = dict.fromkeys(CATEGORIES[kind.category].code for kind in types_for(question.reading, 3))
    return [CATEGORIES[code] for code in found]
