"""Which municipality a connection sees: the second lock, on PostgreSQL (ADR 0019).

Every tenant table has a row-level security policy that compares `municipality_id` with the
connection's setting `b2b.municipality`. A connection that was told nothing sees nothing. SQLite has
no such lock; there the first one (`web/guard.py` and the queries) stands alone.
"""

from typing import Any

from sqlalchemy import Connection

EVERYWHERE = "all"
"""What the worker, the commands and the migrations may see. A page never does, once its host is known."""

NOWHERE = "0"
"""No municipality has this key: what a page sees at a host that shows no municipality."""

_KEPT = "b2b.municipality"


def reach_of(municipality_id: int | None) -> str:
    """Return the setting that shows one municipality, or none at all."""
    return NOWHERE if municipality_id is None else str(municipality_id)


def extend(connection: Connection, reach: str) -> None:
    """Let `connection` see `reach`. It stays that way in the pool, so most often there is nothing to say.

    Inside a transaction the change lasts until its end: a session-wide change would be undone by a
    rollback without our knowing.
    """
    if connection.dialect.name != "postgresql":
        return
    driver: Any = connection.connection.driver_connection
    idle = driver.info.transaction_status == 0
    if idle and connection.info.get(_KEPT) == reach:
        return
    was, at_once = driver.autocommit, driver.autocommit or idle
    if at_once and not was:
        driver.autocommit = True  # only a note on our side: it opens no transaction
    try:
        driver.execute("SELECT set_config('b2b.municipality', %s, %s)", (reach, not at_once))
    finally:
        if at_once and not was:
            driver.autocommit = False
    if at_once:
        connection.info[_KEPT] = reach
