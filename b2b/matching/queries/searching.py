"""The search page: near posts first, a page at a time, and something to go on with when nothing fits."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from b2b.core.db import Work
from b2b.matching.queries.finding import BOTH_KINDS, Reader, fitting, terms_of
from b2b.matching.queries.learnt import question as asked_for
from b2b.matching.rules import Question
from b2b.posts import queries as posts
from b2b.posts.queries import CardRow
from b2b.posts.rules import PostKind

PAGE_SIZE = 25
PAGES_MAX = 8
"""A question brings up a bounded number of posts, so there are never more pages than this."""
NEWEST = 5


@dataclass(frozen=True)
class Found:
    """One page: near posts (own and adjacent neighbourhoods) and the others of the municipality, best first."""

    near: list[CardRow]
    further: list[CardRow]
    question: Question = field(compare=False)
    total: int = 0
    page: int = 1
    pages: int = 1
    only_new: bool = False
    """Nothing fitted, so these are simply the newest."""
    only_beside: bool = False
    """None of these says what was asked for: they are of the same kind of help, or of one that comes close."""

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
    only_near: bool = False,
    page: int = 1,
) -> Found:
    """Return a page of the open posts that fit `text`, those in `hoods` before the rest (or alone: `only_near`).

    `types` are tiles that somebody tapped. Without `proven` only what is for everybody. When nothing
    fits, the newest posts in `hoods` are the answer: a search never leads nowhere. A page that does
    not exist is the last one.
    """
    question = asked_for(work, municipality_id, text, "", types)
    reader = Reader(municipality_id, tuple(hoods), blocked=blocked, proven=proven)
    order = fitting(work, question, reader, kinds=(kind,) if kind else BOTH_KINDS)
    saying = _saying_it(work, [each.candidate.id for each in order], question)
    order = sorted(order, key=lambda each: each.candidate.id not in saying)  # else as they were: best first
    close = [each.candidate.id for each in order if each.candidate.neighbourhood_id in hoods]
    rest = [each.candidate.id for each in order if each.candidate.neighbourhood_id not in hoods]
    listed = close if only_near else [*close, *rest]
    if not listed:
        newest = posts.feed(work, hoods, kind=kind, blocked=blocked, proven=proven).rows[:NEWEST] if hoods else []
        return Found(newest, [], question, only_new=bool(newest))
    pages = min(PAGES_MAX, -(-len(listed) // PAGE_SIZE))
    page = min(max(page, 1), pages)
    shown = listed[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    rows, near = posts.cards(work, shown), set(close)
    return Found(
        [row for row in rows if row.id in near],
        [row for row in rows if row.id not in near],
        question,
        len(listed),
        page,
        pages,
        only_beside=page == 1 and not saying.intersection(listed),
    )


def _saying_it(work: Work, ids: list[int], question: Question) -> set[int]:
    """Return which of these posts say what was asked for; the others are only of the same kind of help."""
    return {post_id for post_id, terms in terms_of(work, ids, question).items() if question.said_by(terms)}
