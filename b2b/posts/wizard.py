"""The steps of placing a post: which answers each one gives, and which one comes next. Pure.

A request has one kind of help (`category`, `task`). An offer may have more: `ticks` holds them all, the main one
first, and `category` and `task` say what is in front.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from b2b.core.words import N_
from b2b.posts.categories import CATEGORIES, Risk
from b2b.posts.rules import Behalf, DraftIncomplete, PostKind, PostWords
from b2b.posts.ticks import Ticked, Ticks, kept

Answers = Mapping[str, Any]


class Step(StrEnum):
    """The pages in their order; the value is the last part of the address."""

    CATEGORY = "soort"
    RULES = "regels"
    WORDS = "wat"
    PLACE = "waar"
    HELPERS = "wie"
    CHECK = "controle"
    TERMS = "voorwaarden"


class Place(StrEnum):
    """Where the help is given."""

    HOME = "home"
    ELSEWHERE = "elsewhere"
    EITHER = "either"


PLACE_LABELS = {
    Place.HOME: N_("Bij mij thuis"),
    Place.ELSEWHERE: N_("Ergens anders"),
    Place.EITHER: N_("Dat maakt niet uit"),
}


class Reader(StrEnum):
    """Who reads a post, as its author chooses."""

    EVERYBODY = "iedereen"
    NEIGHBOURS = "buren"
    QUIET = "stil"


READER_LABELS = {
    Reader.EVERYBODY: N_("Iedereen"),
    Reader.NEIGHBOURS: N_("Alleen buren die hebben laten zien dat ze hier wonen"),
    Reader.QUIET: N_("Stille vraag: alleen een paar buren die jij kiest of die goed passen, en de buurtmoderator"),
}
BEHALF_LABELS = {
    Behalf.FAMILY: N_("Voor een familielid"),
    Behalf.NEIGHBOUR: N_("Voor een buur of een kennis"),
    Behalf.CLIENT: N_("Voor iemand die ik help voor mijn werk"),
}
BEHALF_SHOWN = {
    Behalf.FAMILY: N_("Een familielid van wie dit vraagt"),
    Behalf.NEIGHBOUR: N_("Een buur of een kennis van wie dit vraagt"),
    Behalf.CLIENT: N_("Iemand die hulp krijgt van wie dit vraagt"),
}
"""The same for who reads the post."""
OTHER_HOME = N_("Bij die persoon thuis")


def steps(answers: Answers) -> list[Step]:
    """Return the pages of this post: helpers when it is quiet, and the rules where there is something to tick.

    A request skips the rules when its kind of help has none; who offers ticks there what they can do.
    """
    category = CATEGORIES.get(answers.get("category", ""))
    skipped = set() if answers.get("quiet") else {Step.HELPERS}
    if "ticks" not in answers and category is not None and category.risk is Risk.LOW:
        skipped.add(Step.RULES)
    return [step for step in Step if step not in skipped]


def ticks(answers: Answers) -> Ticks:
    """Return everything an offer is for so far, the main kind first; of one kind of help that kind."""
    if "ticks" in answers:
        return kept(answers["ticks"])
    task = answers.get("task")
    return (Ticked(answers["category"], (task,) if task else ()),) if answers.get("category") else ()


def ticked(chosen: Ticks) -> dict[str, Any]:
    """Return the answers that say everything an offer is for."""
    main = chosen[0] if chosen else Ticked("")
    return {
        "category": main.category,
        "task": main.tasks[0] if main.tasks else "",
        "ticks": [[one.category, list(one.tasks)] for one in chosen],
    }


def rules_read(chosen: Ticks) -> str:
    """Return the answer that says of which kinds of help somebody read the rules."""
    return " ".join(sorted(one.category for one in chosen))


def reader(answers: Answers) -> Reader:
    """Return who will read the post, as answered so far."""
    if answers.get("quiet"):
        return Reader.QUIET
    return Reader.NEIGHBOURS if answers.get("for_neighbours") else Reader.EVERYBODY


def answered(step: Step, answers: Answers) -> bool:
    """Say whether the answers of `step` are there."""
    if step is Step.CATEGORY:
        return answers.get("category") in CATEGORIES
    if step is Step.RULES:
        return "category" in answers and answers.get("rules") == rules_read(ticks(answers))
    if step is Step.WORDS:
        return bool(answers.get("title") and answers.get("body"))
    if step is Step.PLACE:
        return bool(answers.get("neighbourhood_id") and answers.get("place"))
    if step is Step.HELPERS:
        return "helpers" in answers
    return step is Step.CHECK  # it only looks back


def reachable(step: Step, answers: Answers) -> Step:
    """Return `step`, or the first page before it that still waits for an answer."""
    for earlier in steps(answers):
        if earlier is step or not answered(earlier, answers):
            return earlier
    return Step.CATEGORY


def following(step: Step, answers: Answers, *, changing: bool = False) -> Step:
    """Return the page after `step`. Who was changing one answer goes back to the check, when that can be."""
    if changing and step is not Step.CHECK:
        return reachable(Step.CHECK, answers)
    pages = steps(answers)
    after = pages[pages.index(step) + 1 :] if step in pages else pages
    return after[0] if after else Step.TERMS


def before(step: Step, answers: Answers) -> Step | None:
    """Return the page before `step`, or None for the first."""
    pages = steps(answers)
    index = pages.index(step) if step in pages else 0
    return pages[index - 1] if index else None


def position(step: Step, answers: Answers) -> tuple[int, int]:
    """Return (which page this is, of how many)."""
    pages = steps(answers)
    return (pages.index(step) + 1 if step in pages else 1), len(pages)


def where_words(answers: Answers) -> str:
    """Return where the help is, as the author's words for the post."""
    if not answers.get("place"):
        return ""
    place = Place(answers["place"])
    label = OTHER_HOME if place is Place.HOME and answers.get("for_somebody_else") else PLACE_LABELS[place]
    more = answers.get("where", "")
    if place is Place.EITHER:
        return more or label
    return f"{label}: {more}" if more else label


def words(kind: PostKind, answers: Answers) -> PostWords:
    """Return the whole post, or raise DraftIncomplete."""
    if reachable(Step.CHECK, answers) is not Step.CHECK:
        raise DraftIncomplete()
    task = CATEGORIES[answers["category"]].task(answers.get("task", ""))
    return PostWords(
        kind=kind,
        category=answers["category"],
        task=task.code if task else "",
        ticks=ticks(answers) if kind is PostKind.OFFER else (),
        title=answers["title"],
        body=answers["body"],
        neighbourhood_id=answers["neighbourhood_id"],
        when_words=answers.get("when", ""),
        where_words=where_words(answers),
        for_somebody_else=bool(answers.get("for_somebody_else")),
        behalf=Behalf(answers["behalf"]) if answers.get("behalf") else None,
        meet_them=bool(answers.get("meet_them")),
        for_neighbours=bool(answers.get("for_neighbours")),
        quiet=bool(answers.get("quiet")),
        helpers=tuple(answers.get("helpers", ())) if answers.get("quiet") else (),
    )
