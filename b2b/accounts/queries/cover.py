"""Questions over everybody: who looks after which place, and who is there to be told something."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlmodel import col

from b2b.accounts.models import Member, RoleGrant
from b2b.accounts.rules import MemberState
from b2b.authz.predicates import Role
from b2b.core.db import Work


def cover(work: Work, role: Role, municipality_id: int) -> list[tuple[int, int | None]]:
    """Return (member id, neighbourhood id or None for everywhere) of every active member with `role`."""
    held = (
        select(col(RoleGrant.member_id), col(RoleGrant.neighbourhood_id))
        .join(Member, col(Member.id) == col(RoleGrant.member_id))
        .where(
            col(RoleGrant.municipality_id) == municipality_id,
            col(RoleGrant.role) == role,
            col(Member.state) == MemberState.ACTIVE,
        )
    )
    return [(row.member_id, row.neighbourhood_id) for row in work.execute(held)]


@dataclass(frozen=True)
class Colleague:
    """Somebody with a role, and the neighbourhoods in which they have it (None: all of them)."""

    id: int
    reference: str
    first_name: str
    hoods: frozenset[int] | None

    def looks_after(self, neighbourhood_id: int) -> bool:
        """Say whether this neighbourhood is one of theirs."""
        return self.hoods is None or neighbourhood_id in self.hoods


def colleagues(work: Work, role: Role, municipality_id: int) -> list[Colleague]:
    """Return every active member with `role` in a municipality, by first name, in one statement."""
    held: Any = (
        select(
            col(Member.id),
            col(Member.reference),
            col(Member.first_name),
            col(RoleGrant.neighbourhood_id).label("hood"),
        )
        .join(RoleGrant, col(RoleGrant.member_id) == col(Member.id))
        .where(
            col(RoleGrant.municipality_id) == municipality_id,
            col(RoleGrant.role) == role,
            col(Member.state) == MemberState.ACTIVE,
        )
        .order_by(col(Member.first_name), col(Member.id))
    )
    found: dict[tuple[int, str, str], set[int | None]] = {}
    for row in work.execute(held):
        found.setdefault((row.id, row.reference, row.first_name), set()).add(row.hood)
    return [
        Colleague(*who, None if None in hoods else frozenset(hood for hood in hoods if hood is not None))
        for who, hoods in found.items()
    ]


def active_after(work: Work, municipality_id: int, after: int, limit: int) -> list[int]:
    """Return the next `limit` ids of active members after the id `after`, in order: to go round them all."""
    found = (
        select(col(Member.id))
        .where(
            col(Member.municipality_id) == municipality_id,
            col(Member.state) == MemberState.ACTIVE,
            col(Member.id) > after,
        )
        .order_by(col(Member.id))
        .limit(limit)
    )
    return list(work.scalars(found))
