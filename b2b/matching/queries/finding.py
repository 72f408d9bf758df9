"""Find open posts: what fits, then near, fresh, and fairly spread. Two statements for a list, and one for the reasons."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlmodel import col

from b2b.core.columns import BigId
from b2b.core.db import Work
from b2b.core.prepared import Prepared, padded, room
from b2b.matching import statement
from b2b.matching.load import helped
from b2b.matching.models import PostTerm
from b2b.matching.queries.learnt import question as asked_for
from b2b.matching.rules import Question
from b2b.matching.rules.lexicon import concepts
from b2b.matching.rules.ranking import Asker, Candidate, Ranked, ranked
from b2b.matching.rules.types import types_of
from b2b.municipalities.queries import places
from b2b.posts import queries as posts
from b2b.posts.queries import CardRow, Post, open_posts
from b2b.posts.rules import PostKind

SHOWN_REASONS = 3
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
    asker = Asker(here, when_words, question.kinds_of_help, question.wanted)
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
    question = asked_for(work, post.municipality_id, post.title, post.body, types_of(post.category, post.task))
    order = fitting(work, question, reader, kinds=(post.kind,))
    found = [e.candidate.id for e in order if e.candidate.id != post.id and e.candidate.author_id != post.author_id]
    return posts.cards(work, found[:most])


def _candidates(
    work: Work, question: Question, reader: Reader, kinds: tuple[PostKind, ...], most: int
) -> list[Candidate]:
    values = tuple(kind.value for kind in kinds)
    given = statement.bound(question.terms, reader.municipality_id, values)
    hidden = reader.blocked | ({reader.member_id} if reader.member_id and len(kinds) == 1 else set())
    hiding = room(len(hidden))
    given |= {f"not_{number}": author for number, author in enumerate(padded(hidden, hiding))}
    asked = _prepared(statement.shape(question.terms, values, most), reader.proven, hiding)
    return asked.rows(work, given)


@cache
def _prepared(shape: statement.Shape, proven: bool, hiding: int) -> Prepared:
    return Prepared(lambda: _statement(shape, proven, hiding), Candidate)


def _statement(shape: statement.Shape, proven: bool, hiding: int) -> Select[Any]:
    """Return the statement of this shape; `hiding`: how many authors may be left out."""
    found_in, order = open_posts(proven=proven), statement.ranked_posts(shape)
    found = select(
        found_in.c.id,
        order.c.score,
        found_in.c.neighbourhood_id,
        found_in.c.author_id,
        found_in.c.published_at,
        found_in.c.when_words,
    ).join_from(order, found_in, found_in.c.id == order.c.id)
    if hiding:
        authors = [bindparam(f"not_{number}", type_=BigId) for number in range(hiding)]
        found = found.where(found_in.c.author_id.not_in(authors))
    return found


def terms_of(work: Work, ids: list[int], question: Question) -> dict[int, dict[str, int]]:
    """Return by post the terms with their weights that it shares with the question."""
    found: dict[int, dict[str, int]] = {}
    if ids and question.terms:
        for post_id, term, weight in work.connection().execute(_TERMS, {"terms": list(question.terms), "ids": ids}):
            found.setdefault(post_id, {})[term] = weight
    return found


def _shared(work: Work, ids: list[int], question: Question) -> dict[int, tuple[str, ...]]:
    found = {}
    for post_id, terms in terms_of(work, ids, question).items():
        pairs = [(weight * question.terms[term], term[2:]) for term, weight in terms.items() if term.startswith("c:")]
        best = sorted(pairs, reverse=True)[:SHOWN_REASONS]
        found[post_id] = tuple(concepts()[code].label for _, code in best)
    return found


_TERMS: Any = select(col(PostTerm.post_id), col(PostTerm.term), col(PostTerm.weight)).where(
    col(PostTerm.post_id).in_(bindparam("ids", expanding=True)),
    col(PostTerm.term).in_(bindparam("terms", expanding=True)),
)
