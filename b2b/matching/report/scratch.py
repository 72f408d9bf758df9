"""A table of terms of its own on any database, asked with the statement of the site and thrown away after."""

import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, create_engine, insert, text
from sqlalchemy.pool import StaticPool

from b2b.matching import statement
from b2b.matching.models import PostTerm

TOWN, OFFER = 1, "offer"
MEMORY = "sqlite://"


@contextmanager
def scratch(url: str = MEMORY) -> Iterator[Connection]:
    """Yield a connection with an empty, temporary table `post_terms` that hides any real one.

    PostgreSQL is asked as the site asks it: statements are prepared, and each stands alone. There the table
    goes with its connection.
    """
    alone: Any = {"isolation_level": "AUTOCOMMIT", "connect_args": {"prepare_threshold": 1}}
    engine = create_engine(url, poolclass=StaticPool, **(alone if url.startswith("postgresql") else {}))
    collate = ' COLLATE "C"' if engine.dialect.name == "postgresql" else ""
    rows = " WITHOUT ROWID" if engine.dialect.name == "sqlite" else ""
    try:
        with engine.connect() as connection:
            if (
                engine.dialect.name == "postgresql"
            ):  # the real table lives in shared memory; eight megabytes is no fair room
                connection.execute(text("SET temp_buffers = '512MB'"))
            connection.execute(
                text(
                    f"CREATE TEMPORARY TABLE post_terms (term VARCHAR(42){collate} NOT NULL, "
                    "municipality_id BIGINT NOT NULL, kind VARCHAR(32) NOT NULL, post_id BIGINT NOT NULL, "
                    f"weight INTEGER NOT NULL, PRIMARY KEY (term, municipality_id, kind, weight, post_id)){rows}"
                )
            )
            connection.execute(text("CREATE INDEX by_post ON post_terms (post_id, term, weight)"))
            yield connection
            connection.rollback()
    finally:
        engine.dispose()


def fill(connection: Connection, posts: Iterable[Mapping[str, int]]) -> None:
    """Store the terms of posts, which get the keys 1, 2, 3, and so on."""
    rows = [
        {"term": term, "municipality_id": TOWN, "kind": OFFER, "post_id": key, "weight": weight}
        for key, terms in enumerate(posts, 1)
        for term, weight in terms.items()
    ]
    for start in range(0, len(rows), 50_000):
        connection.execute(insert(PostTerm), rows[start : start + 50_000])
    if connection.dialect.name == "postgresql":
        connection.execute(text("VACUUM ANALYZE post_terms"))  # on the site autovacuum does, for a table that changes


def asked(connection: Connection, terms: Mapping[str, int], most: int = statement.FOUND_MAX) -> list[tuple[int, int]]:
    """Return (key, score) of the posts that share these terms, the best first."""
    if not terms:
        return []
    shape = statement.shape(terms, (OFFER,), most)
    found = connection.execute(statement.ranking(shape), statement.bound(terms, TOWN, (OFFER,)))
    return [(int(row.id), int(row.score)) for row in found][:most]


def timed(connection: Connection, questions: Iterable[Mapping[str, int]]) -> list[float]:
    """Return the milliseconds of each question; the first ten warm up and are not counted.

    SQLite works inside this process: its processor time is counted, which others on the machine do not
    lengthen. PostgreSQL is another process: there the clock on the wall counts.
    """
    clock = time.process_time if connection.dialect.name == "sqlite" else time.perf_counter
    listed = [terms for terms in questions if terms]
    for terms in listed[:10]:
        asked(connection, terms)
    taken = []
    for terms in listed:
        start = clock()
        asked(connection, terms)
        taken.append((clock() - start) * 1000)
    return taken
