"""The one statement that finds posts: a sum of whole numbers, the same on SQLite and PostgreSQL.

It reads little, however many posts there are. Of each asked word and concept only the heaviest rows
are read (of equals the newest), straight from the key of the table. The best of those, and the newest
of each asked type, are candidates; what a candidate has of those types is then looked up exactly. So
a type, which thousands of posts share, never has to be read as a whole.

There are a few fixed numbers of asked terms, so that a database sees only a few statements, and how many
rows are read is written out, so that PostgreSQL plans for few. Ties go to the newest post, by its key: no
other order is possible, so both databases give the same list.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, Subquery, TextClause, column, text

SIZES = (6, 12, 18, 24)
TYPES = 3
FOUND_MAX = 200
"""Candidates that a question brings up, before distance and the rest order them."""
READ_MAX = 250
"""Rows read of one word or concept, at most."""
NEWEST_MAX = 80
"""Posts that come up for their type alone, at most: the newest of each asked type."""


class Shape(NamedTuple):
    """Which statement a question needs: rows for words and concepts, one or two kinds of post, and times as many rows."""

    size: int
    kinds: int
    wider: int = 1


@cache
def ranking(shape: Shape) -> TextClause:
    """Return the statement for this shape. Values: see `bound`."""
    most = FOUND_MAX * shape.wider
    said = " UNION ALL ".join(
        f"SELECT post_id, score FROM (SELECT post_id, weight * :w{at} AS score FROM post_terms "  # noqa: S608 - as below
        f"WHERE term = :t{at} AND municipality_id = :town AND kind = :k{kind} "
        f"ORDER BY weight DESC, post_id DESC LIMIT {READ_MAX * shape.wider}) AS said_{at}_{kind}"
        for at in range(shape.size)
        for kind in range(shape.kinds)
    )
    newest = " UNION ALL ".join(
        f"SELECT post_id, 0 FROM (SELECT post_id FROM post_terms "  # noqa: S608 - as below
        f"WHERE term = :h{at} AND municipality_id = :town AND kind = :k{kind} "
        f"ORDER BY weight DESC, post_id DESC LIMIT {NEWEST_MAX * shape.wider}) AS type_{at}_{kind}"
        for at in range(TYPES)
        for kind in range(shape.kinds)
    )
    types = ", ".join(f":h{at}" for at in range(TYPES))
    weights = " ".join(f"WHEN :h{at} THEN :v{at}" for at in range(TYPES))
    return text(
        f"""
        WITH meant AS (
            SELECT post_id, SUM(score) AS score FROM ({said}) AS said
            GROUP BY post_id ORDER BY score DESC, post_id DESC LIMIT {most}
        ),
        picked AS (
            SELECT post_id, MAX(score) AS score FROM (SELECT post_id, score FROM meant UNION ALL {newest}) AS found
            GROUP BY post_id
        )
        SELECT picked.post_id AS id, picked.score + COALESCE((
            SELECT SUM(has.weight * CASE has.term {weights} END) FROM post_terms AS has
            WHERE has.post_id = picked.post_id AND has.term IN ({types})
        ), 0) AS score
        FROM picked ORDER BY score DESC, id DESC LIMIT {most}
        """  # noqa: S608 - only counted placeholders and our own numbers go into the text
    )


@cache
def ranked_posts(shape: Shape) -> Subquery:
    """Return the same as something to join."""
    return ranking(shape).columns(column("id", BigInteger), column("score", BigInteger)).subquery("ranked")


def shape(terms: Mapping[str, int], kinds: tuple[str, ...], most: int = FOUND_MAX) -> Shape:
    """Return which statement these terms need.

    `most` above FOUND_MAX reads more of each term too: for who may take its time.
    """
    said = sum(1 for term in terms if not term.startswith("t:"))
    size = next((size for size in SIZES if size >= said), SIZES[-1])
    return Shape(size, len(kinds), max(1, most // FOUND_MAX))


def bound(terms: Mapping[str, int], town: int, kinds: tuple[str, ...]) -> dict[str, Any]:
    """Return the values of the statement for these terms; places that are left over ask for nothing."""
    size = shape(terms, kinds).size
    values: dict[str, Any] = {"town": town}
    said = [(term, weight) for term, weight in terms.items() if not term.startswith("t:")]
    types = [(term, weight) for term, weight in terms.items() if term.startswith("t:")]
    for mark, weighs, pairs, places in (("t", "w", said, size), ("h", "v", types, TYPES)):
        for at, (term, weight) in enumerate([*pairs[:places], *[("", 0)] * (places - len(pairs))]):
            values[f"{mark}{at}"], values[f"{weighs}{at}"] = term, weight
    return values | {f"k{at}": kind for at, kind in enumerate(kinds)}
