"""Questions over everybody: who looks after which place, and who is there to be told something."""

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
