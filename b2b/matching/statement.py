"""The one statement that finds posts: a sum of whole numbers, the same on SQLite and PostgreSQL.

The terms of the question are rows of VALUES; filled up to a few fixed numbers of rows, so that a
database sees only a few statements. Ties go to the newest post, by its key.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import BigInteger, Subquery, TextClause, column, text

SIZES = (6, 12, 18, 27)
FOUND_MAX = 200
"""Candidates that a question brings up, before distance and the rest order them."""


@cache
def ranking(size: int, kinds: int) -> TextClause:
    """Return the statement for `size` asked terms and one or two kinds of post."""
    rows = ", ".join(f"(:t{at}, :w{at})" for at in range(size))
    kind = "(:k0, :k1)" if kinds == 2 else "(:k0)"
    return text(
        f"""
        WITH asked(term, weight) AS (VALUES {rows})
        SELECT found.post_id AS id, SUM(found.weight * asked.weight) AS score
        FROM asked JOIN post_terms AS found ON found.term = asked.term
        WHERE found.municipality_id = :town AND found.kind IN {kind}
        GROUP BY found.post_id
        ORDER BY score DESC, id DESC
        LIMIT :most
        """  # noqa: S608 - only counted placeholders go into the text
    )


@cache
def ranked_posts(size: int, kinds: int) -> Subquery:
    """Return the same as something to join."""
    return ranking(size, kinds).columns(column("id", BigInteger), column("score", BigInteger)).subquery("ranked")


def shape(terms: Mapping[str, int], kinds: tuple[str, ...]) -> tuple[int, int]:
    """Return (asked rows, kinds): which statement these terms need."""
    return next((size for size in SIZES if size >= len(terms)), SIZES[-1]), len(kinds)


def bound(terms: Mapping[str, int], town: int, kinds: tuple[str, ...], most: int = FOUND_MAX) -> dict[str, Any]:
    """Return the values of the statement for these terms; rows that are left over ask for nothing."""
    size, _ = shape(terms, kinds)
    pairs = [*list(terms.items())[:size], *[("", 0)] * (size - len(terms))]
    values: dict[str, Any] = {"town": town, "most": most}
    for at, (term, weight) in enumerate(pairs):
        values[f"t{at}"], values[f"w{at}"] = term, weight
    return values | {f"k{at}": kind for at, kind in enumerate(kinds)}
