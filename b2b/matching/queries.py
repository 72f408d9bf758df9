"""Find open posts by words: near ones first, then the best, then the newest."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, case, func, select
from sqlmodel import col

from b2b.core.db import Work
from b2b.matching.models import PostWord
from b2b.matching.rules import QUERY_WORDS, words_of
from b2b.posts import queries as posts
from b2b.posts.categories import CATEGORIES, Category
from b2b.posts.queries import CardRow, open_posts
from b2b.posts.rules import PostKind

FOUND_MAX = 40


@dataclass(frozen=True)
class Found:
    """Near posts (own and adjacent neighbourhoods) and the others of the municipality, best first."""

    near: list[CardRow]
    further: list[CardRow]

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
) -> Found:
    """Return at most FOUND_MAX open posts with words of `text`, those in `hoods` apart from the rest.

    Without `proven` only what is for everybody.
    """
    words = list(dict.fromkeys(words_of(text)))[:QUERY_WORDS]
    if not words:
        return Found([], [])
    bound: dict[str, Any] = {"words": words, "town": municipality_id, "hoods": list(hoods) or [0]}
    bound |= {"kind": kind} if kind else {}
    bound |= {"blocked": list(blocked)} if blocked else {}
    picked = work.connection().execute(_statement(kind is not None, bool(blocked), proven), bound).all()
    near = {row.id for row in picked if row.near}
    rows = posts.cards(work, [row.id for row in picked])
    return Found([row for row in rows if row.id in near], [row for row in rows if row.id not in near])


@cache
def _statement(by_kind: bool, blocking: bool, proven: bool) -> Select[Any]:
    found_in = open_posts(proven=proven)
    near = case((found_in.c.neighbourhood_id.in_(bindparam("hoods", expanding=True)), 1), else_=0)
    score = func.sum(col(PostWord.weight))
    found = (
        select(found_in.c.id, func.max(near).label("near"))
        .select_from(found_in)
        .join(PostWord, col(PostWord.post_id) == found_in.c.id)
        .where(
            col(PostWord.word).in_(bindparam("words", expanding=True)),
            found_in.c.municipality_id == bindparam("town"),
        )
        .group_by(found_in.c.id, found_in.c.published_at)
        .order_by(func.max(near).desc(), score.desc(), found_in.c.published_at.desc(), found_in.c.id.desc())
        .limit(FOUND_MAX)
    )
    if by_kind:
        found = found.where(found_in.c.kind == bindparam("kind"))
    if blocking:
        found = found.where(found_in.c.author_id.not_in(bindparam("blocked", expanding=True)))
    return found


@cache
def _category_words() -> dict[str, frozenset[str]]:
    return {
        category.code: frozenset(
            words_of(" ".join([category.label, category.example, *(t.label for t in category.tasks if not t.stop)]))
        )
        for category in CATEGORIES.values()
    }


def suggested(text: str) -> list[Category]:
    """Return kinds of help that the words of a search hint at, the best first, at most three."""
    words = set(words_of(text))
    scored = [(len(words & known), code) for code, known in _category_words().items()]
    best = sorted((score, code) for score, code in scored if score)[::-1][:3]
    return [CATEGORIES[code] for _, code in best]
