"""Posts for whoever is not signed in, of a whole municipality: the API, feeds and lists on other sites.

The columns are what a visitor sees. No name and no author is read, so none can be shown by mistake.
"""

from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, func, select, tuple_
from sqlmodel import col

from b2b.accounts.queries.shared import AWAY
from b2b.core.columns import BigId
from b2b.core.db import Work
from b2b.posts.models import Post
from b2b.posts.queries.audience import seen_by
from b2b.posts.queries.cards import EXCERPT_SOURCE
from b2b.posts.queries.feed import is_open
from b2b.posts.queries.kinds import is_of_kind, of_kind
from b2b.posts.rules import PUBLISHED, PostKind, PostState
from b2b.web.paging import Cursor


class OpenRow(NamedTuple):
    """One post as a visitor sees it in a list; of `opening` they see the first words."""

    id: int
    reference: str
    kind: PostKind
    category: str
    also: str
    title: str
    opening: str
    neighbourhood_id: int
    state: PostState
    published_at: datetime


_MOMENT: Any = Post.__table__.c.published_at.type  # type: ignore[attr-defined]
_VISIBLE: Select[Any] = select(
    col(Post.id),
    col(Post.reference),
    col(Post.kind),
    col(Post.category),
    col(Post.also),
    col(Post.title),
    func.substr(col(Post.body), 1, EXCERPT_SOURCE).label("opening"),
    col(Post.neighbourhood_id),
    col(Post.state),
    col(Post.published_at),
).where(
    col(Post.municipality_id) == bindparam("town"),
    col(Post.published_at).is_not(None),
    seen_by(proven=False),
    col(Post.author_id).not_in(select(AWAY.c.id)),
)


def open_data(
    work: Work,
    municipality_id: int,
    *,
    kind: PostKind | None = None,
    neighbourhood_id: int | None = None,
    category: str | None = None,
    after: Cursor | None = None,
    most: int,
) -> list[OpenRow]:
    """Return at most `most` posts that stand open, newest first; `after` asks for what is older than the cursor."""
    asked: dict[str, Any] = {"kind": kind, "hood": neighbourhood_id, **of_kind(category)}
    bound = {name: value for name, value in asked.items() if value is not None}
    statement = _listing(frozenset(bound), after is not None)
    if after is not None:
        bound |= {"at": after.at, "last": after.id}
    rows = work.connection().execute(statement, {"town": municipality_id, "now": work.now(), "most": most, **bound})
    return [OpenRow._make(row) for row in rows]


def open_data_post(work: Work, municipality_id: int, kind: PostKind, reference: str) -> OpenRow | None:
    """Return one post that a visitor may see, also when somebody was chosen for it already; else None."""
    bound = {"town": municipality_id, "now": work.now(), "reference": reference, "kind": kind}
    row = work.connection().execute(_ONE, bound).first()
    return OpenRow._make(row) if row else None


_ONE = _VISIBLE.where(
    col(Post.reference) == bindparam("reference"),
    col(Post.kind) == bindparam("kind"),
    col(Post.state).in_(sorted(PUBLISHED)),
)


@cache
def _listing(narrowed: frozenset[str], older: bool) -> Select[Any]:
    found = _VISIBLE.where(is_open())
    columns = {"kind": col(Post.kind), "hood": col(Post.neighbourhood_id)}
    for name in sorted(narrowed & columns.keys()):
        found = found.where(columns[name] == bindparam(name))
    if "category" in narrowed:
        found = found.where(is_of_kind())
    if older:
        place = tuple_(col(Post.published_at), col(Post.id))
        found = found.where(place < tuple_(bindparam("at", type_=_MOMENT), bindparam("last", type_=BigId)))
    return found.order_by(col(Post.published_at).desc(), col(Post.id).desc()).limit(bindparam("most"))
