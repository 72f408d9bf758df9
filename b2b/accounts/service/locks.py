"""One at a time: SQLite has one writer anyway, PostgreSQL is asked for a lock until the commit."""

from sqlalchemy import text

from b2b.core.db import Work


def one_at_a_time(work: Work, what: bytes) -> None:
    """Let nobody else pass here with the same `what` until this transaction ends."""
    if work.dialect == "postgresql":
        number = int.from_bytes(what[:8].rjust(8, b"\0"), "big", signed=True)
        work.connection().execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": number})
