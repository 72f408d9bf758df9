"""Questions about roles: who looks after a neighbourhood, who may manage people."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlmodel import col

from b2b.accounts.models import Member, RoleGrant
from b2b.accounts.rules import MemberState
from b2b.authz.predicates import Role
from b2b.core.audit import AuditEntry
from b2b.core.db import Work

FOUND_MAX = 50
HISTORY_MAX = 50


@dataclass(frozen=True)
class HeldRole:
    """A role somebody holds; `neighbourhood_id` None means the whole municipality."""

    id: int
    role: Role
    neighbourhood_id: int | None
    granted_at: datetime


@dataclass(frozen=True)
class Trace:
    """One line of what was done to somebody's account, and by whom."""

    at: datetime
    action: str
    actor_name: str | None
    detail: dict[str, str]


def staff(
    work: Work, role: Role, municipality_id: int, neighbourhood_id: int | None = None, *, exactly: bool = False
) -> list[int]:
    """Return the ids of active members with `role` for this neighbourhood, longest in office first.

    Who has the role in the whole municipality counts too, unless `exactly`. Without a
    neighbourhood: who has it in the whole municipality.
    """
    everywhere = col(RoleGrant.neighbourhood_id).is_(None)
    here = col(RoleGrant.neighbourhood_id) == neighbourhood_id
    where = everywhere if neighbourhood_id is None else here if exactly else or_(here, everywhere)
    found = (
        select(col(RoleGrant.member_id))
        .join(Member, col(Member.id) == col(RoleGrant.member_id))
        .where(
            col(RoleGrant.municipality_id) == municipality_id,
            col(RoleGrant.role) == role,
            col(Member.state) == MemberState.ACTIVE,
            where,
        )
        .group_by(col(RoleGrant.member_id))
        .order_by(func.min(RoleGrant.granted_at), col(RoleGrant.member_id))
    )
    return list(work.scalars(found))


def roles_of(work: Work, member_id: int) -> list[HeldRole]:
    """Return the roles of one member, oldest first."""
    rows = work.execute(
        select(col(RoleGrant.id), col(RoleGrant.role), col(RoleGrant.neighbourhood_id), col(RoleGrant.granted_at))
        .where(col(RoleGrant.member_id) == member_id)
        .order_by(col(RoleGrant.granted_at), col(RoleGrant.id))
    )
    return [HeldRole(row.id, Role(row.role), row.neighbourhood_id, row.granted_at) for row in rows]


def everybody_with_a_role(work: Work, municipality_id: int) -> list[Member]:
    """Return all staff of a municipality, by name."""
    found = (
        select(Member)
        .where(
            col(Member.municipality_id) == municipality_id,
            col(Member.id).in_(
                select(col(RoleGrant.member_id)).where(col(RoleGrant.municipality_id) == municipality_id)
            ),
        )
        .order_by(col(Member.first_name), col(Member.id))
    )
    return list(work.scalars(found))


def find_people(work: Work, municipality_id: int, first_name: str) -> list[Member]:
    """Return members whose first name begins like this, however it is capitalised; at most FOUND_MAX."""
    begin = first_name.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    found = (
        select(Member)
        .where(
            col(Member.municipality_id) == municipality_id,
            col(Member.state) != MemberState.ERASED,
            col(Member.first_name).ilike(f"{begin}%", escape="\\"),
        )
        .order_by(col(Member.first_name), col(Member.id))
        .limit(FOUND_MAX)
    )
    return list(work.scalars(found))


def history(work: Work, member_id: int) -> list[Trace]:
    """Return what staff did to this account, newest first, at most HISTORY_MAX lines."""
    rows = work.execute(
        select(col(AuditEntry.at), col(AuditEntry.action), col(Member.first_name), col(AuditEntry.detail))
        .join_from(AuditEntry, Member, col(Member.id) == col(AuditEntry.actor_id), isouter=True)
        .where(col(AuditEntry.thing) == "member", col(AuditEntry.thing_id) == member_id)
        .order_by(col(AuditEntry.at).desc(), col(AuditEntry.id).desc())
        .limit(HISTORY_MAX)
    )
    return [Trace(*row) for row in rows]
