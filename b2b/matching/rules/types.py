"""Between the types of matching and the categories and tasks of posts. Pure."""

from collections.abc import Iterable
from functools import cache

from b2b.matching.rules.lexicon import HelpType, concepts, help_types


@cache
def types_of(category: str, task: str = "") -> tuple[str, ...]:
    """Return the types that a post of this category and task can be of; "anders" says nothing.

    A type's own code is accepted too: sets of examples name types.
    """
    found = [kind for kind in help_types().values() if kind.category == category]
    exact = [kind.code for kind in found if task and kind.task == task]
    exact = exact or [kind.code for kind in found if task and not kind.task]
    if exact and category != "anders":
        return tuple(exact)
    if category == "anders":
        return ()
    if not found and category in help_types():
        return (category,)
    return tuple(kind.code for kind in found)


def types_of_ticks(ticks: Iterable[tuple[str, tuple[str, ...]]]) -> tuple[str, ...]:
    """Return the types of everything that was ticked: (category, its tasks)."""
    pairs = [(category, task) for category, tasks in ticks for task in tasks or ("",)]
    return tuple(dict.fromkeys(code for category, task in pairs for code in types_of(category, task)))


def concepts_of_ticks(ticks: Iterable[tuple[str, tuple[str, ...]]]) -> tuple[str, ...]:
    """Return the concepts that ticked tasks stand for."""
    return tuple(
        dict.fromkeys(
            code for category, tasks in ticks for task in tasks for code in concepts_of_task(category, task)
        )
    )


@cache
def concepts_of_task(category: str, task: str) -> tuple[str, ...]:
    """Return the concepts that a ticked task stands for, when there are few: then the tick says enough."""
    found = [c.code for c in concepts().values() if c.category == category and c.task == task and not c.general]
    return tuple(found) if task and len(found) <= 3 else ()


def tile_types(tile: str) -> tuple[str, ...]:
    """Return the types of a tile: a type's own code, or a category."""
    return (tile,) if tile in help_types() else types_of(tile)


def of_type(code: str) -> HelpType | None:
    """Return the type with this code."""
    return help_types().get(code)
