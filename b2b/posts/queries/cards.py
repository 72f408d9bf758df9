"""Posts as rows for lists: what a card shows, nothing more. Statements are built once."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import FromClause, Select, Subquery, bindparam, func, select
from sqlmodel import col

from b2b.accounts.queries.shared import NAMES
from b2b.core.db import Work
from b2b.posts.models import Post
from b2b.posts.queries.audience import seen_by
from b2b.posts.rules import PostKind, PostState

EXCERPT_SOURCE = 240
"""Characters of the body that are read for the first words on a card."""
MINE_MAX = 100


class CardRow(NamedTuple):
    """One post as a list shows it. `since` is when it was placed; of what never was, when it was made."""

    id: int
    reference: str
    version: int
    kind: PostKind
    category: str
    also: str
    title: str
    opening: str
    neighbourhood_id: int
    state: PostState
    since: datetime
    author_id: int
    for_neighbours: bool
    first_name: str


_COLUMNS: tuple[Any, ...] = (
    col(Post.id),
    col(Post.reference),
    col(Post.version),
    col(Post.kind),
    col(Post.category),
    col(Post.also),
    col(Post.title),
    func.substr(col(Post.body), 1, EXCERPT_SOURCE).label("opening"),
    col(Post.neighbourhood_id),
    col(Post.state),
    func.coalesce(col(Post.published_at), col(Post.created_at)).label("since"),
    col(Post.author_id),
    col(Post.for_neighbours),
)


def cards_statement(chosen: FromClause) -> Select[Any]:
    """Return the statement that reads the cards of the posts whose `id` is in `chosen`.

    Late materialisation: `chosen` picks its few ids from an index, and only those rows are read.
    No ORDER BY here: the caller sorts twenty rows faster than a database does after a join.
    """
    return select(*_COLUMNS, NAMES.c.first_name).select_from(
        chosen.join(Post, col(Post.id) == chosen.c.id).join(NAMES, NAMES.c.id == col(Post.author_id))
    )


def _open_posts(*, proven: bool) -> Subquery:
    found = select(
        col(Post.id),
        col(Post.municipality_id),
        col(Post.neighbourhood_id),
        col(Post.kind),
        col(Post.author_id),
        col(Post.published_at),
        col(Post.when_words),
    )
    return found.where(col(Post.state) == PostState.OPEN, seen_by(proven=proven)).subquery("open_posts")


OPEN_POSTS = _open_posts(proven=False)
"""For floors above to join: what a search may choose from for anybody at all."""

OPEN_FOR_NEIGHBOURS = _open_posts(proven=True)
"""The same for a reader who proved to live here: also what is for neighbours only."""


def open_posts(*, proven: bool) -> Subquery:
    """Return what this reader may find, to join: never more than that."""
    return OPEN_FOR_NEIGHBOURS if proven else OPEN_POSTS


_BY_IDS = (
    select(*_COLUMNS, NAMES.c.first_name)
    .join_from(Post, NAMES, NAMES.c.id == col(Post.author_id))
    .where(col(Post.id).in_(bindparam("ids", expanding=True)))
)


@cache
def _mine() -> Select[Any]:
    picked: Select[Any] = select(col(Post.id).label("id")).where(col(Post.author_id) == bindparam("member"))
    newest = picked.order_by(col(Post.id).desc()).limit(bindparam("most")).subquery("chosen")
    return cards_statement(newest)


def post(work: Work, post_id: int) -> Post | None:
    """Return the post itself, to change it or to ask it things."""
    return work.get(Post, post_id)


def post_by_reference(work: Work, reference: str) -> Post | None:
    """Return the post called `reference` ("V-…")."""
    return work.scalars(select(Post).where(col(Post.reference) == reference)).first()


def cards(work: Work, ids: Iterable[int]) -> list[CardRow]:
    """Return the cards of these posts, in this order; who does not exist is left out."""
    wanted: Sequence[int] = list(dict.fromkeys(ids))
    if not wanted:
        return []
    rows = work.connection().execute(_BY_IDS, {"ids": wanted})
    found = {row[0]: CardRow._make(row) for row in rows}
    return [found[post_id] for post_id in wanted if post_id in found]


def mine(work: Work, member_id: int) -> list[CardRow]:
    """Return a member's own posts in every state, newest first, at most MINE_MAX."""
    rows = work.connection().execute(_mine(), {"member": member_id, "most": MINE_MAX})
    return sorted((CardRow._make(row) for row in rows), key=lambda row: row.id, reverse=True)
