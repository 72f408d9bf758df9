"""What works once: used here, and then never again, in whatever process and however often it is sent."""

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import col

from b2b.accounts.models import SpentSecret
from b2b.core.crypto import keyring
from b2b.core.db import Work

KEEP_MAX = timedelta(days=2)


def spend(work: Work, kind: str, value: str, until: datetime) -> bool:
    """Use `value` up; False when that was done before. `until` is when it is worthless by itself."""
    row = {
        "key": keyring().fingerprint(f"spent-{kind}", value),
        "expires_at": min(until, work.now() + KEEP_MAX),
    }
    insert = pg_insert if work.dialect == "postgresql" else sqlite_insert
    once = insert(SpentSecret).values(row).on_conflict_do_nothing(index_elements=["key"])
    return work.connection().execute(once.returning(col(SpentSecret.key))).first() is not None


def purge(work: Work) -> int:
    """Forget what is worthless by itself by now; return how many."""
    return work.connection().execute(delete(SpentSecret).where(col(SpentSecret.expires_at) < work.now())).rowcount
