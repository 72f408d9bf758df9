"""Find open posts: what fits, then near, fresh, and fairly spread. Two statements for a list, and one for the reasons."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlmodel import col

from b2b.core.db import Work
from b2b.matching import statement
from b2b.matching.load import helped
from b2b.matching.models import PostTerm
from b2b.matching.rules import Question, of_question, read
from b2b.matching.rules.classifier import type_chances
from b2b.matching.rules.lexicon import HelpType, concepts, help_types
from b2b.matching.rules.ranking import ALERT_LEAST, Asker, Candidate, Ranked, ranked
from b2b.matching.rules.terms import chances_of
from b2b.matching.rules.types import types_of
from b2b.municipalities.queries import places
from b2b.posts import queries as posts
from b2b.posts.categories import CATEGORIES, Category
from b2b.posts.queries import CardRow, Post, open_posts
from b2b.posts.rules import PostKind

FOUND_MAX = 40
SHOWN_REASONS = 3
NEWEST = 5
SURE = 4.0
"""A task is ticked beforehand when its concept weighs at least this much: said, or strongly suggested."""
BOTH_KINDS = (PostKind.REQUEST, PostKind.OFFER)


@dataclass(frozen=True)
class Reader:
    """Who looks, from where: what decides which posts are shown, and in which order."""

    municipality_id: int
    hoods: tuple[int, ...] = ()
    member_id: int | None = None
    blocked: frozenset[int] = frozenset()
    proven: bool = False


@dataclass(frozen=True)
class Hit:
    """A post that fits: its card, how far it is, and the concepts it shares with the question."""

    row: CardRow
    km: float | None = None
    moment: bool | None = None
    why: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """Near posts (own and adjacent neighbourhoods) and the others of the municipality, best first."""

    near: list[CardRow]
    further: list[CardRow]
    question: Question | None = field(default=None, compare=False)
    only_new: bool = False
    """Nothing fitted, so these are simply the newest."""
    more: bool = False

    @property
    def nothing(self) -> bool:
        return not self.near and not self.further


def search(
    work: Work,
    municipality_id: int,
    text: str,
    *,
    hoods: Sequence[int] = (),
    kind: PostKind | None = None,
    blocked: frozenset[int] = frozenset(),
    proven: bool = False,
    types: tuple[str, ...] = (),
) -> Found:
    """Return at most FOUND_MAX open posts that fit `text`, those in `hoods` apart from the rest.

    `types` are tiles that somebody tapped. Without `proven` only what is for everybody. When nothing
    fits, the newest posts in `hoods` are the answer: a search never leads nowhere.
    """
    question = of_question(text, "", types)
    reader = Reader(municipality_id, tuple(hoods), blocked=blocked, proven=proven)
    order = fitting(work, question, reader, kinds=(kind,) if kind else BOTH_KINDS)
    if not order and text and hoods:
        newest = posts.feed(work, hoods, kind=kind, blocked=blocked, proven=proven).rows[:NEWEST]
        return Found(newest, [], question, only_new=True)
    more, order = len(order) > FOUND_MAX, order[:FOUND_MAX]
    near = {each.candidate.id for each in order if each.candidate.neighbourhood_id in hoods}
    rows = posts.cards(work, [each.candidate.id for each in order])
    return Found(
        [row for row in rows if row.id in near], [row for row in rows if row.id not in near], question, more=more
    )


def fitting(
    work: Work,
    question: Question,
    reader: Reader,
    *,
    kinds: tuple[PostKind, ...],
    when_words: str = "",
    most: int = statement.FOUND_MAX,
) -> list[Ranked]:
    """Return the open posts that fit the question, in the order of rules/ranking.py."""
    if not question.terms:
        return []
    candidates = _candidates(work, question, reader, kinds, most)
    known = places(work, reader.municipality_id)
    spots = {hood.id: (hood.lon, hood.lat) for hood in known.hoods.values()}
    here = spots.get(reader.hoods[0]) if reader.hoods else None
    wanted = max(question.concepts.items(), key=lambda item: item[1])[0] if question.concepts else ""
    kinds_of_help = question.types or ((concepts()[wanted].type,) if wanted else ())
    asker = Asker(here, when_words, kinds_of_help, wanted)
    times = helped(work, [candidate.author_id for candidate in candidates]) if PostKind.OFFER in kinds else {}
    return ranked(candidates, asker, spots, times, work.now())


def hits(work: Work, question: Question, order: Iterable[Ranked]) -> list[Hit]:
    """Return ranked posts with their cards and the reasons why they fit."""
    listed = list(order)
    ids = [each.candidate.id for each in listed]
    shared = _shared(work, ids, question)
    rows = {row.id: row for row in posts.cards(work, ids)}
    return [
        Hit(rows[each.candidate.id], each.km, each.moment, shared.get(each.candidate.id, ()))
        for each in listed
        if each.candidate.id in rows
    ]


def similar(work: Work, post: Post, reader: Reader, most: int) -> list[CardRow]:
    """Return open posts of the same kind that look like this one, without its own author's."""
    question = of_question(post.title, post.body, types_of(post.category, post.task))
    order = fitting(work, question, reader, kinds=(post.kind,))
    found = [e.candidate.id for e in order if e.candidate.id != post.id and e.candidate.author_id != post.author_id]
    return posts.cards(work, found[:most])


def fit_beyond_type(question: Question, score: int) -> float:
    """Return how much of the best concept a score holds on top of the type, about 0 to 1.

    The same type alone is 0: that is enough for a list, and too little to disturb somebody for.
    """
    heaviest = {mark: max((w for t, w in question.terms.items() if t[0] == mark), default=0) * 100 for mark in "ct"}
    return (score - heaviest["t"]) / heaviest["c"] if heaviest["c"] else 0.0


def is_worth_an_alert(question: Question, score: int) -> bool:
    """Say whether a helper should be told at once, not only shown a list."""
    return fit_beyond_type(question, score) >= ALERT_LEAST


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


def _candidates(
    work: Work, question: Question, reader: Reader, kinds: tuple[PostKind, ...], most: int
) -> list[Candidate]:
    values = tuple(kind.value for kind in kinds)
    given = statement.bound(question.terms, reader.municipality_id, values, most)
    hidden = reader.blocked | ({reader.member_id} if reader.member_id and len(kinds) == 1 else set())
    if hidden:
        given["hidden"] = list(hidden)
    picked = _statement(*statement.shape(question.terms, values), reader.proven, bool(hidden))
    return [Candidate(*row) for row in work.connection().execute(picked, given)]


@cache
def _statement(size: int, kinds: int, proven: bool, hiding: bool) -> Select[Any]:
    found_in, order = open_posts(proven=proven), statement.ranked_posts(size, kinds)
    found = select(
        found_in.c.id,
        order.c.score,
        found_in.c.neighbourhood_id,
        found_in.c.author_id,
        found_in.c.published_at,
        found_in.c.when_words,
    ).join_from(order, found_in, found_in.c.id == order.c.id)
    if hiding:
        found = found.where(found_in.c.author_id.not_in(bindparam("hidden", expanding=True)))
    return found


def _shared(work: Work, ids: list[int], question: Question) -> dict[int, tuple[str, ...]]:
    asked = {term: weight for term, weight in question.terms.items() if term.startswith("c:")}
    if not ids or not asked:
        return {}
    found: dict[int, list[tuple[int, str]]] = {}
    for post_id, term, weight in work.connection().execute(_reasons(), {"terms": list(asked), "ids": ids}):
        found.setdefault(post_id, []).append((weight * asked[term], term[2:]))
    return {
        post_id: tuple(concepts()[code].label for _, code in sorted(pairs, reverse=True)[:SHOWN_REASONS])
        for post_id, pairs in found.items()
    }


@cache
def _reasons() -> Any:
    return select(col(PostTerm.post_id), col(PostTerm.term), col(PostTerm.weight)).where(
        col(PostTerm.post_id).in_(bindparam("ids", expanding=True)),
        col(PostTerm.term).in_(bindparam("terms", expanding=True)),
    )
