"""Verbs of staff of another municipality who work here."""

from datetime import timedelta

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert as insert_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_sqlite
from sqlmodel import col

from b2b.accounts.models import StaffGuest
from b2b.accounts.rules.guests import GUEST_KEPT
from b2b.core.db import Work


def receive(work: Work, municipality_id: int, member_id: int, *, home_id: int, town: str) -> None:
    """Remember that somebody of another municipality works here now. Two pages at once make one row."""
    insert = insert_postgresql if work.dialect == "postgresql" else insert_sqlite
    row = {"municipality_id": municipality_id, "member_id": member_id, "home_id": home_id, "town": town}
    once = insert(StaffGuest).values(row | {"seen_at": work.now()})
    again = {"home_id": home_id, "town": town, "seen_at": work.now()}
    work.connection().execute(once.on_conflict_do_update(index_elements=["municipality_id", "member_id"], set_=again))


def purge_guests(work: Work, keep: timedelta = GUEST_KEPT) -> int:
    """Forget who worked here so long ago that no line of the log is left; return how many."""
    old = delete(StaffGuest).where(col(StaffGuest.seen_at) < work.now() - keep)
    return work.connection().execute(old).rowcount
