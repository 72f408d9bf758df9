"""Everything an offer is for: kinds of help, each with its parts, the main one first. Pure.

A request asks one thing. Who offers help can often do more, so an offer has a main kind (the columns `category` and
`task` of a post) and, in the column `also`, what was ticked besides.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from b2b.posts.categories import CATEGORIES

KINDS_MAX = 6
"""Kinds of help of one offer, the main one counted: who ticks everything is found for nothing in particular."""
ALSO_MAX = 400
"""Characters of `also`: six kinds with all their parts fit."""


class Ticked(NamedTuple):
    """A kind of help that was ticked, with the parts of it that were."""

    category: str
    tasks: tuple[str, ...] = ()


Ticks = tuple[Ticked, ...]


def packed(ticks: Sequence[Ticked]) -> str:
    """Return what is ticked besides the first task of the first kind, as `also` keeps it.

    "|boodschappen:samen|huisdieren:uitlaten,passen|": so that a kind is found by `mark`.
    """
    main, *others = ticks or (Ticked(""),)
    besides = [*([Ticked(main.category, main.tasks[1:])] if main.tasks[1:] else []), *others]
    return "|" + "".join(f"{kind}:{','.join(tasks)}|" for kind, tasks in besides) if besides else ""


def unpacked(category: str, task: str, also: str) -> Ticks:
    """Return everything a post is for, the main kind first. What is no kind of help (any more) is left out."""
    found = {category: (task,) if task else ()}
    for part in filter(None, also.split("|")):
        kind, _, tasks = part.partition(":")
        if kind in CATEGORIES:
            found[kind] = (*found.get(kind, ()), *filter(None, tasks.split(",")))
    return tuple(Ticked(kind, tasks) for kind, tasks in found.items())


def mark(category: str) -> str:
    """Return the pattern by which `also` is searched for a kind of help."""
    return f"%|{category}:%"


def kept(pairs: Iterable[Sequence[object]]) -> Ticks:
    """Return ticks from the answers of a draft, which holds them as lists."""
    return tuple(Ticked(str(kind), tuple(str(task) for task in tasks)) for kind, tasks in pairs)  # type: ignore[attr-defined]


def rechosen(before: Ticks, chosen: Sequence[str]) -> Ticks:
    """Return the kinds in `chosen` with the parts they had before; the main kind stays first when it is still chosen."""
    tasks = dict(before)
    stays = [one.category for one in before[:1] if one.category in chosen]
    order = dict.fromkeys([*stays, *chosen])
    return tuple(Ticked(kind, tasks.get(kind, ())) for kind in order)


def ticked_again(named: Sequence[str], before: Sequence[str], chosen: Sequence[str]) -> list[str]:
    """Return what to tick when the words above the tiles changed: a hand that ticked or unticked is not overruled.

    `named`: the kinds that the words name now; `before`: those that they ever named; `chosen`: what is ticked.
    """
    by_words = [code for code in named if code in chosen or code not in before]
    by_hand = [code for code in chosen if code not in before and code not in named]
    return [*by_words, *by_hand][:KINDS_MAX]


def led_by(main: str, ticks: Ticks) -> Ticks:
    """Return the same with another main kind, when it is among them."""
    return tuple(sorted(ticks, key=lambda one: one.category != main))


def labels(ticks: Iterable[Ticked]) -> list[str]:
    """Return what each kind is called."""
    return [CATEGORIES[one.category].label for one in ticks if one.category in CATEGORIES]


def lines(ticks: Iterable[Ticked]) -> list[tuple[str, list[str]]]:
    """Return (what a kind is called, what its ticked parts are called)."""
    known = [(CATEGORIES[one.category], one.tasks) for one in ticks if one.category in CATEGORIES]
    return [
        (category.label, [task.label for code in tasks if (task := category.task(code))]) for category, tasks in known
    ]
