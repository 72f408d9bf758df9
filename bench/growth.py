"""The cost of the feed's query alone: CPU of this process, plus the wait for PostgreSQL."""

import random
import time
from statistics import median

from sqlmodel import select

from b2b.core.db import unit_of_work
from b2b.core.engines import Database
from b2b.municipalities.models import Municipality
from b2b.municipalities.queries import places
from b2b.posts import queries
from b2b.posts.rules import PostKind

ROUNDS = 5
PAGES = 200


def feed_cost(database: Database) -> float:
    """Return the seconds that one page of a neighbourhood and its neighbours takes: median of ROUNDS."""
    chance = random.Random(3)
    with unit_of_work(database.read) as work:
        town = work.exec(select(Municipality).where(Municipality.is_default)).one()
        hoods = list(places(work, town.id or 0).hoods.values())

        def page() -> None:
            hood = chance.choice(hoods)
            kind = chance.choice((None, PostKind.REQUEST, PostKind.OFFER))
            queries.feed(work, [hood.id, *hood.adjacent][: queries.AROUND_MAX], kind=kind)

        for _ in range(PAGES):
            page()
        costs = []
        for _ in range(ROUNDS):
            started = time.perf_counter()
            for _ in range(PAGES):
                page()
            costs.append((time.perf_counter() - started) / PAGES)
    return median(costs)
