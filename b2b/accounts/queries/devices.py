"""On which devices somebody is signed in."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlmodel import col

from b2b.accounts.models import SignInSession
from b2b.core.db import Work


@dataclass(frozen=True)
class Device:
    """A signed-in device; `here` marks the one that asks."""

    reference: str
    label: str
    created_at: datetime
    last_seen_at: datetime
    here: bool


def devices(work: Work, member_id: int, here: bytes | None) -> list[Device]:
    """Return the devices on which a member is signed in now, this one first, then last seen first."""
    rows = work.execute(
        select(
            col(SignInSession.key),
            col(SignInSession.reference),
            col(SignInSession.label),
            col(SignInSession.created_at),
            col(SignInSession.last_seen_at),
        )
        .where(
            col(SignInSession.member_id) == member_id,
            col(SignInSession.revoked_at).is_(None),
            col(SignInSession.expires_at) > work.now(),
            col(SignInSession.idle_expires_at) > work.now(),
        )
        .order_by(col(SignInSession.last_seen_at).desc(), col(SignInSession.created_at).desc())
    )
    found = [
        Device(row.reference, row.label, row.created_at, row.last_seen_at, bytes(row.key) == here) for row in rows
    ]
    return sorted(found, key=lambda device: not device.here)


def signed_in_at(work: Work, key: bytes) -> datetime | None:
    """Return when the holder of this session last proved who they are."""
    found = select(col(SignInSession.authenticated_at)).where(col(SignInSession.key) == key)
    return work.scalars(found).first()


def knows_device(work: Work, member_id: int, label: str) -> bool:
    """Say whether this member was signed in before on a device that is called the same."""
    found = select(col(SignInSession.reference)).where(
        col(SignInSession.member_id) == member_id, col(SignInSession.label) == label
    )
    return work.scalars(found.limit(1)).first() is not None


def signed_in_between(work: Work, municipality_id: int, since: datetime, until: datetime) -> int:
    """Return how many different members of a municipality used a session in this time, as far as it is remembered."""
    found = select(func.count(col(SignInSession.member_id).distinct())).where(
        col(SignInSession.municipality_id) == municipality_id,
        col(SignInSession.created_at) < until,
        col(SignInSession.last_seen_at) >= since,
    )
    return work.scalars(found).one()
