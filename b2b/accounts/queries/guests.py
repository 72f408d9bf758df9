"""Questions about staff of another municipality who work here."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlmodel import col

from b2b.accounts.models import StaffGuest
from b2b.accounts.queries.people import names
from b2b.accounts.rules.guests import named
from b2b.core.db import Work


def guests(work: Work, municipality_id: int, member_ids: Iterable[int]) -> dict[int, str]:
    """Return the municipality of who of these members came from another one, by member."""
    wanted = sorted(set(member_ids))
    if not wanted:
        return {}
    found = select(col(StaffGuest.member_id), col(StaffGuest.town)).where(
        col(StaffGuest.municipality_id) == municipality_id, col(StaffGuest.member_id).in_(wanted)
    )
    return {row.member_id: row.town for row in work.execute(found)}


def guests_from(work: Work, municipality_id: int, home_id: int) -> list[int]:
    """Return the members of `home_id` who worked here."""
    found = select(col(StaffGuest.member_id)).where(
        col(StaffGuest.municipality_id) == municipality_id, col(StaffGuest.home_id) == home_id
    )
    return list(work.scalars(found.order_by(col(StaffGuest.member_id))))


def home_of(work: Work, municipality_id: int, member_id: int) -> int:
    """Return the municipality that a member of staff belongs to: this one, unless they came from another."""
    found = select(col(StaffGuest.home_id)).where(
        col(StaffGuest.municipality_id) == municipality_id, col(StaffGuest.member_id) == member_id
    )
    return work.scalars(found).first() or municipality_id


def names_at(work: Work, municipality_id: int, member_ids: Iterable[int]) -> dict[int, str]:
    """Return first names by member; who came from another municipality is called by that."""
    wanted = set(member_ids)
    return names(work, wanted) | {key: named(town) for key, town in guests(work, municipality_id, wanted).items()}
