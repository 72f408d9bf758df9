"""The feed of a neighbourhood: the hottest read of the site, in two statements.

`pulse` says what the page depends on (versions, thinness, blocks), `feed` picks twenty ids from the
index of open posts and joins only those. Statements are built once per shape and kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    Select,
    Subquery,
    bindparam,
    func,
    literal,
    literal_column,
    select,
    true,
    tuple_,
    union_all,
)
from sqlalchemy import column as sql_column
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import col

from b2b.accounts.queries.shared import AWAY, BLOCKED
from b2b.core.columns import BigId
from b2b.core.db import Work
from b2b.core.prepared import Prepared, padded, room
from b2b.posts.models import FeedVersion, Post
from b2b.posts.queries.audience import seen_by
from b2b.posts.queries.cards import CardRow, cards_statement
from b2b.posts.queries.kinds import is_of_kind, of_kind
from b2b.posts.rules import PAGE_SIZE, THIN, PostKind, PostState
from b2b.web.paging import Cursor

AROUND_MAX = 16
"""Never more neighbourhoods on one page than this: own and adjacent."""
PLACES = [bindparam(f"hood_{number}", type_=BigId) for number in range(AROUND_MAX)]
"""As many as there may be, always: a list that grows and shrinks would be written out anew for each page."""
_COLUMNS: Any = Post.__table__.c  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Pulse:
    """What a feed depends on. `open_here` stops counting at THIN; `proven`: the reader sees what is for neighbours."""

    versions: tuple[tuple[int, int], ...]
    open_here: int
    blocked: frozenset[int]
    proven: bool = False

    @property
    def is_thin(self) -> bool:
        """Say whether so little happens here that the adjacent neighbourhoods are shown too."""
        return self.open_here < THIN


@dataclass(frozen=True)
class FeedPage:
    """Cards, newest first, and where the pages before and after start (or None)."""

    rows: list[CardRow]
    newer: Cursor | None
    older: Cursor | None


@dataclass(frozen=True)
class Shape:
    """Which of the few statements a page needs: each is built once."""

    many: bool = False
    direction: str = "first"
    kind: bool = False
    category: bool = False
    blocking: int = 0
    """How many authors may be left out: room for that many, so that there are few such statements."""
    proven: bool = False
    postgresql: bool = False


def pulse(
    work: Work, neighbourhood_id: int, around: Sequence[int], member_id: int | None, *, proven: bool = False
) -> Pulse:
    """Return the pulse of a neighbourhood and those around it, for this reader (None: nobody)."""
    bound: dict[str, Any] = {
        "here": neighbourhood_id,
        "thin": THIN,
        "now": work.now(),
        **_places([neighbourhood_id, *around]),
    }
    if member_id is not None:
        bound["member"] = member_id
    rows = _pulse(member_id is not None, proven, work.dialect == "postgresql").rows(work, bound)
    versions = tuple(sorted((place, number) for tag, place, number in rows if tag == 0))
    blocked = frozenset(person for tag, person, _ in rows if tag == 2)
    return Pulse(versions, next(number for tag, _, number in rows if tag == 1), blocked, proven)


def _places(hoods: Sequence[int]) -> dict[str, int]:
    """Return a value for each bind parameter of PLACES; a list that is too short says its last again."""
    return {f"hood_{number}": hood for number, hood in enumerate(padded(hoods[:AROUND_MAX], AROUND_MAX))}


@cache
def _pulse(signed_in: bool, proven: bool, postgresql: bool) -> Prepared:
    return Prepared(lambda: _pulse_statement(signed_in, proven, postgresql))


def _pulse_statement(signed_in: bool, proven: bool, postgresql: bool) -> Any:
    versions: Any = select(
        literal(0).label("tag"),
        col(FeedVersion.neighbourhood_id).label("id"),
        col(FeedVersion.version).label("number"),
    ).where(col(FeedVersion.neighbourhood_id).in_(PLACES))
    some = (
        select(literal(1).label("one"))
        .where(col(Post.neighbourhood_id) == bindparam("here"), _stands_open(postgresql), seen_by(proven=proven))
        .limit(bindparam("thin"))
        .subquery("some")
    )
    count = select(literal(1), literal(0), func.count(some.c.one))
    parts: list[Any] = [versions, count, select(literal(2), AWAY.c.id, literal(0))]
    if signed_in:
        parts.append(select(literal(2), BLOCKED.c.id, literal(0)))
    return union_all(*parts)


def feed(
    work: Work,
    hoods: Sequence[int],
    *,
    kind: PostKind | None = None,
    category: str | None = None,
    after: Cursor | None = None,
    before: Cursor | None = None,
    blocked: frozenset[int] = frozenset(),
    proven: bool = False,
) -> FeedPage:
    """Return a page of open posts in these neighbourhoods, newest first.

    `after` asks for what is older than the cursor, `before` for what is newer; authors in
    `blocked` are left out, and what is for neighbours unless the reader is `proven` to be one.
    A page holds PAGE_SIZE rows; one more is read to see whether there is more.
    """
    given: dict[str, Any] = {"kind": kind, **of_kind(category)}
    bound = {name: value for name, value in given.items() if value is not None}
    shape = Shape(
        many=len(hoods) > 1,
        direction="newer" if before else ("older" if after else "first"),
        kind="kind" in bound,
        category="category" in bound,
        blocking=room(len(blocked)),
        proven=proven,
        postgresql=work.dialect == "postgresql",
    )
    if not shape.many:
        bound["here"] = hoods[0]
    elif shape.postgresql:
        bound["hoods"] = list(hoods)
    else:
        bound |= _places(hoods)
    bound["most"] = PAGE_SIZE + 1
    bound |= {f"not_{number}": person for number, person in enumerate(padded(blocked, shape.blocking))}
    if cursor := before or after:
        bound |= {"at": cursor.at, "last": cursor.id}
    rows = _prepared(shape).rows(work, bound)
    return _page(rows, before=before, after=after)


@cache
def _prepared(shape: Shape) -> Prepared:
    return Prepared(lambda: feed_statement(shape), CardRow)


def _page(rows: list[CardRow], *, before: Cursor | None, after: Cursor | None) -> FeedPage:
    rows.sort(key=_age, reverse=before is None)
    more = len(rows) > PAGE_SIZE
    shown = rows[:PAGE_SIZE]
    if before is not None:
        shown.reverse()
    has_newer = more if before else after is not None
    has_older = True if before else more
    if not shown:
        return FeedPage([], None, None)
    return FeedPage(shown, _cursor(shown[0]) if has_newer else None, _cursor(shown[-1]) if has_older else None)


def _age(row: CardRow) -> tuple[datetime, int]:
    return row.since, row.id


def _cursor(row: CardRow) -> Cursor:
    return Cursor(row.since, row.id)


@cache
def feed_statement(shape: Shape) -> Select[Any]:
    """Return the statement for pages of this shape: ids from the index, then the rows of those ids."""
    return cards_statement(_lateral(shape) if shape.many and shape.postgresql else _plain(shape))


def _plain(shape: Shape) -> Subquery:
    """One neighbourhood, or SQLite, whose IN with LIMIT stops early in each neighbourhood by itself.

    `likelihood` keeps it so where a few neighbourhoods hold most posts: it would read the whole table.
    """
    place: Any = col(Post.neighbourhood_id) == bindparam("here")
    if shape.many:
        around = col(Post.neighbourhood_id).in_(PLACES)
        place = func.likelihood(around, literal_column("0.001"))
    return _limited(select(col(Post.id).label("id")).where(place), shape).subquery("chosen")


def _lateral(shape: Shape) -> Subquery:
    """PostgreSQL sorts every open post of an IN; asked neighbourhood by neighbourhood it reads twenty of each."""
    array = bindparam("hoods", type_=ARRAY(BigInteger))
    hood = func.unnest(array).table_valued(sql_column("id", BigId), name="hood").render_derived()
    each: Any = select(col(Post.id).label("id"), col(Post.published_at).label("published_at"))
    near = _limited(each.where(col(Post.neighbourhood_id) == hood.c.id), shape).lateral("near")
    joined = select(near.c.id).select_from(hood.join(near, true()))
    order = (near.c.published_at, near.c.id)
    return joined.order_by(*_directed(order, shape)).limit(bindparam("most")).subquery("chosen")


def _limited(found: Select[Any], shape: Shape) -> Select[Any]:
    found = found.where(_stands_open(shape.postgresql), seen_by(proven=shape.proven))
    if shape.kind:
        found = found.where(col(Post.kind) == bindparam("kind"))
    if shape.category:
        found = found.where(is_of_kind())
    if shape.blocking:
        people = [bindparam(f"not_{number}", type_=BigId) for number in range(shape.blocking)]
        found = found.where(col(Post.author_id).not_in(people))
    place = tuple_(col(Post.published_at), col(Post.id))
    cursor = tuple_(bindparam("at", type_=_COLUMNS.published_at.type), bindparam("last", type_=BigId))
    if shape.direction == "older":
        found = found.where(place < cursor)
    if shape.direction == "newer":
        found = found.where(place > cursor)
    return found.order_by(*_directed((col(Post.published_at), col(Post.id)), shape)).limit(bindparam("most"))


def _directed(columns: Any, shape: Shape) -> list[Any]:
    return [c.asc() if shape.direction == "newer" else c.desc() for c in columns]


def _stands_open(postgresql: bool) -> Any:
    """Return `is_open`, told to SQLite as what nearly every row is: it never counted, and takes it that few posts stand open.

    Of two indices it would then begin with the state, and read every open post of the town.
    """
    return is_open() if postgresql else func.likelihood(is_open(), literal_column("0.9"))


def is_open() -> Any:
    """Return the condition that a post stands open."""
    # Written out, not bound: a partial index is only used when the planner sees its condition.
    return col(Post.state) == literal(PostState.OPEN, _COLUMNS.state.type, literal_execute=True)
